import type { FoundApproval } from '#domain/approvals/approval.ts';
import { changesSince } from '#domain/approvals/changes.ts';
import { canonicalJson } from '#domain/approvals/reviewed.ts';
import { STEP_STATUS_WORDS } from '#domain/approvals/step-words.ts';
import type { TextChange } from '#domain/approvals/text-change.ts';
import { minuteInChina } from '#format/date.ts';
import type { StoryReview } from '#reader/approvals/story-review.ts';
import { textChanges } from '#stories/text-changes.ts';

/** Longer passages are cut in the middle: who wants all of it opens the story. */
const LONGEST = 60;

const clipped = (text: string) => {
  const letters = [...text.replaceAll('\n', '↵')];
  return letters.length <= LONGEST
    ? letters.join('')
    : `${letters.slice(0, LONGEST / 2).join('')}……${letters.slice(-LONGEST / 2).join('')}`;
};

/** One place as a line: what stood there and what stands there now, between what stands around it. */
export function changeLine({ line, lead, was, now, tail }: TextChange): string {
  const gone = was === '' ? '' : `〔删：${clipped(was)}〕`;
  const added = now === '' ? '' : `〔加：${clipped(now)}〕`;
  return `  第${line}行　${lead}${gone}${added}${tail}`;
}

function sinceOne({ approval, signed }: FoundApproval, { parts, fileText, state }: StoryReview): string {
  const { step, by, at } = approval;
  const status = state.steps.find((one) => one.step === step)?.status.kind ?? 'missing';
  const head = `${step}　${by}，${minuteInChina(new Date(at))}　${STEP_STATUS_WORDS[status]}`;
  const changes = signed === null ? [] : textChanges(signed, fileText);
  // Words of text and front matter stand in the lines themselves; of the rest it is said what it is.
  const aside = signed === null ? parts : { ...parts, text: approval.parts.text, front: approval.parts.front };
  const others = canonicalJson(approval.parts) === canonicalJson(parts) ? [] : changesSince(approval.parts, aside);
  const lines = [...changes.map(changeLine), ...others.map((words) => `  ${words}`)];
  return `${head}\n${lines.length > 0 ? lines.join('\n') : '  签字以后没有改过。'}`;
}

/** What changed since each signature, as a person reads it in a terminal. */
export function sinceWords(review: StoryReview): string {
  const { story, approvals } = review;
  if (approvals.length === 0) return `《${story.title}》还没有人签过，看送审单：npm run review -- ${story.id}`;
  const each = approvals.map((one) => sinceOne(one, review));
  return `■ 《${story.title}》签字以后改了什么\n\n${each.join('\n\n')}`;
}
