import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ApproveArguments, readApproveArguments } from '#desk/approve/approve-arguments.ts';
import { alreadySigned, brokenContent, type Refusal, storyOf, whyNotSign } from '#desk/approve/approve-refusals.ts';
import { HELP, signedWords, stateWords } from '#desk/approve/approve-words.ts';
import type { Approval, FoundApproval } from '#domain/approvals/approval.ts';
import { type ReviewState, reviewState } from '#domain/approvals/review-state.ts';
import { approvalHash } from '#domain/approvals/reviewed.ts';
import { chineseTime, writeApproval } from '#reader/approvals/approval-file.ts';
import type { ReviewReader, StoryReview } from '#reader/approvals/story-review.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { sha256 } from '#reader/sha256.ts';
import { failureWords } from './failure-words.ts';

/** What the command works with. */
export interface ApproveTools {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The clock, where SITE_NOW does not stand in for it. */
  readonly now: () => Date;
  readonly read: ReviewReader;
  /** Takes what is said: to standard output, or of a refusal to standard error. */
  readonly say: (text: string, to: 'out' | 'error') => void;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The approvals of a story with one more, which takes the place of an earlier one of its step. */
const withApproval = (approvals: readonly FoundApproval[], one: FoundApproval): FoundApproval[] => [
  ...approvals.filter(({ approval }) => approval.step !== one.approval.step),
  one,
];

function refuse({ say }: ApproveTools, { text, usage }: Refusal): number {
  say(`${text}\n没有签。${usage ? '要看说明：npm run approve -- --help' : ''}`, 'error');
  return usage ? 2 : 1;
}

type Signing = Extract<ApproveArguments, { kind: 'sign' }>;

/** Signs, or says why not. */
function sign(
  review: StoryReview,
  asked: Signing,
  place: { contentDir: string; now: Date },
  tools: ApproveTools,
): number {
  const { step, by, again, id } = asked;
  const { contentDir, now } = place;
  const blocked = whyNotSign(review, step, by, now);
  if (blocked) return refuse(tools, blocked);
  const signed = alreadySigned(review, step, by);
  if (signed === 'own') {
    tools.say(`${by}已经签过${step}，稿件没有改过，签字有效，没有动它。\n\n${stateWords(review, now)}`, 'out');
    return 0;
  }
  if (signed && !again) {
    const how = `要由${by}重新签，加上 --again：npm run approve -- ${id} --step ${step} --by ${by} --again`;
    return refuse(tools, { text: `${signed.by}已经签了${step}，签字有效。${how}`, usage: false });
  }
  const { parts, folder, approvals, needed, fileText, reviewers, isSmall } = review;
  const signing = { step, by, at: chineseTime(now), parts };
  const approval: Approval = { ...signing, hash: approvalHash(signing, sha256) };
  const file = writeApproval(contentDir, folder, approval, fileText);
  const after: ReviewState = reviewState({
    needed,
    approvals: withApproval(approvals, { file, approval, signed: fileText }),
    parts,
    reviewers,
    isSmall,
    digest: sha256,
  });
  const path = relative(tools.cwd, join(contentDir, file));
  tools.say(signedWords(review, approval, path.startsWith('..') ? join(contentDir, file) : path, after, now), 'out');
  return 0;
}

function run(args: readonly string[], tools: ApproveTools): number {
  const asked = readApproveArguments(args);
  if ('wrong' in asked) return refuse(tools, { text: asked.wrong, usage: true });
  if (asked.kind === 'help') {
    tools.say(HELP, 'out');
    return 0;
  }
  const { contentDir, recordsDir, recordsSet, now } = readEnvironment(tools.env, tools.cwd, tools.now);
  if (!isFolder(contentDir)) {
    const text = `找不到内容文件夹：${contentDir}\n请核对 CONTENT_DIR；不设它就用当前文件夹下的 content。`;
    return refuse(tools, { text, usage: true });
  }
  const read = tools.read({ contentDir, recordsDir, recordsExpected: recordsSet, now, samples: true });
  const review = storyOf(read, asked.id);
  if ('text' in review) return refuse(tools, review);
  if (asked.kind === 'show') {
    tools.say(stateWords(review, now), 'out');
    return 0;
  }
  const broken = brokenContent(read);
  return broken ? refuse(tools, broken) : sign(review, asked, { contentDir, now }, tools);
}

/** `npm run approve`: returns its exit code. Throws nothing. */
export function approveStory(args: readonly string[], tools: ApproveTools): number {
  try {
    return run(args, tools);
  } catch (error) {
    if (error instanceof EnvironmentError) return refuse(tools, { text: error.message, usage: true });
    if (tools.env['DEBUG']) tools.say(String(error instanceof Error ? error.stack : error), 'error');
    const text = failureWords(error, { failed: '没有写成审稿记录', untouched: '稿件和原来的签字没有动。' });
    return refuse(tools, { text, usage: false });
  }
}
