import { programmeNumbers } from '../../text/numbers.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { isProved } from '../counts/words.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { wrongDifferences } from './differences.ts';
import { executorReader } from './executors.ts';
import { knownLines, type LineKnown } from './known.ts';
import { type Mention, masked, mentionFinder } from './names.ts';
import { countsLine, meant } from './nouns.ts';
import { isDivided, leadsTo, ofYear, type Ratio, ratio, yearBehind } from './share-parts.ts';
import { thingRatios, townshipRatios } from './share-things.ts';
import { growthsIn, type Share, sharesIn } from './share-words.ts';
import { namesOtherTime, narrow } from './time.ts';

/** The share ends what is said: 占一半，… ; 超过一半是女生 is of somebody else. */
const ENDS = /^(?:$|[，。；、！）]|了[，。；]|的(?:人数|资金|名额|项目|乡镇|数|钱|份额)?[，。；])/u;
/** 减少了一半 is no share. */
const CHANGED = /(?:增加|增长|减少|下降|降低|缩减|提高|上升|压缩|多|少|降|涨)(?:了|出)?$/u;
const OTHER =
  /实际|已经|报名|参加了|到场|来了|男|女|队员|其余|另|如果|假如|不是|并非|[？?][”’」』）)]*\s*$|今年|去年|明年|出席|党员|师生比|正确率|出勤|湿度|折/u;
/** Shares and growth of the plan's own numbers that are not so: half of the townships, twice the money of the year before. */
export const projectShares: PlanRule = ({ programme }) => {
  const find = mentionFinder(programme);
  const read = programmeNumbers(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const executors = executorReader(programme);
  const things = thingRatios(programme);
  const townshipsBehind = townshipRatios(programme);
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));

  /** Shares of a line: one year's, somebody's, or one line's among several. */
  function ofLines(clause: string, ahead: string, own: readonly LineKnown[], named: readonly LineKnown[]): Ratio[] {
    // 四个里，某市占一半: the whole is typed, no year's part of it is meant.
    const isWhole = (k: LineKnown) =>
      read(ahead).some((n) => n.value === k.inAll('all')?.value && countsLine(n.unit, k));
    const year = [...clause.matchAll(/(?:19|20)\d{2}(?=年)/gu)].map(([y]) => Number(y)).at(-1);
    const who = executors.read(clause);
    // 每市两年100人，占四市总数的…: each of them among all.
    const each = [who, executors.read(ahead)].some(({ kind, who: all }) => kind === 'each' && all === 'all');
    const some = who.kind !== 'open' && who.who !== 'all' ? who.who : null;
    // 是2019年的一半: of another year.
    const before = /(?:前一年|上一年|上年|头一年|第一年)的$/u.test(clause) ? String(years[0] ?? '') : undefined;
    const whole = before ?? /(?<year>(?:19|20)\d{2})年的$/u.exec(clause)?.groups?.['year'];
    if (whole !== undefined) {
      return named.flatMap((k) =>
        k.years.flatMap((y) => ratio(k.inYear(y, 'all')?.value ?? 0, k.inYear(Number(whole), 'all')?.value ?? 0)),
      );
    }
    return named.flatMap((k): Ratio[] => {
      const [all, inYear] = [k.inAll('all'), year === undefined ? null : k.inYear(year, 'all')];
      const ofYear = all && inYear ? ratio(inYear.value, all.value) : [];
      const ofEach = each ? k.executors.flatMap((e) => ratio(k.inAll([e])?.value ?? 0, all?.value ?? 0)) : [];
      const ofSome = some
        ? [k.inAll(some), ...(isWhole(k) ? [] : k.years.map((y) => k.inYear(y, some)))].flatMap((part, i) => {
            const whole = i === 0 ? all : k.inYear(k.years[i - 1] ?? 0, 'all');
            return part && whole ? ratio(part.value, whole.value) : [];
          })
        : [];
      const others = named.length > 1 ? named : [...lines.values()].filter(({ project }) => project === k.project);
      const among = others.filter((o) => o.line.unit === k.line.unit);
      const ofLine =
        own.includes(k) && among.length > 1
          ? [...k.years.map((y) => (o: LineKnown) => o.inYear(y, 'all')), (o: LineKnown) => o.inAll('all')].flatMap(
              (of) =>
                ratio(
                  of(k)?.value ?? 0,
                  among.reduce((sum, o) => sum + (of(o)?.value ?? 0), 0),
                ),
            )
          : [];
      return [...ofYear, ...ofEach, ...ofSome, ...ofLine];
    });
  }

  /** The number typed last before the share among larger ones of its unit. */
  function ofNumbers(sentence: string, at: number, known: readonly LineKnown[]): Ratio[] {
    const numbers = read(sentence.slice(0, at))
      .map((n) => meant(n, sentence))
      .filter((n) => !n.approximate && !n.ordinal && n.unit !== '' && n.unit !== '年' && n.unit !== '月');
    const part = numbers.at(-1);
    if (!part || !known.some((k) => countsLine(part.unit, k) || k.cost !== null)) return [];
    // 40万元，占120万元的…: behind 占 stands the whole.
    if (
      /占(?:了|到|全部|全体)?[^，。；\d]{0,12}[\d.一二三四五六七八九十百]+[^，。；\d]{0,4}的$/u.test(
        sentence.slice(0, at),
      )
    )
      return numbers.slice(0, -1).flatMap((n) => (n.unit === part.unit ? ratio(n.value, part.value) : []));
    return numbers.slice(0, -1).flatMap((n) => (n.unit === part.unit ? ratio(part.value, n.value) : []));
  }

  /** A line's own number among a larger one that is typed: 85万元里，某行占…. */
  function ofTyped(sentence: string, at: number, own: readonly LineKnown[]): Ratio[] {
    const [k] = own;
    if (!k || own.length > 1) return [];
    const parts = [k.inAll('all'), ...k.years.map((y) => k.inYear(y, 'all'))].filter((p) => p !== null);
    return read(sentence.slice(0, at))
      .map((n) => meant(n, sentence))
      .filter((n) => !n.approximate && !n.ordinal && countsLine(n.unit, k))
      .flatMap((n) => parts.flatMap((p) => (p.unit === n.unit ? ratio(p.value, n.value) : [])));
  }

  /** 七成走的是某项目, 过半的乡镇都在某县; null where whose it is does not stand behind it. */
  function whoseBehind({ end }: Share, sentence: string, mentions: readonly Mention[]): Ratio[] | null {
    const next = mentions.find((m) => m.start >= end && m.start - end < 14);
    if (next && leadsTo(sentence.slice(end, next.start))) {
      const [k, ...more] = [...new Set(next.lines)].flatMap((id) => lines.get(id) ?? []);
      const all = k
        ? [...lines.values()].filter(({ project, line }) => project === k.project && line.unit === k.line.unit)
        : [];
      if (!k || more.length > 0 || all.length < 2) return null;
      const of = (size: (o: LineKnown) => number) =>
        ratio(
          size(k),
          all.reduce((sum, o) => sum + size(o), 0),
        );
      return [
        ...k.years.flatMap((y) => of((o) => o.inYear(y, 'all')?.value ?? 0)),
        ...of((o) => o.inAll('all')?.value ?? 0),
      ];
    }
    return townshipsBehind(sentence, end);
  }

  function share(source: ProseBlock, block: number, sentence: string, offset: number, mentions: readonly Mention[]) {
    return sharesIn(sentence).flatMap((one): ProseFinding[] => {
      const placed = yearBehind(sentence.slice(one.end), years);
      const given = whoseBehind(one, sentence, mentions);
      if (given)
        return given.length > 0 && !given.some(({ value }) => fits(one, value))
          ? [finding(source, block, offset, one, given)]
          : [];
      if ((!ENDS.test(sentence.slice(one.end)) && placed === null) || CHANGED.test(sentence.slice(0, one.start)))
        return [];
      const from = Math.max(...['，', '；', '。', '：'].map((mark) => sentence.lastIndexOf(mark, one.start - 1))) + 1;
      const clause = sentence.slice(from, one.start);
      const known = (some: readonly Mention[]) =>
        [...new Set(some.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
      const named = known(mentions);
      const own = known(mentions.filter((m) => m.start >= from && m.end <= one.start));
      const typed = isDivided(sentence.slice(0, one.start), read);
      if (typed !== null) {
        const right = { value: typed.part / typed.whole, words: `${typed.part}÷${typed.whole}` };
        return fits(one, right.value) ? [] : [finding(source, block, offset, one, [right])];
      }
      if (placed !== null) {
        const right = named.length === 1 ? ofYear(named, placed) : [];
        const wrong = right.length > 0 && !right.some(({ value }) => fits(one, value));
        return wrong ? [finding(source, block, offset, one, right)] : [];
      }
      const ratios = [
        ...(named.length > 0
          ? [
              ...ofLines(clause, sentence.slice(0, from), own, named),
              ...ofNumbers(sentence, one.start, named),
              ...ofTyped(sentence, one.start, own),
            ]
          : []),
        ...things(clause, sentence),
      ];
      if (ratios.length === 0 || ratios.some(({ value }) => fits(one, value))) return [];
      return [finding(source, block, offset, one, ratios.slice(0, 2))];
    });
  }

  function growth(source: ProseBlock, block: number, sentence: string, offset: number, mentions: readonly Mention[]) {
    const ids = new Set(mentions.flatMap((m) => m.lines));
    const [known] = [...ids].flatMap((id) => lines.get(id) ?? []);
    const [first, last] = [years[0], years.at(-1)];
    if (!known || ids.size > 1 || first === undefined || last === undefined || first === last) return [];
    const [before, after] = [known.inYear(first, 'all'), known.inYear(last, 'all')];
    if (!before || !after || before.value === 0) return [];
    return growthsIn(sentence).flatMap((one): ProseFinding[] => {
      // 2019年比2020年多一倍 counts the other way.
      const back = new RegExp(`${first}年[^，。；]{0,12}比${last}年`, 'u').test(sentence);
      const value = back ? before.value / after.value : after.value / before.value;
      if (one.least <= value && value <= one.most) return [];
      const words = `${before.words}，${after.words}`;
      return [{ ...finding(source, block, offset, one, []), expected: words, written: before.written }];
    });
  }

  function differences(source: ProseBlock, block: number, text: string, offset: number, mentions: readonly Mention[]) {
    const [known, ...others] = [...new Set(mentions.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
    if (!known || others.length > 0) return [];
    return wrongDifferences(text, known, read).map(({ start, end, expected, written }) => ({
      ...finding(source, block, offset, { start, end }, []),
      ...{ code: 'project-number', what: '两年相差的数与文件不一致', expected, written },
      mend: '照附件的两个数减一遍，改成相差的数；如果说的是实际数，写明“实际”。',
    }));
  }

  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      if (!/半|成|分之|[%％]|翻|倍|逐年|年年|一年比|一样|持平|不变|相同|比|[多少增减降涨差]了|差/u.test(source.text))
        return [];
      const text = narrow(source.text);
      return sentencesIn(text).flatMap(({ start, end }): ProseFinding[] => {
        const raw = text.slice(start, end);
        if (raw.length > 400 || OTHER.test(raw) || namesOtherTime(raw, years, issued)) return [];
        const mentions = find(raw);
        const sentence = masked(raw, mentions);
        return [
          ...share(source, block, sentence, start, mentions),
          ...growth(source, block, sentence, start, mentions),
          ...differences(source, block, sentence, start, mentions),
        ].filter((f) => !isProved(source, f));
      });
    });
};

const fits = ({ least, most }: Share, value: number) => value >= least - 1e-9 && value <= most + 1e-9;

function finding(
  source: ProseBlock,
  block: number,
  offset: number,
  { start, end }: Range,
  ratios: readonly Ratio[],
): ProseFinding {
  const range = { start: start + offset, end: end + offset };
  const right = ratios.map(({ value, words }) => `${words}，占${Math.round(value * 1000) / 10}%`);
  return {
    ...{ block, ...range, severity: source.quoted ? 'warning' : 'error', code: 'wrong-share' },
    what: '比例和文件里的数对不上',
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: [...new Set(right)].join('；'),
    written: null,
    mend: '照附件的数重新算一遍，把比例改对；如果说的是别的数，写明是什么数。',
  };
}
