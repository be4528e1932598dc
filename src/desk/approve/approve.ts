import { join } from 'node:path';
import { type Approval, type FoundApproval, STEP_FILES, STEPS, type Step } from '#domain/approvals/approval.ts';
import { counts, reviewState, type StepState } from '#domain/approvals/review-state.ts';
import { approvalHash } from '#domain/approvals/reviewed.ts';
import { maySign, type Reviewers, reviewersOf } from '#domain/approvals/reviewers.ts';
import { STEP_STATUS_WORDS, whyNot } from '#domain/approvals/step-words.ts';
import { plainName } from '#domain/people/consent/name.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { dayInChina, longDate, minuteInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { chineseTime, writeApproval } from '#reader/approvals/approval-file.ts';
import type { ReadForReview, ReviewReader, StoryReview } from '#reader/approvals/story-review.ts';
import { sha256 } from '#reader/sha256.ts';
import { act, type Desk, Misused, NotDone } from '../act.ts';
import { wantFolder } from '../content.ts';
import { signedWords, stateWords } from './words.ts';

/** A step by its name or by the name of its file. Throws `Misused`. */
function stepNamed(word: string): Step {
  const found = STEPS.find((step) => step === word.trim() || STEP_FILES[step] === word.trim().toLowerCase());
  if (found) return found;
  throw new Misused(`没有“${word}”这一步。${didYouMean(word, STEPS)}只有三步：${STEPS.join('、')}。`);
}

/** Words that stand where a name should, copied from an example or naming a post. */
const NO_NAMES = new Set([
  ...STEPS,
  ...['姓名', '名字', '某某', '某人', '某某某', '本人', '匿名', '测试', '审稿人', '签字人', '负责人', '管理员'],
  ...['编辑', '作者', '记者', '主编', '总编', '主任', '部长', '书记', '处长', '科长', '老师', '领导', '同上'],
  ...['admin', 'administrator', 'test', 'name', 'none', 'null', 'nobody', 'xx', 'xxx'],
]);

/** Letters of any script, with the dots, spaces and hyphens that names have inside. */
const NAME = /^[\p{L}\p{M}]+(?:[ ·•・.'’-]{1,2}[\p{L}\p{M}]+)*$/u;

/** A name as it is written down: no spaces around it, one at most inside, none between Chinese characters. */
const tidyName = (name: string) =>
  name
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

/** Why someone cannot sign under this name, as a sentence; null: they can. */
function nameFault(name: string): string | null {
  const found = `审稿人的姓名不对：现在是“${name}”，应当是`;
  if (/[、，,;；/&+]/.test(name)) return `${found}一个人的姓名。一步只由一个人签，写一个名字。`;
  if (/\p{N}/u.test(name)) return `${found}没有数字的姓名。写真实姓名，不写工号、电话。`;
  if ([...plainName(name)].length < 2) return `${found}至少两个字。写全名。`;
  if (NO_NAMES.has(name.toLowerCase()) || /^[x×某]+$/iu.test(name)) return `${found}真实姓名。写是谁，不写职务、代号。`;
  if (!NAME.test(name)) return `${found}只有字和间隔号的姓名。去掉多余的符号。`;
  return null;
}

/** Why nothing is signed. */
const refusal = (text: string) => new NotDone(`${text}\n没有签。`);
const CHECK = '先运行 npm run check，照它说的改好，再来签。';

const isError = ({ severity }: { severity: string }) => severity === 'error';
const errorsBelow = ({ problems }: ReadForReview, folder: string) =>
  problems.filter((problem) => isError(problem) && problem.file.startsWith(`${folder}/`)).length;

/** Throws where the content is too broken for a signature: what is wrong outside the stories changes numbers and people in them. */
function wantSound({ problems }: ReadForReview): void {
  const others = problems.filter((problem) => isError(problem) && !/^(samples\/)?stories\//.test(problem.file)).length;
  if (others > 0) throw refusal(`内容里有${others}个错误，稿件里的数和人对不准，还不能签。${CHECK}`);
}

/** The story of an id. Throws where there is none to review. */
function storyOf(read: ReadForReview, id: string): StoryReview {
  const review = read.stories.get(id);
  if (review) return review;
  const errors = ['stories', 'samples/stories'].map((stories) => errorsBelow(read, `${stories}/${id}`));
  const most = Math.max(...errors);
  if (most > 0) throw refusal(`稿件 ${id} 有${most}个错误，还不能审。${CHECK}`);
  if (read.stories.size === 0) wantSound(read);
  const wanted = id.replace(/^.*stories\//, '').replace(/\/(index\.mdx)?$/, '');
  if (wanted !== id && read.stories.has(wanted)) {
    throw new Misused(`id 只写文件夹的名字：现在是“${id}”，应当是“${wanted}”。`);
  }
  const hint = didYouMean(id, read.stories.keys());
  throw new Misused(`没有 id 是“${id}”的稿件。${hint || 'id 是 stories 里那个文件夹的名字。'}`);
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

/** Throws where somebody may not sign a step at all. */
function wantListed(reviewers: Reviewers | null, step: Step, by: string, now: Date): void {
  const line = `- { name: ${by}, steps: [${step}] }`;
  if (!reviewers) throw refusal(`还没有写谁可以审稿。由主管的人在${REVIEWERS}里一人一行写好，例如：\n  ${line}`);
  const day = dayInChina(now.toISOString());
  if (maySign(reviewers, by, step, day)) return;
  const may = reviewersOf(reviewers, step, day);
  const who = may.length > 0 ? `可以签${step}的有：${may.join('、')}。` : `现在没有人可以签${step}。`;
  throw refusal(`审稿人名单里，${by}不能签${step}。${who}要改名单，由主管的人改${REVIEWERS}。`);
}

const same = (a: string | null, b: string) => a !== null && plainName(a) === plainName(b);

/** Throws where somebody cannot sign a step of a story now. Whether it is signed already is not asked here. */
function wantSignable(review: StoryReview, step: Step, by: string, now: Date): void {
  const { story, needed, state, errors, reviewers } = review;
  const { id, kind } = story;
  if (errors > 0) throw refusal(`稿件 ${id} 有${errors}个错误，还不能审。${CHECK}`);
  const what = `${KIND_WORDS[kind]}《${story.title}》`;
  if (needed === 0) throw refusal(`${what}不用审：按 site.yaml 的 review_steps，它要审0步。`);
  const at = STEPS.indexOf(step);
  if (at >= needed) {
    throw refusal(`${what}不用${step}：site.yaml 里这一类只要${STEPS.slice(0, needed).join('、')}。`);
  }
  wantListed(reviewers, step, by, now);
  const earlier = state.steps.slice(0, at);
  // What was mended since by a slip of the pen is carried by this signature.
  const open = earlier.find((one) => !counts(one) && one.status.kind !== 'small');
  if (open) throw refusal(earlierWords(id, open, step));
  const twin = state.steps.find(
    (one) =>
      one.step !== step &&
      one.needed &&
      same(one.by, by) &&
      one.status.kind !== 'void' &&
      one.status.kind !== 'unlisted',
  );
  if (twin) throw refusal(`${by}已经签了${twin.step}，每一步要换一个人，请另一个人${step}。`);
  const later = earlier.find((one) => one.at !== null && Date.parse(one.at) > now.getTime());
  if (later?.at) {
    const [mine, theirs] = [minuteInChina(now), minuteInChina(new Date(later.at))];
    throw refusal(
      `${step}不能早于${later.step}：现在是${mine}，${later.step}是${theirs}。看看电脑的时间或 SITE_NOW 对不对。`,
    );
  }
}

/** What stands in the way of signing a step that counts already; null: nothing does. */
function alreadySigned(review: StoryReview, step: Step, by: string): 'own' | StepState | null {
  const own = review.state.steps.find((one) => one.step === step);
  if (own?.status.kind !== 'valid' || !own.needed) return null;
  return same(own.by, by) ? 'own' : own;
}

/** The approvals of a story with one more, which takes the place of an earlier one of its step. */
const withApproval = (approvals: readonly FoundApproval[], one: FoundApproval): FoundApproval[] => [
  ...approvals.filter(({ approval }) => approval.step !== one.approval.step),
  one,
];

/** Who signs what. */
interface Signing {
  readonly step: Step;
  readonly by: string;
  /** Takes the place of somebody else's approval that still counts. */
  readonly again: boolean;
}

/** What was typed of a signature. Throws `Misused`. */
function signingOf(given: ReadonlyMap<'step' | 'by', string>, again: boolean): Signing {
  const word = given.get('step');
  if (word === undefined) throw new Misused(`没有写审到哪一步：加上 --step 初审，三步是${STEPS.join('、')}。`);
  const step = stepNamed(word);
  const name = given.get('by');
  if (name === undefined) throw new Misused('没有写谁审的：加上 --by 姓名，写审稿人的真实姓名。');
  const by = tidyName(name);
  const fault = nameFault(by);
  if (fault !== null) throw new Misused(fault);
  return { step, by, again };
}

/** Signs, and says what comes next. Throws where it cannot be signed. */
function sign(review: StoryReview, { step, by, again }: Signing, { environment, shown }: Desk): string {
  const { contentDir, now } = environment;
  wantSignable(review, step, by, now);
  const signed = alreadySigned(review, step, by);
  if (signed === 'own') return `${by}已经签过${step}，稿件没有改过，签字有效，没有动它。\n\n${stateWords(review, now)}`;
  if (signed && !again) {
    const how = `npm run approve -- ${review.story.id} --step ${step} --by ${by} --again`;
    throw refusal(`${signed.by}已经签了${step}，签字有效。要由${by}重新签，加上 --again：${how}`);
  }
  const { parts, folder, approvals, needed, fileText, reviewers, isSmall } = review;
  const signing = { step, by, at: chineseTime(now), parts };
  const approval: Approval = { ...signing, hash: approvalHash(signing, sha256) };
  const file = writeApproval(contentDir, folder, approval, fileText);
  const after = reviewState({
    needed,
    approvals: withApproval(approvals, { file, approval, signed: fileText }),
    parts,
    reviewers,
    isSmall,
    digest: sha256,
  });
  return signedWords(review, approval, shown(join(contentDir, file)), after, now);
}

/** Writes down who approved a story, in which step, and exactly what; `read` reads the stories. */
export const approveWith = (read: ReviewReader) =>
  act({
    name: 'approve',
    values: ['step', 'by'],
    switches: ['again', 'show'],
    others: Number.POSITIVE_INFINITY,
    undone: '没有签。',
    failed: '没有写成审稿记录',
    untouched: '稿件和原来的签字没有动。',
    run: ({ given, others, switches }, desk) => {
      const { contentDir, recordsDir, recordsSet, now } = desk.environment;
      const [id, more] = others;
      if (id === undefined) throw new Misused('没有写是哪一篇：写稿件的 id，就是它文件夹的名字。');
      if (more !== undefined) {
        throw new Misused(`一次只能签一篇：现在写了 ${others.join('、')}。姓名里有空格的要放在引号里。`);
      }
      const signing = switches.has('show') ? null : signingOf(given, switches.has('again'));
      wantFolder(contentDir);
      const all = read({ contentDir, recordsDir, recordsExpected: recordsSet, now, samples: true });
      const review = storyOf(all, id);
      if (signing === null) return stateWords(review, now);
      wantSound(all);
      return sign(review, signing, desk);
    },
  });
