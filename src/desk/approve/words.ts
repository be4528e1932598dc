import { type Approval, STEPS } from '#domain/approvals/approval.ts';
import { counts, type ReviewState, type StepState } from '#domain/approvals/review-state.ts';
import { STEP_STATUS_WORDS, whyNot } from '#domain/approvals/step-words.ts';
import { beginOf } from '#domain/release/hours.ts';
import { minuteInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import type { StoryReview } from '#reader/approvals/story-review.ts';

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
