import { type Approval, STEPS } from '#domain/approvals/approval.ts';
import { counts, type ReviewState, type StepState } from '#domain/approvals/review-state.ts';
import { STEP_STATUS_WORDS, whyNot } from '#domain/approvals/step-words.ts';
import { beginOf } from '#domain/release/hours.ts';
import { minuteInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import type { StoryReview } from '#reader/approvals/story-review.ts';

/** What the command says of itself. */
export const HELP = `审稿签字：看过送审单，同意了，就记下谁、什么时候、审的是哪一稿。

用法：npm run approve -- 稿件id --step 初审|复审|终审 --by 姓名
　　　npm run approve -- 稿件id --show

选项
  --step   审到哪一步：初审、复审、终审，要按次序来
  --by     审稿人的真实姓名，要在审稿人名单上；三步是三个不同的人
  --again  这一步别人已经签了，由我重新签
  --show   只看审到哪一步了，什么都不写
  --help   显示这段说明

例：npm run approve -- di-yi-pi-shu --step 初审 --by 样例甲

签的是什么
  正文、稿头、图片、稿件里用到的数、写到的人的授权。签字以后其中哪一样改了，这次签字就不算数了，
  要重新审；npm run check 和 --show 会说是哪一样改了，npm run review -- 稿件id --since 把改的地方一处一处列出来。
  只改了几个字，又不在数、名字、引文、图片说明、日期里的，由最后签字的一步再签一次就行。
  记录和签字时的稿子写在稿件旁边的 approvals 文件夹里，和稿件一起保存，不要手改。

谁可以签
  写在授权记录的 reviewers.yaml，或者 site.yaml 的 reviewers 里；名单上没有的人不能签。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01T08:00:00+08:00；不写就是电脑上的时间

结果
  0  签好了；或者本来就签好了，没有动它
  1  没有签：稿件或内容有错误，前一步没有审，同一个人签过别的步骤，不用审，或者写不进去
  2  没有签：命令写错了`;

const titled = ({ story, sample }: StoryReview) => `${sample ? '样稿' : ''}${KIND_WORDS[story.kind]}《${story.title}》`;

const signedWhen = (at: string | null) => (at === null ? '' : minuteInChina(new Date(at)));

/** How much an approval covers. */
function coverage({ story, parts, people }: StoryReview): string {
  const count = (of: object) => Object.keys(of).length;
  const { pictures, facts } = parts;
  return `${story.body.length}字、${count(pictures)}张图、${count(facts)}个数、${people}个人`;
}

/** Who has to do what next. */
export function nextWords({ story, needed, sample }: StoryReview, { next, steps }: ReviewState, now: Date): string {
  if (next !== null) {
    const waiting = steps.find(({ step }) => step === next);
    if (waiting?.status.kind === 'small') {
      return `只改了几个字：${next}的人看一眼（npm run review -- ${story.id} --since），签一次就行\n  npm run approve -- ${story.id} --step ${next} --by 姓名`;
    }
    const who = steps.some(counts) ? '另一个人' : '一个人';
    return `还要${next}：请${who}看过送审单（npm run review -- ${story.id}），再运行\n  npm run approve -- ${story.id} --step ${next} --by 姓名`;
  }
  const all =
    needed === STEPS.length ? '三审齐了' : needed === 0 ? '不用审' : `${STEPS.slice(0, needed).join('、')}齐了`;
  if (sample) return `${all}。样稿不会发布。`;
  const begin = beginOf(story);
  return begin > now
    ? `${all}，到${minuteInChina(begin)}自动发布：到时候重新生成一次网站。`
    : `${all}，下一次 npm run build 就发布。`;
}

/** What was signed, and what comes next; `after` is how the review stands now. */
export function signedWords(
  review: StoryReview,
  { step, by, at }: Approval,
  path: string,
  after: ReviewState,
  now: Date,
): string {
  return `■ ${step}签好了：${by}，${signedWhen(at)}
  ${titled(review)}，${coverage(review)}
  记在 ${path}

下一步
  ${nextWords(review, after, now)}`;
}

function stepLine(one: StepState): string {
  const { step, status, by, at, needed } = one;
  const who = by === null ? '' : `　${by}，${signedWhen(at)}`;
  const why = whyNot(one).map((reason) => `\n        ${reason}`);
  return `  ${step}　${needed || by !== null ? STEP_STATUS_WORDS[status.kind] : '不用'}${needed || by === null ? '' : '，但这一类不用这一步'}${who}${why.join('')}`;
}

/** How all three steps stand. */
export function stateWords(review: StoryReview, now: Date): string {
  const { state, errors } = review;
  const broken = errors > 0 ? `\n  检查说它有${errors}个错误：先运行 npm run check。` : '';
  return `${titled(review)}，${coverage(review)}
${state.steps.map(stepLine).join('\n')}${broken}

下一步
  ${nextWords(review, state, now)}`;
}
