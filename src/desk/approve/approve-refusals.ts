import { STEPS, type Step } from '#domain/approvals/approval.ts';
import { counts, type StepState } from '#domain/approvals/review-state.ts';
import { maySign, type Reviewers, reviewersOf } from '#domain/approvals/reviewers.ts';
import { STEP_STATUS_WORDS, whyNot } from '#domain/approvals/step-words.ts';
import { plainName } from '#domain/people/consent/name.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { dayInChina, longDate, minuteInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import type { ReadForReview, StoryReview } from '#reader/approvals/story-review.ts';

/** Why nothing is signed; `usage`: the command itself cannot be meant so. */
export interface Refusal {
  readonly text: string;
  readonly usage: boolean;
}

const refusal = (text: string, usage = false): Refusal => ({ text, usage });
const CHECK = '先运行 npm run check，照它说的改好，再来签。';

const isError = ({ severity }: { severity: string }) => severity === 'error';
const errorsBelow = ({ problems }: ReadForReview, folder: string) =>
  problems.filter((problem) => isError(problem) && problem.file.startsWith(`${folder}/`)).length;

/** Whether the content is too broken for a signature: what is wrong outside the stories changes numbers and people in them. */
export function brokenContent({ problems }: ReadForReview): Refusal | null {
  const others = problems.filter((problem) => isError(problem) && !/^(samples\/)?stories\//.test(problem.file)).length;
  return others > 0 ? refusal(`内容里有${others}个错误，稿件里的数和人对不准，还不能签。${CHECK}`) : null;
}

/** The story of an id, or why there is none to review. */
export function storyOf(read: ReadForReview, id: string): StoryReview | Refusal {
  const review = read.stories.get(id);
  if (review) return review;
  const errors = ['stories', 'samples/stories'].map((stories) => errorsBelow(read, `${stories}/${id}`));
  const most = Math.max(...errors);
  if (most > 0) return refusal(`稿件 ${id} 有${most}个错误，还不能审。${CHECK}`);
  const broken = read.stories.size === 0 && brokenContent(read);
  if (broken) return broken;
  const wanted = id.replace(/^.*stories\//, '').replace(/\/(index\.mdx)?$/, '');
  if (wanted !== id && read.stories.has(wanted)) {
    return refusal(`id 只写文件夹的名字：现在是“${id}”，应当是“${wanted}”。`, true);
  }
  const hint = didYouMean(id, read.stories.keys());
  return refusal(`没有 id 是“${id}”的稿件。${hint || 'id 是 stories 里那个文件夹的名字。'}`, true);
}

const dayOf = ({ at }: StepState) => (at === null ? '' : longDate(at));

/** An earlier step that does not count, as a sentence that says what to do. */
function earlierWords(id: string, before: StepState, step: Step): string {
  const command = `npm run approve -- ${id} --step ${before.step} --by 姓名`;
  if (before.status.kind === 'missing') return `还没有${before.step}，不能先${step}。先请人${before.step}：${command}`;
  const why = whyNot(before).join('；') || STEP_STATUS_WORDS[before.status.kind];
  return `${before.by}${dayOf(before)}的${before.step}不算数了：${why}。要先重新${before.step}：${command}`;
}

const REVIEWERS = '授权记录的 reviewers.yaml（或者 site.yaml 的 reviewers）';

/** Why somebody may not sign a step at all; null: they may. */
function notListed(reviewers: Reviewers | null, step: Step, by: string, now: Date): Refusal | null {
  const line = `- { name: ${by}, steps: [${step}] }`;
  if (!reviewers) return refusal(`还没有写谁可以审稿。由主管的人在${REVIEWERS}里一人一行写好，例如：\n  ${line}`);
  const day = dayInChina(now.toISOString());
  if (maySign(reviewers, by, step, day)) return null;
  const may = reviewersOf(reviewers, step, day);
  const who = may.length > 0 ? `可以签${step}的有：${may.join('、')}。` : `现在没有人可以签${step}。`;
  return refusal(`审稿人名单里，${by}不能签${step}。${who}要改名单，由主管的人改${REVIEWERS}。`);
}

const same = (a: string | null, b: string) => a !== null && plainName(a) === plainName(b);

/** Why somebody cannot sign a step of a story now; null: they can. Whether it is signed already is not asked here. */
export function whyNotSign(review: StoryReview, step: Step, by: string, now: Date): Refusal | null {
  const { story, needed, state, errors, reviewers } = review;
  const { id, kind } = story;
  if (errors > 0) return refusal(`稿件 ${id} 有${errors}个错误，还不能审。${CHECK}`);
  const what = `${KIND_WORDS[kind]}《${story.title}》`;
  if (needed === 0) return refusal(`${what}不用审：按 site.yaml 的 review_steps，它要审0步。`);
  const at = STEPS.indexOf(step);
  if (at >= needed) {
    return refusal(`${what}不用${step}：site.yaml 里这一类只要${STEPS.slice(0, needed).join('、')}。`);
  }
  const unlisted = notListed(reviewers, step, by, now);
  if (unlisted) return unlisted;
  const earlier = state.steps.slice(0, at);
  // What was mended since by a slip of the pen is carried by this signature.
  const open = earlier.find((one) => !counts(one) && one.status.kind !== 'small');
  if (open) return refusal(earlierWords(id, open, step));
  const twin = state.steps.find(
    (one) =>
      one.step !== step &&
      one.needed &&
      same(one.by, by) &&
      one.status.kind !== 'void' &&
      one.status.kind !== 'unlisted',
  );
  if (twin) return refusal(`${by}已经签了${twin.step}，每一步要换一个人，请另一个人${step}。`);
  const later = earlier.find((one) => one.at !== null && Date.parse(one.at) > now.getTime());
  if (later?.at) {
    const [mine, theirs] = [minuteInChina(now), minuteInChina(new Date(later.at))];
    return refusal(
      `${step}不能早于${later.step}：现在是${mine}，${later.step}是${theirs}。看看电脑的时间或 SITE_NOW 对不对。`,
    );
  }
  return null;
}

/** What stands in the way of signing a step that counts already; null: nothing does. */
export function alreadySigned(review: StoryReview, step: Step, by: string): 'own' | StepState | null {
  const own = review.state.steps.find((one) => one.step === step);
  if (own?.status.kind !== 'valid' || !own.needed) return null;
  return same(own.by, by) ? 'own' : own;
}
