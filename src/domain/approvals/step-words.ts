import type { StepState, StepStatus } from './review-state.ts';

/** How a step stands, in a word. */
export const STEP_STATUS_WORDS: Readonly<Record<StepStatus['kind'], string>> = {
  missing: '还没有审',
  valid: '有效',
  carried: '有效（之后改了几个字，由后面一步的人看过）',
  small: '改了几个字，等最后签字的人再看一眼',
  void: '不算数了',
  unlisted: '不算数：不在审稿人名单上',
  'same-person': '不算数：和前面是同一个人',
  'out-of-order': '不算数：次序不对',
};

/** Why a step does not count; empty where it does, or nobody has approved yet. */
export const whyNot = ({ status }: StepState): readonly string[] => (status.kind === 'missing' ? [] : status.why);
