import { closing, type MarkFault, markFaults } from '../../text/quotation-marks.ts';
import type { OwnRule, ProseBlock, ProseFinding } from '../prose.ts';

const NAMES: Readonly<Record<string, string>> = {
  '《': '书名号',
  '〈': '书名号',
  '（': '括号',
  '【': '括号',
  '〔': '括号',
};
const nameOf = (kind: string) => NAMES[kind] ?? '引号';
const SEVERAL = '引语分几段的，每段开头都写前引号，只在最后一段末尾写后引号。';

interface Fault extends MarkFault {
  readonly block: number;
}

type Words = Pick<ProseFinding, 'severity' | 'code' | 'what' | 'expected' | 'mend'>;

function wordsOf({ kind, fault }: MarkFault): Words {
  const [name, close] = [nameOf(kind), closing(kind)];
  const pair = `${kind}……${close}成对`;
  const put = { severity: 'error', code: 'unpaired-mark' } as const;
  const several = name === '引号' ? SEVERAL : '';
  switch (fault) {
    case 'unclosed':
      return {
        ...put,
        what: `${name}有前半个，没有后半个`,
        expected: pair,
        mend: `在该收尾的地方补上${close}。${several}`,
      };
    case 'unopened':
      return {
        ...put,
        what: `${name}有后半个，没有前半个`,
        expected: pair,
        mend: `在该起头的地方补上${kind}，或者删去多的。`,
      };
    case 'twice':
      return { ...put, what: `${name}的前后写成了一样的`, expected: pair, mend: `前面用${kind}，后面用${close}。` };
    case 'crossed':
      return {
        ...{ severity: 'error', code: 'crossed-marks', what: '两种成对的标点互相交叉' },
        expected: '先开的后收，一层套一层',
        mend: '调换相邻两个收尾标点的次序，例如“《……》”在引号里面的，先收书名号再收引号。',
      };
    case 'mixed':
      return {
        ...{ severity: 'warning', code: 'mixed-brackets', what: '一对括号一个是全角，一个是半角' },
        expected: '（……）都用全角',
        mend: '把半角的那一个改成全角。',
      };
    case 'nested':
      return {
        ...{ severity: 'warning', code: 'nested-quotation-marks', what: '引号里面又用了同样的引号' },
        expected: kind === '“' ? '里面一层用‘……’' : '里面一层用“……”',
        mend: '引语里面的引语换成另一种引号；要是前一句漏了后引号，补上。',
      };
  }
}

/** Parts whose words go on in the next block. */
const RUNNING: ReadonlySet<ProseBlock['part']> = new Set(['paragraph', 'item', 'note']);
const goesOn = (block: ProseBlock, next: ProseBlock | undefined): next is ProseBlock =>
  next !== undefined && RUNNING.has(block.part) && RUNNING.has(next.part) && next.quoted === block.quoted;

/** How many blocks a quotation or a bracket may run over. */
const MOST_BLOCKS = 12;

/** Drops what is no fault: a quotation of several paragraphs that opens each of them, a bracket around paragraphs. */
function acrossBlocks(blocks: readonly ProseBlock[], byBlock: readonly (readonly Fault[])[]): Fault[] {
  const dropped = new Set<Fault>();
  for (const [i, faults] of byBlock.entries()) {
    const open = faults.findLast(({ fault }) => fault === 'unclosed');
    const block = blocks[i];
    if (!open || !block || dropped.has(open)) continue;
    for (let j = i + 1; j <= i + MOST_BLOCKS && goesOn(block, blocks[j]); j++) {
      const next = blocks[j]?.text.trimStart() ?? '';
      if (j === i + 1 && nameOf(open.kind) === '引号' && next.startsWith(open.kind === '‘' ? '“' : open.kind)) {
        dropped.add(open);
        break;
      }
      const other = byBlock[j]?.find(({ kind }) => kind === open.kind);
      if (!other) continue;
      // Brackets may close in a later paragraph; of a quotation the paragraphs between lack their opening mark: one fault.
      if (other.fault === 'unopened') {
        dropped.add(other);
        if (nameOf(open.kind) === '括号') dropped.add(open);
      }
      break;
    }
  }
  return byBlock.flat().filter((fault) => !dropped.has(fault));
}

/** Straight quotation marks that have no partner; inches and seconds stand behind a digit. */
function oddStraight(block: ProseBlock, index: number): ProseFinding[] {
  const places = [...block.text.matchAll(/"/g)].map((match) => match.index);
  const [last] = places.slice(-1);
  if (last === undefined || places.length % 2 === 0 || !/\p{Script=Han}/u.test(block.text)) return [];
  if (places.some((at) => /\d/.test(block.text[at - 1] ?? ''))) return [];
  return [
    {
      ...{ block: index, start: last, end: last + 1 },
      severity: block.quoted ? 'warning' : 'error',
      code: 'unpaired-mark',
      what: '直的引号不成对',
      found: `直引号有${places.length}个`,
      expected: '中文引号“……”，一前一后成对',
      written: null,
      mend: '把直的引号换成中文的，前面一个“，后面一个”。',
    },
  ];
}

/** Quotation marks, title marks and brackets that have no partner, cross each other or are of two widths. */
export const quotationMarks: OwnRule = () => {
  return ({ blocks }) => {
    const straight = blocks.map(oddStraight);
    const byBlock = blocks.map(({ text }, block) => {
      const faults = markFaults(text).map((fault) => ({ ...fault, block }));
      // “甲": the straight mark is the other half, and told already.
      const single = straight[block]?.length
        ? faults.findIndex(({ kind, fault }) => kind === '“' && fault.startsWith('un'))
        : -1;
      return faults.filter((_, i) => i !== single);
    });
    const paired = acrossBlocks(blocks, byBlock).map((fault): ProseFinding => {
      const text = blocks[fault.block]?.text ?? '';
      const { severity, ...words } = wordsOf(fault);
      return {
        ...{ block: fault.block, start: fault.start, end: fault.end, written: null },
        ...words,
        severity: blocks[fault.block]?.quoted ? 'warning' : severity,
        found: `“${text.slice(Math.max(0, fault.start - 6), fault.end + 10)}”`,
      };
    });
    return [...straight.flat(), ...paired];
  };
};
