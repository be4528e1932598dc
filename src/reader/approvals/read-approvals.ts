import { finding, shown } from '#check/finding.ts';
import { approvalSchema, type FoundApproval, STEP_FILES, STEPS, stepOfFile } from '#domain/approvals/approval.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import type { ContentFiles } from '../content-files.ts';
import { copyOfStep, readSignedCopy } from './signed-copy.ts';

const NAMES = STEPS.map((step) => `${STEP_FILES[step]}.yaml`);
const COPIES = STEPS.map(copyOfStep);
const HOW = '审稿记录由 npm run approve 写，不要手改';

function unexpected(files: ContentFiles, path: string, name: string): void {
  const words = { what: '网站不读这个文件', now: `approvals 里有 ${name}`, should: `只有 ${NAMES.join('、')}` };
  const mend = `${didYouMean(name, NAMES)}${HOW}；用不着的文件从这里拿走。`;
  files.report(path, { code: 'unexpected-file', ...words, mend, severity: 'warning' });
}

/** Reads one approval; what is wrong with it is told like any other file's, with the remedy that fits it. */
function readOne(files: ContentFiles, folder: string, name: string): FoundApproval[] {
  const file = `${folder}/${name}`;
  const before = files.problems.length;
  const { value } = files.read(file, approvalSchema);
  const told = files.problems.splice(before);
  files.problems.push(...told.map((problem) => ({ ...problem, mend: `${HOW}：删掉这个文件，重新签一次。` })));
  if (value === null) return [];
  const step = stepOfFile(name);
  if (value.step === step) return [{ file, approval: value, signed: readSignedCopy(files, folder, value) }];
  files.add([
    finding({
      file,
      path: ['step'],
      code: 'approval-step',
      what: '审稿记录的步骤和文件名对不上',
      found: shown(value.step),
      expected: `“${step}”`,
      mend: `${HOW}：删掉这个文件，重新签一次。`,
    }),
  ]);
  return [];
}

/** The approvals beside a story, in the order of the steps; `folder` is the story's, inside the content folder. */
export function readApprovals(files: ContentFiles, folder: string): FoundApproval[] {
  const inside = `${folder}/approvals`;
  const names = files.names(inside);
  const known = [...NAMES, ...COPIES];
  for (const name of names) if (!known.includes(name)) unexpected(files, `${inside}/${name}`, name);
  return NAMES.filter((name) => names.includes(name)).flatMap((name) => readOne(files, inside, name));
}
