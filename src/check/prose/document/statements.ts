import type { Programme } from '#domain/programme/programme.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { OTHER_DOCUMENT } from '../counts/sentences.ts';
import { withPlainDigits } from '../projects/time.ts';
import type { ProseFinding, ProseReader, Range } from '../prose.ts';
import { hasOtherYear } from '../scope.ts';
import { aboutReader } from './words.ts';

/** What a sentence says of the document that it does not say, and what it does. */
export interface Fault extends Range {
  readonly right: string;
  readonly written: string | null;
}

/** A sentence that may speak of the document. */
export interface Statement {
  readonly text: string;
  /** Where it begins in its block. */
  readonly start: number;
  /** The block up to this sentence. */
  readonly earlier: string;
}

/** Nothing is stated, or another thing than the document's: supposed, asked, denied, mistaken. */
const NOT_STATED =
  /不是|并非|而非|不对|误|错|如果|假如|要是|假设|建议|本应|应当改|改为|改成|原来|后来|[？?][”’」』）)]*\s*$|还是|实际|听说|据说|传说|以为|难道|是不是|并不/u;

/** Words of which one stands in whatever speaks of the document. */
const OF_PLAN =
  /方案|通知|文件|附件|表|正文|项目|牵头|配合|团委|领导小组|名单|制度|要求|部分|方面|行动|结对|对接|对口|援|计划|任务|名额|乡|镇|县|市|[部办]/u;

/** How faults of one kind are told. */
interface Told extends Pick<ProseFinding, 'code' | 'what' | 'mend'> {
  readonly severity?: ProseFinding['severity'];
}

/** Reads a story sentence by sentence for one kind of statement about the document. `glance`: whether a block may hold any. */
export function statementsReader(
  programme: Programme,
  faultsIn: (statement: Statement) => readonly Fault[],
  { severity = 'warning', ...told }: Told,
  glance: RegExp,
): ProseReader {
  const { withoutTitles } = aboutReader(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      if (source.part === 'cell' || !glance.test(source.text)) return [];
      return sentencesIn(source.text).flatMap(({ start, text: raw }): ProseFinding[] => {
        if (raw.length > 400 || !glance.test(raw) || !OF_PLAN.test(source.text)) return [];
        const text = withPlainDigits(raw);
        if (NOT_STATED.test(text) || withoutTitles(text).another || OTHER_DOCUMENT.test(text)) return [];
        if (hasOtherYear(text, programme)) return [];
        const earlier = source.text.slice(Math.max(0, start - 200), start);
        return faultsIn({ text, start, earlier }).map((fault): ProseFinding => {
          const range = { start: fault.start + start, end: fault.end + start };
          const found = `“${source.text.slice(range.start, range.end)}”`;
          return { ...told, block, ...range, found, severity, expected: fault.right, written: fault.written };
        });
      });
    });
}
