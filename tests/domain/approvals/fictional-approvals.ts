import { createHash } from 'node:crypto';
import { type Approval, type FoundApproval, STEP_FILES, type Step } from '#domain/approvals/approval.ts';
import { approvalHash, partsOf, type Reviewed } from '#domain/approvals/reviewed.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A story as it is reviewed. */
export const REVIEWED: Reviewed = {
  text: '第一段。\n\n第二段。\n',
  front: { title: '"第一封信"', summary: '"信寄到了。"', date: '"2026-01-01"' },
  pictures: { 'a.jpg': sha256('a'), 'b.jpg': sha256('b') },
  facts: { 'books-2021': '40人' },
  consents: { 李样例: '{"paper":"三号柜"}', '小溪（化名）': '{"paper":"四号柜"}' },
};

/** People who may sign any step. */
export const REVIEWERS: Reviewers = ['样例甲', '样例乙', '样例丙'].map((name) => ({
  name,
  steps: ['初审', '复审', '终审'],
}));

export const PARTS = partsOf(REVIEWED, sha256);

/** The same story after something was changed. */
export const changedParts = (more: Partial<Reviewed>) => partsOf({ ...REVIEWED, ...more }, sha256);

/** A step as somebody approved it; over the story above unless it says otherwise. */
export function fictionalApproval(step: Step, by: string, at: string, more: Partial<Approval> = {}): FoundApproval {
  const parts = more.parts ?? PARTS;
  const signing = { step, by, at: `${at}:00+08:00`, parts };
  const approval = { ...signing, hash: approvalHash(signing, sha256), ...more };
  return { file: `stories/xin/approvals/${STEP_FILES[step]}.yaml`, approval, signed: null };
}
