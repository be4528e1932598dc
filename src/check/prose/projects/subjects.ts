import { matchesIn } from '../../text/glance.ts';
import { PROVINCE } from '../../text/provinces.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { OTHER_DOCUMENT } from '../counts/sentences.ts';
import type { ProseBlock } from '../prose.ts';
import type { LineKnown } from './known.ts';
import { masked, type ProjectMention } from './names.ts';
import { withPlainDigits } from './time.ts';

/** A sentence with the lines it speaks of. */
export interface Said {
  /** As written, digits narrowed. */
  readonly raw: string;
  /** The same with names blotted out. */
  readonly text: string;
  /** Where it begins in its block. */
  readonly start: number;
  /** The sentence before it in its block. */
  readonly before: string;
  /** Names in it; where it has none and goes on about what the sentence before named, that name, at its beginning. */
  readonly mentions: readonly ProjectMention[];
  /** Whether the sentence names them itself. */
  readonly own: boolean;
  /** It names none and goes on about none, but tells what one costs after the document: any line with a price is meant. */
  readonly implied: boolean;
}

/** Longer sentences are tables without lines: they are not read. */
const LONGEST = 600;
/** The beginnings of a sentence without a subject of its own: it goes on about what the one before named. */
const GOES_ON = new RegExp(
  String.raw`^[\s“]*(?:答[：:])?(?:其中|分别|(?:该|这个|这一个?|此|本)(?:项目|活动|计划|项|行)|这[项行条]|此项|项目|活动|它|(?:合|总|共)计|[一总]共|(?:附件\d?|方案|通知|正文|任务表|备注|表里|表上)|每[人年名位个座市]|人均|一个|单价|两年|两个年度|为期|[按照]照?(?:计划|方案|通知)|计划|补助|标准|时间|月份|人数|名额|金额|经费|钱数|责任部[室门]|受助者|来${PROVINCE}的|(?:19|20)\d{2}年|[头前第后]一年|第二年|[四4]个?(?:市|城市|市级团委)|各市)`,
  'u',
);

/** What a sentence names of what was spoken of before, wherever it stands in it. */
const NAMES_AGAIN = /它(?!们)|该项目|[这那]一?[项笔](?!目?[多些])/u;

const FORMER_OR_LATTER = /(?<former>前者)|后者/gu;
/** 前者 and 后者 as names of the two that stand before them. */
function formerAndLatter(raw: string, own: readonly ProjectMention[], before: readonly ProjectMention[]) {
  return matchesIn(raw, FORMER_OR_LATTER).flatMap(({ index, 0: word, groups }): ProjectMention[] => {
    const ahead = own.filter(({ end }) => end <= index);
    const two = ahead.length > 0 ? ahead : before;
    const [former, latter, ...more] = two;
    if (!former || !latter || more.length > 0) return [];
    const { lines } = groups?.['former'] === undefined ? latter : former;
    return [{ start: index, end: index + word.length, lines }];
  });
}

/** 通知里有一笔每人6000元的补助, 备注写着每个8万元. */
const PRICED =
  /(?:方案|通知|正文|文件)[^。；]*(?:补助|资助|扶助|新生|大学生)[^。；]*元|(?:方案|通知|正文|文件)[^。；]*元[^。；]*(?:补助|资助)|(?:备注|附件)[^。；]*每[个所间处][^。；]*元|每[个所间处][^。；]*元[^。；]*(?:备注|附件|正文)|每[人名][^。；]*元[^。；]*(?:通知|方案|附件|正文)/u;

/** Whether all lines are of one project. */
type IsOneProject = (ids: readonly string[]) => boolean;

/** The sentences of a block, each with what it speaks of. */
export function subjectReader(
  find: (text: string) => readonly ProjectMention[],
  isOneProject: IsOneProject,
  cities: RegExp,
  priced: readonly string[],
  byWords: (text: string) => readonly string[],
) {
  const goesOn = new RegExp(`${GOES_ON.source}|^(?:${cities.source})`, 'u');
  return (source: ProseBlock): Said[] => {
    const text = withPlainDigits(source.text);
    let carried: readonly string[] = [];
    return sentencesIn(text).flatMap(({ start, text: raw }, i, all): Said[] => {
      if (raw.length > LONGEST) return [];
      const named = find(raw);
      const earlier = all[i - 1];
      const again = formerAndLatter(raw, named, earlier ? find(earlier.text) : []);
      const own = [...named, ...again].toSorted((a, b) => a.start - b.start);
      const ids = [...new Set(own.flatMap((m) => m.lines))];
      const before = carried;
      if (ids.length > 0) carried = ids.length === 1 || isOneProject(ids) ? ids : [];
      const words = own.length === 0 ? byWords(raw) : [];
      const goes =
        own.length === 0 && words.length === 0 && before.length > 0 && (goesOn.test(raw) || NAMES_AGAIN.test(raw));
      const open = own.length === 0 && words.length === 0 && !goes;
      const implied = open && raw.includes('元') && PRICED.test(raw) && !OTHER_DOCUMENT.test(raw);
      const lines = words.length > 0 ? words : goes ? before : implied ? priced : null;
      const mentions = lines ? [{ start: 0, end: 0, lines }] : own;
      const sentence = earlier ? text.slice(Math.max(earlier.start, earlier.end - 200), earlier.end) : '';
      return [{ raw, text: masked(raw, own), start, before: sentence, mentions, own: own.length > 0, implied }];
    });
  };
}

/** The one line that some names stand for; undefined where they stand for none or for several. */
export function onlyLine(
  mentions: readonly ProjectMention[],
  lines: ReadonlyMap<string, LineKnown>,
): LineKnown | undefined {
  const [known, ...others] = linesOf(mentions, lines);
  return others.length === 0 ? known : undefined;
}

/** All lines that some names stand for. */
export const linesOf = (mentions: readonly ProjectMention[], lines: ReadonlyMap<string, LineKnown>): LineKnown[] =>
  mentions.length === 0 ? [] : [...new Set(mentions.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
