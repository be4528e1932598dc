import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type Approval, STEP_FILES, type Step } from '#domain/approvals/approval.ts';
import { copyOfStep } from './signed-copy.ts';

/** File of a step inside the content folder; `folder` is the story's. */
export const fileOfStep = (folder: string, step: Step) => `${folder}/approvals/${STEP_FILES[step]}.yaml`;

const HEAD = `# 审稿记录，由 npm run approve 写，不要手改。稿件、图片、数、授权改了，它就不算数，要重新审。
`;

/** An approval as its file holds it. */
export const approvalText = (approval: Approval) => HEAD + stringify(approval, { lineWidth: 0 });

/** An instant in Chinese time: 2026-11-25T16:36:18+08:00. */
export const chineseTime = (instant: Date) =>
  `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/**
 * Writes an approval beside its story with a copy of what was signed, each whole or not at all; one that is there already
 * gives way. The copy comes first: one without its approval says nothing. Throws where nothing can be written.
 * @param text the story's file
 */
export function writeApproval(contentDir: string, folder: string, approval: Approval, text: string): string {
  const file = fileOfStep(folder, approval.step);
  const target = join(contentDir, file);
  mkdirSync(dirname(target), { recursive: true });
  writeWhole(join(dirname(target), copyOfStep(approval.step)), text);
  writeWhole(target, approvalText(approval));
  return file;
}

function writeWhole(target: string, text: string): void {
  const aside = join(dirname(target), `.${basename(target)}-${process.pid}`);
  try {
    writeFileSync(aside, text);
    renameSync(aside, target);
  } finally {
    rmSync(aside, { force: true });
  }
}
