import type { StepState, StepStatus } from './review-state.ts';

/** How a step stands, in a word. */
export const STEP_STATUS_WORDS: Readonly<Record<StepStatus['kind'], string>> = {
  missing: '还没有审',
  valid: '有效',
  void: '不算数了',
  'same-person': '不算数：和前面是同一个人',
  'out-of-order': '不算数：次序不对',
};

/** Why a step does not count; empty where it does, or nobody has approved yet. */
export const whyNot = ({ status }: StepState): readonly string[] => (status.kind === 'missing' ? [] : status.why);
