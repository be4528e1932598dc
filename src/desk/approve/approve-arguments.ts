import { STEP_FILES, STEPS, type Step } from '#domain/approvals/approval.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { nameComplaint, tidyName } from './approver-name.ts';

/** What the command is asked to do. */
export type ApproveArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'show'; readonly id: string }
  | {
      readonly kind: 'sign';
      readonly id: string;
      readonly step: Step;
      readonly by: string;
      /** Takes the place of somebody else's approval that still counts. */
      readonly again: boolean;
    };

const VALUES = ['step', 'by'] as const;
const SWITCHES = ['again', 'show', 'help'] as const;
const KNOWN = [...VALUES, ...SWITCHES].map((name) => `--${name}`);

const isOneOf = <T extends string>(all: readonly T[], word: string): word is T =>
  (all as readonly string[]).includes(word);

interface Typed {
  readonly ids: string[];
  readonly values: Map<(typeof VALUES)[number], string>;
  readonly switches: Set<string>;
}

/** Takes the words apart, or says which cannot be read. */
function typed(args: readonly string[]): Typed | { readonly wrong: string } {
  const read: Typed = { ids: [], values: new Map(), switches: new Set() };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const [, name = '', , joined] = /^--([\w-]*)(=([\s\S]*))?$/.exec(word) ?? [];
    if (!word.startsWith('-')) read.ids.push(word);
    else if (isOneOf(SWITCHES, name) && joined === undefined) read.switches.add(name);
    else if (!isOneOf(VALUES, name)) {
      const hint = didYouMean(word.replace(/=.*/s, ''), KNOWN);
      return { wrong: `不认识“${word}”。${hint}能用的有：${KNOWN.join('、')}。` };
    } else {
      const value = joined ?? args[++i];
      if (read.values.has(name)) return { wrong: `--${name} 写了两次，只写一次。` };
      if (value === undefined || value.startsWith('--')) return { wrong: `--${name} 后面没有写内容。` };
      read.values.set(name, value);
    }
  }
  return read;
}

/** A step by its name or by the name of its file. */
function stepNamed(word: string): Step | { readonly wrong: string } {
  const found = STEPS.find((step) => step === word.trim() || STEP_FILES[step] === word.trim().toLowerCase());
  if (found) return found;
  return { wrong: `没有“${word}”这一步。${didYouMean(word, STEPS)}只有三步：${STEPS.join('、')}。` };
}

/** Reads the command line. What cannot be taken comes back as a sentence. */
export function readApproveArguments(args: readonly string[]): ApproveArguments | { readonly wrong: string } {
  const read = typed(args);
  if ('wrong' in read) return read;
  const { ids, values, switches } = read;
  if (switches.has('help')) return { kind: 'help' };
  const [id, more] = ids;
  if (id === undefined) return { wrong: '没有写是哪一篇：写稿件的 id，就是它文件夹的名字。' };
  if (more !== undefined) {
    return { wrong: `一次只能签一篇：现在写了 ${ids.join('、')}。姓名里有空格的要放在引号里。` };
  }
  if (switches.has('show')) return { kind: 'show', id };
  const word = values.get('step');
  if (word === undefined) return { wrong: `没有写审到哪一步：加上 --step 初审，三步是${STEPS.join('、')}。` };
  const step = stepNamed(word);
  if (typeof step !== 'string') return step;
  const name = values.get('by');
  if (name === undefined) return { wrong: '没有写谁审的：加上 --by 姓名，写审稿人的真实姓名。' };
  const by = tidyName(name);
  const complaint = nameComplaint(by);
  if (complaint !== null) return { wrong: complaint };
  return { kind: 'sign', id, step, by, again: switches.has('again') };
}
