import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { annexCalled, isSigned } from '#domain/plan/document-words.ts';
import type { PlanTable } from '#domain/plan/plan.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { keptByText } from '../../text/kept-by-text.ts';
import { type OtherWords, Reworded } from '../../text/reworded.ts';
import type { ProseBlock, ProseFinding, ProseReader } from '../prose.ts';
import { atOriginal, inOtherWords } from '../reworded-blocks.ts';

/**
 * The rules about the document know it as 通知 or 方案 with 附件1, 附件2. A document that calls itself 协议 with 表一 and
 * 附表2 is read in those words: a story is put into them before a rule reads it, with its places kept, and what the rule
 * says is put back. What stands in quotation marks stays as it is, for it is compared with the document word for word.
 */
const DOCUMENT = '通知';
const ANNEX = '附件';
const KNOWN: ReadonlySet<string> = new Set([DOCUMENT, '方案']);
const isUsual = ({ label }: Pick<PlanTable, 'label'>) => /^附件\d$/u.test(label);

/** Words that are said of many things: they mean the document where something says so. */
const COMMON: ReadonlySet<string> = new Set(
  '计划 安排 规划 意见 办法 决定 要点 措施 规定 倡议 清单 公告 纲要'.split(' '),
);

const HAN = '一二三四五六七八九';
const numberOf = (digits: string): number => chineseNumber(digits) ?? Number(digits);
/** 一, 1, （一）: what stands behind 表 and 附表. */
const NUMBERED = `[（(]?(?<number>\\d{1,2}(?!\\d)|[${HAN}]?十?[${HAN}](?![十百个张]))[）)]?`;
/** No table: 代表, 手表; 表示 and 表一表 neither. */
const NO_TABLE = '(?<![代外手钟仪发列填报课图])';

/** Names that hold the word and are not the document: a department, a place, a project. */
function otherNames({ departments, places, projects, site }: Programme, noun: string): string[] {
  const names = [
    ...departments.map(({ name }) => name),
    ...[...places.values()].map(({ name }) => name),
    ...projects.flatMap((p) => [p.title, p.short, ...(p.aliases ?? []), ...p.lines.flatMap((l) => [l.title, l.short])]),
    site.name,
  ];
  return [...new Set(names)].filter((name) => name.includes(noun));
}

/** How a text calls the document: its word and, of 协议 and 协议书, the other one. */
function documentPattern(noun: string): string {
  const base = RegExp.escape(noun.replace(/书$/u, ''));
  const word = /^(?:协议|倡议|任务|责任)书?$/u.test(noun) ? `${base}书?` : RegExp.escape(noun);
  if (!COMMON.has(noun)) return word;
  const meant = `(?<=这份|这个|本|该|此|(?:按照?|根据|依据|据|依照|落实|印发的?|《[^《》]{2,60})(?:这份)?)${word}`;
  const holds = `${word}(?=(?:正文|里|中|的)?(?:第|附|共|一共|只?有|写|规定|提出|要求|明确|列|管|[由于]|印发)|正文|的(?:正文|附|落款))`;
  return /^(?:计划|安排)$/u.test(noun) ? `(?<=这份|本|该|此)${word}` : `${meant}|${holds}`;
}

/** 共建协议 as 共建通知. */
const asShort = (short: string, noun: string) =>
  short.endsWith(noun) ? short.slice(0, -noun.length) + DOCUMENT : short;

/** Finds what a text says in its own words of the document and its annexes. */
function piecesReader({ tables, words, ...programme }: Programme) {
  const noun = words.document.noun;
  const own = tables.map(({ label }, i) => [label, `${ANNEX}${i + 1}`] as const);
  const labels = own.map(([label]) => RegExp.escape(label)).sort((a, b) => b.length - a.length);
  const stems = [...new Set(tables.map(({ label }) => annexCalled(label)).filter((stem) => !labels.includes(stem)))];
  const byNumber = (stem: string, number: number): string | undefined => {
    const at = tables.findIndex(
      ({ label }) =>
        annexCalled(label) === stem && numberOf(label.slice(stem.length).replace(/[（()）\s]/gu, '')) === number,
    );
    if (at >= 0) return `${ANNEX}${at + 1}`;
    // One that is not there must not become one that is.
    return number > tables.length ? `${ANNEX}${number}` : undefined;
  };
  const of = (stem: string) => `${stem === '表' ? NO_TABLE : ''}${RegExp.escape(stem)}`;
  const alone = stems.map((stem) =>
    stem === '表' ? '(?<=^|[，。；、：\\s]|[这那几两三四五]张)表(?=[里上中内])' : `${RegExp.escape(stem)}(?![示达明])`,
  );
  const other = otherNames({ tables, words, ...programme }, noun).map((name) => RegExp.escape(name));
  const isOther = new RegExp(other.join('|') || '(?!)', 'gu');
  const { short } = programme.document;
  const parts = [
    ...(short.endsWith(noun) && short !== noun && !KNOWN.has(noun) ? [`(?<short>${RegExp.escape(short)})`] : []),
    ...(labels.length > 0 ? [`(?<label>${labels.join('|')})(?![\\d十])`] : []),
    ...(stems.length > 0 ? [`(?<stem>${stems.map(of).join('|')})${NUMBERED}`, `(?<annex>${alone.join('|')})`] : []),
    ...(KNOWN.has(noun) ? [] : [`(?<noun>${documentPattern(noun)})`]),
    ...(isSigned(noun) ? ['(?<signed>签订|签署|订立)'] : []),
  ];
  const any = new RegExp(parts.join('|'), 'gu');
  const nouns = new RegExp(documentPattern(noun), 'u');

  return (text: string): OtherWords[] => {
    const names = [...text.matchAll(isOther)].map(({ index, 0: name }) => [index, index + name.length] as const);
    return [...text.matchAll(any)].flatMap(({ index, 0: word, groups = {} }): OtherWords[] => {
      const { label, stem, number = '', signed } = groups;
      if (names.some(([start, end]) => start <= index && index < end)) return [];
      const before = text.slice(0, index);
      const isQuoted = before.lastIndexOf('“') > before.lastIndexOf('”') && text.includes('”', index);
      const inTitle = before.lastIndexOf('《') > before.lastIndexOf('》');
      if (isQuoted || inTitle || (signed !== undefined && !nouns.test(text))) return [];
      const usual = label
        ? own.find(([one]) => one === label)?.[1]
        : stem
          ? byNumber(stem, numberOf(number))
          : signed
            ? '印发'
            : groups['short']
              ? asShort(short, noun)
              : groups['annex']
                ? ANNEX
                : DOCUMENT;
      return usual === undefined || usual === word ? [] : [{ start: index, end: index + word.length, usual }];
    });
  };
}

/** The programme with its annexes called 附件1, 附件2, wherever a rule looks for their names. */
function inUsualWords(programme: Programme): Programme {
  const { tables, targetTables, passages, document, words } = programme;
  const labels = new Map(tables.map(({ label }, i) => [label, `${ANNEX}${i + 1}`]));
  const called = <Table extends PlanTable>(table: Table): Table => ({
    ...table,
    label: labels.get(table.label) ?? table.label,
  });
  const begun = (words: string) => {
    const label = [...labels.keys()].find((one) => words.startsWith(one));
    return label === undefined ? words : `${labels.get(label)}${words.slice(label.length)}`;
  };
  return {
    ...programme,
    tables: tables.map(called),
    targetTables: targetTables.map(called),
    document: {
      ...document,
      short: KNOWN.has(words.document.noun) ? document.short : asShort(document.short, words.document.noun),
    },
    passages: new Map(
      [...passages].map(([id, passage]) => [
        id,
        { ...passage, label: begun(passage.label), short: begun(passage.short) },
      ]),
    ),
  };
}

/** A programme as the rules about the document know it, and how a reader made from it reads stories. */
export interface UsualWords {
  readonly programme: Programme;
  readonly reading: (read: ProseReader) => ProseReader;
}

/** null: the document and its annexes are called as the rules know them. */
export function usualWords(programme: Programme): UsualWords | null {
  const { tables, words, clauses } = programme;
  if (KNOWN.has(words.document.noun) && tables.every(isUsual)) return null;
  const pieces = piecesReader(programme);
  const reworded = keptByText((text) => {
    const own = pieces(text);
    return own.length === 0 ? null : new Reworded(text, own);
  });
  const inText = (text: string) => reworded(text)?.text ?? text;
  const holds = (word: string) => clauses.some(({ text }) => text.includes(word));
  const [saysDocument, saysAnnex] = [holds(DOCUMENT), holds(ANNEX)];
  /** What a rule says, in the document's own words; a word that the document itself uses may be its own. */
  const back = (said: string): string => {
    const labelled = said.replaceAll(
      /附件(\d{1,2})/gu,
      (all, number: string) => tables[Number(number) - 1]?.label ?? all,
    );
    const annexed = saysAnnex ? labelled : labelled.replaceAll(ANNEX, words.annex.noun);
    return saysDocument ? annexed : annexed.replaceAll(DOCUMENT, words.document.noun);
  };

  const inBlock = (block: ProseBlock): ProseBlock => {
    const { citation } = block;
    // Words of the document itself: only who said them is read.
    if (citation)
      return citation.by === null ? block : { ...block, citation: { ...citation, by: inText(citation.by) } };
    const own = reworded(block.text);
    return own === null ? block : inOtherWords(block, own);
  };

  const inOriginal = (found: ProseFinding, original: ProseBlock, block: ProseBlock): ProseFinding => {
    const own = block.citation || block === original ? null : reworded(original.text);
    const said = { expected: back(found.expected), what: back(found.what), mend: back(found.mend) };
    const written = found.written === null ? null : back(found.written);
    if (own === null) return { ...found, ...said, written };
    const at = atOriginal(found, original, own);
    return { ...found, ...said, ...at, written, found: at.found ?? back(found.found) };
  };

  return {
    programme: inUsualWords(programme),
    reading: (read) => (prose) => {
      const blocks = prose.blocks.map(inBlock);
      return read({ ...prose, blocks }).flatMap((found) => {
        const [original, block] = [prose.blocks[found.block], blocks[found.block]];
        return original && block ? [inOriginal(found, original, block)] : [];
      });
    },
  };
}
