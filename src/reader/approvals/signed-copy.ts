import { parseYaml } from '#check/data/parse-data.ts';
import { readText } from '#check/data/read-text.ts';
import { type Approval, STEP_FILES, type Step } from '#domain/approvals/approval.ts';
import { canonicalJson, countedText } from '#domain/approvals/reviewed.ts';
import { isSmallChange, type StoryText } from '#domain/approvals/small-change.ts';
import { splitStory } from '#stories/body/split.ts';
import { textChanges } from '#stories/text-changes.ts';
import type { ContentFiles } from '../content-files.ts';
import { sha256 } from '../sha256.ts';

/** File beside an approval that holds the story as it was signed, so that it can be shown what changed since. */
export const copyOfStep = (step: Step) => `${STEP_FILES[step]}.txt`;

/** The offset at which the front matter of a story file ends. */
const storyText = (text: string): StoryText => ({ text, frontEnd: text.length - splitStory(text).body.length });

/** Whether a text is the very one that was signed: everything in it that was digested agrees. */
function isSigned(text: string, { parts }: Approval): boolean {
  const { front, body } = splitStory(text);
  if (sha256(countedText(body)) !== parts.text || front === null) return false;
  const value = parseYaml(front).data?.value;
  if (typeof value !== 'object' || value === null) return false;
  const digests = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sha256(canonicalJson(one))]));
  return canonicalJson(digests) === canonicalJson(parts.front);
}

/**
 * The story's file as it was signed, line ends `\n`. null where there is no copy, or one that somebody changed: then it is
 * only known that something changed, not what.
 * @param folder the folder of the approvals, inside the content folder
 */
export function readSignedCopy(files: ContentFiles, folder: string, approval: Approval): string | null {
  const name = copyOfStep(approval.step);
  if (!files.names(folder).includes(name)) return null;
  const bytes = files.bytes(`${folder}/${name}`);
  const text = bytes === null ? null : (readText(bytes).legible?.replaceAll(/\r\n?/g, '\n') ?? null);
  return text !== null && isSigned(text, approval) ? text : null;
}

/** Whether what changed between a signed copy and the story as it stands is a slip of the pen. */
export const changedLittle = (signed: string, now: string, names: readonly string[]): boolean =>
  isSmallChange(storyText(signed), storyText(now), textChanges(signed, now), names);
