import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import { type Compared, type Comparison, comparisonsIn } from '../../text/comparisons.ts';
import { matchesIn } from '../../text/glance.ts';
import type { NumberReader } from '../../text/numbers.ts';
import type { ExecutorReader } from './executors.ts';
import { called, type Wrong } from './finding.ts';
import { equals, type Known, type LineKnown } from './known.ts';
import { linesOf, onlyLine, type Said } from './subjects.ts';

/** What is needed to compare lines, and cities within one. */
interface Sizes {
  readonly lines: ReadonlyMap<string, LineKnown>;
  readonly executors: { readonly read: ExecutorReader; readonly city: RegExp };
  readonly read: NumberReader;
}

type Measure = 'quantity' | 'cost' | 'money' | 'days';

const DAYS = /天|时间|期限|长|短/u;
const COST = /每[人名位个]|单价|标准|一[个名]|人均|每份/u;
const MONEY = /钱|金额|资金|经费|元|贵|便宜|投入|补助/u;
const QUANTITY = /人|名额|名|个数|数目|数量|孩子|学生|青少年|新生|志愿者|队员|规模|任务/u;

const SAYS_MEASURE = new RegExp([DAYS, COST, MONEY, QUANTITY].map(({ source }) => source).join('|'), 'u');

/** What is compared, by the words of the clause. */
function measureOf(words: string, pair: readonly LineKnown[]): Measure | null {
  if (
    /天|时间|期限|[长短](?:了|出|$|\d)/u.test(words) ||
    (DAYS.test(words) && pair.every((k) => k.days.length > 0 && !QUANTITY.test(words)))
  )
    return 'days';
  if (COST.test(words) && (MONEY.test(words) || pair.every((k) => k.cost))) return 'cost';
  if (MONEY.test(words)) return 'money';
  if (QUANTITY.test(words)) return 'quantity';
  // Nothing is said: what both count.
  return new Set(pair.map((k) => k.line.unit)).size === 1 ? 'quantity' : null;
}

/** The sizes of a line by one measure, in the readings that the words allow: in each year, in all. */
function sizesOf(
  known: LineKnown,
  measure: Measure,
  years: readonly number[],
  total: boolean,
): ReadonlyMap<string, Known> {
  const readings: [string, Known | null][] =
    measure === 'days'
      ? [['days', known.days[0] ?? null]]
      : measure === 'cost'
        ? [['cost', known.cost]]
        : [
            ...(total ? [] : years).map((y): [string, Known | null] => [
              String(y),
              measure === 'money' && !isMoney(known.line.unit) ? known.money(y) : known.inYear(y, 'all'),
            ]),
            [
              'all',
              years.length < known.years.length
                ? null
                : measure === 'money' && !isMoney(known.line.unit)
                  ? known.money()
                  : known.inAll('all'),
            ],
          ];
  return new Map(readings.flatMap(([when, value]) => (value ? [[when, value] as const] : [])));
}

const amount = ({ value, unit }: Pick<Known, 'value' | 'unit'>) =>
  isMoney(unit) ? convertMoney({ value, unit }, '元').value : value;

/** Whether a comparison holds in some reading; undefined where it cannot be told. */
function isSo(
  { holds, by }: Comparison<unknown>,
  one: ReadonlyMap<string, Known>,
  others: readonly ReadonlyMap<string, Known>[],
): boolean | undefined {
  const asked = [...one].filter(([when]) => others.every((o) => o.has(when)));
  if (asked.length === 0 || others.length === 0) return undefined;
  return asked.some(([when, size]) =>
    others.every((other) => {
      const beside = other.get(when);
      if (!beside) return false;
      if (isMoney(size.unit) !== isMoney(beside.unit)) return true;
      const [a, b] = [amount(size), amount(beside)];
      return by ? Math.abs((a - b) * by.sign - amount(by.number)) < 0.005 : holds(a, b);
    }),
  );
}

/** Lines of the plan set against each other, and cities within one, where the annexes have it otherwise. */
export function wrongComparisons(said: Said, { lines, executors, read }: Sizes): Wrong[] {
  const { text } = said;
  if (!/比|倍|最|更|一样|相同|相等|持平|垫底|不如|不及|没有|[高多大长贵低少小短]于|多|够/u.test(text)) return [];
  return [
    ...ofLines(said, lines, read),
    ...ofCities(said, lines, executors),
    ...oneMore(said, lines, executors),
    ...buys(said, lines, read),
  ];
}

function ofLines({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>, read: NumberReader): Wrong[] {
  const things = mentions.flatMap((mention): Compared<LineKnown>[] => {
    const known = onlyLine([mention], lines);
    return known && known.line.row !== undefined && mention.end > mention.start ? [{ ...mention, thing: known }] : [];
  });
  const named = linesOf(mentions, lines);
  return comparisonsIn(text, things, read).flatMap((comparison): Wrong[] => {
    const { one, other, words, start, end } = comparison;
    const all = other
      ? [other]
      : (named.length > 1 ? named : [...lines.values()]).filter((k) => k.line.row !== undefined);
    const pair = other ? [one, other] : [one];
    // 甲每人10天，乙每人30天，后者是前者的三倍: what is compared was said before.
    const said = measureOf(SAYS_MEASURE.test(words) ? words : text.slice(0, end), pair);
    // 资助款5000元，比某行多2000元: what one gets is told.
    const isRate =
      (said === 'money' &&
        other !== null &&
        pair.every((k) => k.cost) &&
        /单人|人均|每[人名位]|一个人/u.test(text.slice(0, end))) ||
      (said === 'money' && read(text).some((n) => pair.some((k) => k.cost && equals(n.value, n.unit, k.cost))));
    const measure = isRate ? 'cost' : said;
    if (measure === null || one === other) return [];
    const year = /(?:19|20)\d{2}(?=年)/u.exec(words)?.[0];
    const years = year === undefined ? one.years : [Number(year)];
    const total = /[两三四五六七八九十]年(?!级)|合计|总|一共|共/u.test(words);
    const sizes = (k: LineKnown) => sizesOf(k, measure, years, total);
    const alike = all.filter(
      (k) => k !== one && (measure !== 'quantity' || k.line.unit === one.line.unit) && sizes(k).size > 0,
    );
    if (other && alike.length === 0) return [];
    // Of all it may be meant of those of its annex, its field or its project.
    const groups =
      other || named.length > 1
        ? [alike]
        : [
            alike,
            alike.filter((k) => k.project.field === one.project.field),
            alike.filter((k) => k.executors.length > 0 === one.executors.length > 0),
          ];
    const answers = groups.map((group) => isSo(comparison, sizes(one), group.map(sizes)));
    if (answers[0] === undefined || answers.some((so) => so === true)) return [];
    const right = [one, ...alike.slice(0, 3)].flatMap((k) => {
      const own = [...sizes(k).values()].at(-1);
      return own ? [{ ...own, words: `${called(k)}${own.words}` }] : [];
    });
    return [wrong({ start, end }, right)];
  });
}

/** Each place of a text that names one city alone. */
const citiesIn = (text: string, { read, city }: Sizes['executors']): Compared<string>[] =>
  matchesIn(text, city).flatMap(({ index, 0: name }) => {
    const { who } = read(name);
    return who !== 'all' && who.length === 1 ? [{ start: index, end: index + name.length, thing: who[0] ?? '' }] : [];
  });

/** 写信的孩子某市最多: cities that have a line in common. */
function ofCities(
  { text, mentions }: Said,
  lines: ReadonlyMap<string, LineKnown>,
  executors: Sizes['executors'],
): Wrong[] {
  const known = onlyLine(mentions, lines);
  if (!known || known.executors.length === 0 || /乡镇/u.test(text)) return [];
  return comparisonsIn(text, citiesIn(text, executors)).flatMap((comparison): Wrong[] => {
    const { one, other, start, end, words } = comparison;
    if (/天|元|钱|经费|早|晚/u.test(words)) return [];
    const sizes = (who: string) =>
      new Map(
        [
          ...known.years.map((y) => [String(y), known.inYear(y, [who])] as const),
          ['all', known.inAll([who])] as const,
        ].flatMap(([when, k]) => (k ? [[when, k] as const] : [])),
      );
    const others = other ? [other] : known.executors.filter((e) => e !== one);
    // One of several that are alike is not the most of them.
    const alike = others.every((o) => sizes(o).get('all')?.value === sizes(one).get('all')?.value);
    const so = other || !alike ? isSo(comparison, sizes(one), others.map(sizes)) : false;
    if (so !== false) return [];
    return [
      wrong(
        { start, end },
        [one, ...others.slice(0, 3)].flatMap((o) => sizes(o).get('all') ?? []),
      ),
    ];
  });
}

/** 两年总账还是甲市多一个: one of those who share a line, set above all others. */
function oneMore(
  { text, mentions }: Said,
  lines: ReadonlyMap<string, LineKnown>,
  executors: Sizes['executors'],
): Wrong[] {
  const known = onlyLine(mentions, lines);
  if (!known || known.executors.length < 2 || /比|相差/u.test(text)) return [];
  return citiesIn(text, executors).flatMap(({ start, end, thing }): Wrong[] => {
    const behind =
      /^(?:市|团市委)?(?:还是|要|更|却|反而|又|就)?(?:占)?多(?:出|了)?(?:[一二两三四五\d]+[个人名])?(?=$|[，。；！])/u.exec(
        text.slice(end),
      );
    if (!behind || DENIED_HERE.test(text)) return [];
    const year = Number(/(?:19|20)\d{2}(?=年)/u.exec(text)?.[0] ?? 0);
    const size = (one: string) => (year > 0 ? known.inYear(year, [one]) : known.inAll([one]))?.value ?? 0;
    const own = size(thing);
    if (known.executors.every((one) => one === thing || size(one) < own)) return [];
    const right = known.executors.flatMap((one) => known.inAll([one]) ?? []);
    return [wrong({ start, end: end + behind[0].length }, right)];
  });
}
const DENIED_HERE = /不是|并非|没有|误|错|如果|实际|上报/u;

/** 建一个甲的钱，够建两个乙: what one of each costs. */
const BUYS =
  /(?:[一1]个|每个|[一1]所)[＊]+(?:的)?(?:钱|经费|资金|花费|建设经费)?[，,]?[^，。；]{0,6}?(?:够|能|可以?|抵|顶|相当于|等于)(?:得?上|建|办|做|配|修)*(?<many>\d{1,2}|[一二两三四五六七八九十])(?:个|所)(?:半)?[＊]+/gu;
function buys({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>, read: NumberReader): Wrong[] {
  return matchesIn(text, BUYS).flatMap(({ index, 0: words, groups }): Wrong[] => {
    const own = mentions.filter(({ start, end }) => start >= index && end <= index + words.length);
    const [one, other, ...more] = own.map((mention) => onlyLine([mention], lines));
    const many = read(`${groups?.['many'] ?? ''}个`)[0]?.value ?? 0;
    if (!one?.cost || !other?.cost || more.length > 0 || many === 0 || DENIED_HERE.test(text)) return [];
    const [a, b] = [amount(one.cost), amount(other.cost) * many];
    const rest = /还有|有余|找头|绰绰|富余|剩/u.test(text.slice(index + words.length));
    const only = /[只仅][^，。；]{0,2}(?:够|能)/u.test(words);
    const isSo = only
      ? a >= b && a < b + amount(other.cost)
      : rest
        ? a > b
        : /够|能|可|顶/u.test(words)
          ? a >= b
          : a === b;
    return isSo ? [] : [wrong({ start: index, end: index + words.length }, [one.cost, other.cost])];
  });
}

const wrong = ({ start, end }: { start: number; end: number }, right: readonly Known[]): Wrong => ({
  ...{ start, end, code: 'project-compared', severity: 'error' },
  what: '比下来的大小和文件里的数对不上',
  expected: right.map(({ words }) => words).join('；'),
  written: [...new Set(right.map(({ written }) => written))].join('；'),
  mend: '照文件的数重新比一遍；如果说的是实际数，写明“实际”。',
});
