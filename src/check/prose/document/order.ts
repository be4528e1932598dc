import { townshipsOf } from '#domain/places/townships.ts';
import { withoutNumbering } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { stemOf } from '../../text/place-names.ts';
import { clausesIn } from '../../text/sentences.ts';
import { knownLines } from '../projects/known.ts';
import { mentionFinder } from '../projects/names.ts';
import type { PlanRule, Range } from '../prose.ts';
import { holdersOf } from './posts.ts';
import { type Fault, type Statement, statementsReader } from './statements.ts';

/** Things that stand in the document one behind another, each by the place of it. */
interface Sequence {
  /** `time`: by when they are due; the others by where they stand. */
  readonly by: 'place' | 'time';
  readonly places: ReadonlyMap<string, number>;
  /** How many there are; what stands first and last can be told only of a whole. */
  readonly whole: boolean;
  readonly words: string;
  readonly written: string | null;
}

/** A thing of a sequence where a text names it. */
interface Named extends Range {
  readonly id: string;
}

/** Every order that the document has, with the names by which a text calls what stands in it. */
function ordersOf(programme: Programme) {
  const { clauses, projects, journeys, passages, document, departments, site } = programme;
  const own = site.own_level;
  // Who they are, without how many.
  const givers = departments.find(({ kind }) => kind === 'cities')?.name.replace(/^\d+个/u, '');
  const sequences: Sequence[] = [];
  const names = new Map<string, string>();
  const add = (
    things: readonly { readonly id: string; readonly names: readonly string[]; readonly at: number }[],
    rest: Omit<Sequence, 'places'>,
  ) => {
    if (things.length < 2) return;
    sequences.push({ ...rest, places: new Map(things.map(({ id, at }) => [id, at])) });
    for (const { id, names: own } of things) for (const name of own) if (!names.has(name)) names.set(name, id);
  };
  const listed = (texts: readonly { id: string; names: readonly string[] }[]) =>
    texts.map((one, at) => ({ ...one, at }));
  const sections = clauses.filter(({ role }) => role === 'section');
  add(listed(sections.map(({ id, text }) => ({ id, names: [withoutNumbering(text)] }))), {
    ...{
      by: 'place',
      whole: true,
      words: sections.map(({ text }) => withoutNumbering(text)).join('、'),
      written: '正文',
    },
  });
  const fields = clauses.filter(({ role }) => role === 'field');
  add(
    listed(
      fields.map(({ id, text }) => {
        const name = withoutNumbering(text).replace(/(?:行动|工程)$/u, '');
        return { id, names: [name, name.replace(/^共青团/u, '')].filter((one) => one.length > 3) };
      }),
    ),
    { by: 'place', whole: true, words: fields.map(({ text }) => withoutNumbering(text)).join('、'), written: '正文' },
  );
  // Items that have a heading: 1．提高认识，强化管理。
  const groups = Map.groupBy(
    clauses.flatMap(({ id, role, text }, i) => {
      const heading =
        role === 'item' ? /^\d+[．.](?<heading>[^。]{2,24})。/u.exec(text)?.groups?.['heading'] : undefined;
      const under = clauses.slice(0, i).findLast((c) => c.role === 'section' || c.role === 'field');
      return heading && under ? [{ id, heading, under: under.id }] : [];
    }),
    ({ under }) => under,
  );
  for (const [under, items] of groups) {
    const all = items.map(({ id, heading }) => {
      const word = heading.replace(/^建立/u, '').replace(/制度$/u, '');
      return { id, names: [...heading.split('，'), word].filter((one) => one.length > 3) };
    });
    const words = items.map(({ heading }) => heading).join('、');
    add(listed(all), { by: 'place', whole: true, words, written: passages.get(under)?.label ?? null });
  }
  const ids = projects.map(({ id }) => id);
  add(listed(ids.map((id) => ({ id, names: [] }))), {
    by: 'place',
    whole: true,
    words: projects.map(({ short }, i) => `${i + 1}${short}`).join('、'),
    written: '正文',
  });
  const lines = knownLines(programme);
  for (const year of document.years) {
    const months = lines.flatMap((known) => {
      const month = known.month(year);
      return month && month.from === month.to ? [{ id: known.project.id, at: month.from, names: [], known }] : [];
    });
    add(months, {
      ...{ by: 'time', whole: false },
      words: [...new Set(months.map(({ known, at }) => `${known.line.short}${at}月`))].join('、'),
      written: months[0]?.known.where(year).split('，')[0] ?? null,
    });
  }
  const holders = Map.groupBy(holdersOf(programme), ({ place }) => place);
  for (const all of holders.values())
    add(listed(all.map(({ name }) => ({ id: name, names: [name] }))), {
      ...{ by: 'place', whole: true, words: all.map(({ name }) => name).join('、') },
      written: passages.get(all[0]?.clause ?? '')?.label ?? null,
    });
  add(
    listed(
      programme.tables.map((table) => {
        const isOwn = table.kind === 'targets' && table.years.every((y) => y.executors.every((e) => e.id === own?.id));
        const called =
          table.kind === 'pairings'
            ? ['乡镇情况表', '情况表']
            : (isOwn ? [own?.name] : [givers]).flatMap((who) => (who ? [`${who}任务表`, `${who}的任务表`] : []));
        return { id: table.label, names: [table.label, ...called] };
      }),
    ),
    {
      by: 'place',
      whole: true,
      words: programme.tables.map(({ label: one, title }) => `${one}${title}`).join('、'),
      written: null,
    },
  );
  const label = passages.get(journeys[0]?.source ?? '')?.label.split('，')[0] ?? null;
  add(listed(journeys.map(({ city }) => ({ id: city.id, names: [stemOf(city.name)] }))), {
    by: 'place',
    whole: true,
    words: journeys.map(({ city }) => stemOf(city.name)).join('、'),
    written: label,
  });
  add(listed(journeys.map(({ county }) => ({ id: county.id, names: [stemOf(county.name)] }))), {
    by: 'place',
    whole: true,
    words: journeys.map(({ county }) => county.name).join('、'),
    written: label,
  });
  for (const journey of journeys) {
    const thirds = townshipsOf(journey).map(({ place }) => ({ id: place.id, names: [place.name] }));
    const words = townshipsOf(journey)
      .map(({ place }) => place.name)
      .join('、');
    add(listed(thirds), { by: 'place', whole: true, words, written: label });
  }
  return { sequences, names };
}

const OF_DOCUMENT =
  /本级|项目里|工作(?:内容|制度|要求|目标|机构)|方案|通知|正文|附件|文件|名单|任务表|附表|计划|日程|表[里上中]|第[一二三四五六七八九十\d]+(?:部分|项|条|块)|部分|板块|制度|要求/u;
const TIME = /月|先|后|早|晚|时间|日程|动身|启程|开班|开始|接着|随后/u;
const PLACED =
  /排|列|写|放|摆|开篇|打头|压轴|殿后|居首|位列|位居|顺序|次序|前面|后面|开头|末尾|结尾|部分|块|条|章|节|项/u;

/** Between two things: the one before comes first (1), or last (-1); null: nothing is said. */
function orderBetween(before: string, between: string, behind: string): 1 | -1 | null {
  const clean = between.replaceAll(/[“”]/gu, '');
  if (
    /先(?:是|说|讲|写|办|搞|抓|有|列|谈|提|由|安排|组织)?[“]?$/u.test(before) &&
    /(?:再|后|然后|接着|随后|才|其次|继而|而后|次)/u.test(clean)
  )
    return 1;
  const tail = /^[”』]?(?:项目|行动|工程|制度|部分|一项|这一?[项条])?的?/u.exec(behind)?.[0].length ?? 0;
  const rest = behind.slice(tail);
  if (
    /(?:排|列|写|放|摆|讲|说|安排|出现|位列|位于|站|办|开)?(?:得|的)?(?:在|比)(?:了)?[“]?$/u.test(clean) &&
    clean.length < 16 &&
    !/[。；！]/u.test(clean)
  ) {
    if (/^(?:的)?(?:之前|以前|前面|前头|前边|前(?=$|[，。；！])|早|先|靠前)/u.test(rest)) return 1;
    if (/^(?:的)?(?:之后|以后|后面|后头|后边|后(?=$|[，。；！])|晚|迟|靠后)/u.test(rest)) return -1;
  }
  if (clean.length < 16 && /(?:早于|先于)$/u.test(clean)) return 1;
  if (clean.length < 16 && /(?:晚于|迟于|后于)$/u.test(clean)) return -1;
  const isFirst =
    /在先|在前|打头|先(?:行|动|开|办|做|上|走|来|到|启|出|起|排|写|讲|建|说)|开篇|起头|领先|居首|排头|牵头(?=，)/u.test(
      clean,
    );
  const isLast = /在后|在先|在前|打头|开篇/u.test(clean) && /(?:在后|殿后|后面|之后|随后|垫后)/u.test(clean);
  if (/先[附列排放印装]$/u.test(before) && /(?:次|再|后|继而?)(?:附|列|排|放|印|装)?$/u.test(clean)) return 1;
  if (
    isFirst &&
    !isLast &&
    (/^(?:[^，。；]{0,6})(?:在后|殿后|后面|之后|随后|跟上|接着|才|再|其次|第二|断后|垫后|继)/u.test(rest) ||
      /(?:隔|随后|然后|接着|再|才|后来)/u.test(clean.slice(clean.search(/[，；]/u) + 1)))
  )
    return 1;
  if (
    /^(?:项目|行动|工程|制度|部分)?(?:[，；])?(?:之后|过后|完了?|后头|后面|后)?[，]?(?:接下来|紧接着|随后|然后|再往后|之后|其后|继之以?|其次|次之|再|才|下来)(?:才|就|便)?(?:是|到|轮到|讲|写|说|谈|办|为|排|有)?(?:的)?(?:是)?$/u.test(
      clean,
    )
  )
    return 1;
  return null;
}

const FIRST = '最早|第一|首|头一个?|最先|最前|开头|开篇|打头|居首|首先|排头|领头|起首|第一个';
const LAST = '最晚|最迟|最后|末尾?|压轴|殿后|收尾|收官|垫底|末了|最末|结尾|末一个?|倒数第一个?';
const END_BEFORE = new RegExp(
  `(?:(?<first>${FIRST})|(?<last>${LAST}))(?:一)?(?:个|项|条|位|块|部分|名)?(?:的(?:项目|任务|工作|一行|那行)?|便|就|即|出现|说|讲|写|谈|列|提|放)*(?:是|为|即|乃|者为|：|的?就是)+(?:\\d{1,2}月的?)?“?$`,
  'u',
);
const END_BEHIND =
  /^[”』]?(?:项目|行动|工程|制度|部分)?(?:(?:则|却|被|就|都)?(?:排|列|居|位列|位居|放|写|摆|站|名列|说)(?:在|到|于)?(?:了|得|的)?(?:最)?|[，]?(?:作|来|用来))?(?:(?<first>第一(?!步|批|年)|首位|最前|榜首|头一|开头|打头|居首|开篇)|(?<last>最后|末尾|压轴|殿后|收尾|收官|垫底|末位|最末|压阵))(?:位|个|面|头|项|条|部分)?(?=$|[，。；！、的])/u;
const NTH =
  /第(?<nth>[一二三四五六七八九十\d]{1,2})(?:个|大)?(?:部分|方面|块|板块|位|章)(?:的|讲|说|写|就|则|便|，)*(?:是|为|叫|：)“?$/u;
const NTH_BEHIND =
  /^[”』]?(?:行动|工程|制度|部分)?(?:是|为|排|列|位列|排在|列在|属|居)(?:了)?(?:全篇|全文|方案|通知|正文|名单|表)?(?:的|里的?)?第(?<nth>[一二三四五六七八九十\d]{1,2})(?:个|大)?(?:部分|方面|块|板块|位|章)(?=$|[，。；！])/u;

/** What comes first and what after, where the document has it otherwise. */
export const orderOfThings: PlanRule = ({ programme }) => {
  const { sequences, names } = ordersOf(programme);
  const any = new RegExp(anyOf(names.keys()), 'gu');
  const find = mentionFinder(programme);
  const projectOf = new Map(programme.projects.flatMap((p) => p.lines.map(({ id }) => [id, p.id])));

  function thingsIn(text: string): Named[] {
    const projects = find(text).flatMap(({ start, end, lines }): Named[] => {
      const own = new Set(lines.map((id) => projectOf.get(id) ?? ''));
      const [id] = own;
      return id && own.size === 1 ? [{ start, end, id }] : [];
    });
    const others = matchesIn(text, any).map(({ index, 0: name }) => ({
      ...{ start: index, end: index + name.length },
      id: names.get(name) ?? '',
    }));
    const free = others.filter((one) => !projects.some((p) => p.start < one.end && one.start < p.end));
    return [...projects, ...free].toSorted((a, b) => a.start - b.start);
  }

  const of = (id: string, cue: string) =>
    sequences.filter(
      ({ by, places }) => places.has(id) && (by === 'time' ? TIME.test(cue) && !PLACED.test(cue) : true),
    );

  function pairs(text: string, things: readonly Named[]): Fault[] {
    return things.flatMap((one, i): Fault[] => {
      const other = things
        .slice(i + 1)
        .find(({ id }) => id !== one.id && sequences.some((s) => s.places.has(id) && s.places.has(one.id)));
      if (
        !other ||
        things.some(
          (t) =>
            t.start >= one.end &&
            t.end <= other.start &&
            t.id !== one.id &&
            sequences.some((s) => s.places.has(t.id) && s.places.has(one.id)),
        )
      )
        return [];
      const pause = Math.max(...['。', '；', '！'].map((mark) => text.lastIndexOf(mark, one.start - 1))) + 1;
      const [before, between, behind] = [
        text.slice(pause, one.start),
        text.slice(one.end, other.start),
        text.slice(other.end),
      ];
      const order = between.length > 40 ? null : orderBetween(before, between, behind);
      if (order === null) return [];
      const cue = before.slice(-8) + between + behind.slice(0, 20);
      const both = of(one.id, cue).filter(({ places }) => places.has(other.id));
      const timed = both.filter(({ by }) => by === 'time');
      const asked = timed.length > 0 ? timed : both.filter(({ by }) => by === 'place');
      const isSo = asked.some(({ places }) => ((places.get(other.id) ?? 0) - (places.get(one.id) ?? 0)) * order > 0);
      const [right] = asked;
      if (!right || isSo) return [];
      return [{ start: one.start, end: other.end, right: right.words, written: right.written }];
    });
  }

  /** 依次是甲、乙、丙; 先之以甲，继之以乙，又继之以丙. */
  function inRow(text: string, things: readonly Named[]): Fault[] {
    const cue = /依次|先之以|顺序(?:是|为)|次序(?:是|为)|排列(?:是|为)/u.exec(text);
    if (!cue || /数(?!据)|个|人|元|分别/u.test(text.slice(cue.index, cue.index + 8))) return [];
    const row = things.filter(({ start }) => start > cue.index);
    const first = row[0];
    if (!first || row.length < 3) return [];
    return sequences
      .filter(({ by, places }) => by === 'place' && row.every(({ id }) => places.has(id)))
      .flatMap(({ places, words, written }): Fault[] => {
        const at = row.map(({ id }) => places.get(id) ?? 0);
        if (at.every((one, i) => i === 0 || one > (at[i - 1] ?? 0))) return [];
        return [{ start: first.start, end: row.at(-1)?.end ?? first.end, right: words, written }];
      });
  }

  function ends(text: string, things: readonly Named[]): Fault[] {
    return things.flatMap(({ start, end, id }): Fault[] => {
      const clause = clausesIn(text).find((c) => c.start <= start && start < c.end);
      const before = text.slice(Math.max(0, start - 24), start);
      const behind = text.slice(end, (clause?.end ?? end) + 1);
      const match = END_BEFORE.exec(before) ?? END_BEHIND.exec(behind);
      const nth = NTH.exec(before)?.groups?.['nth'] ?? NTH_BEHIND.exec(behind)?.groups?.['nth'];
      if (!match && nth === undefined) return [];
      const isTime = match !== null && /时间|月/u.test(text) && /最[早晚迟]|收官|收尾|打头|压轴|排头/u.test(match[0]);
      if (match !== null && /最[早晚迟]/u.test(match[0]) && !isTime) return [];
      const own = sequences.filter(
        ({ by, whole, places }) => places.has(id) && (isTime ? by === 'time' : by === 'place' && whole),
      );
      const isAt = ({ places }: Sequence) => {
        if (nth !== undefined) return places.get(id) === numeral(nth) - 1;
        const all = [...places.values()];
        return places.get(id) === (match?.groups?.['first'] ? Math.min(...all) : Math.max(...all));
      };
      const [right] = own;
      // A city's turn may be that of a year, a project's one of many lists.
      if (!right || own.some(isAt)) return [];
      return [{ start, end, right: right.words, written: right.written }];
    });
  }

  return statementsReader(
    programme,
    ({ text, earlier }: Statement) => {
      if (!OF_DOCUMENT.test(text + earlier)) return [];
      const things = thingsIn(text);
      if (things.length === 0) return [];
      const found = [...pairs(text, things), ...inRow(text, things)];
      return found.length > 0 ? found : ends(text, things);
    },
    {
      code: 'document-whereabouts',
      what: '先后和通知的不同',
      mend: '照通知的次序改；说的不是通知里的先后，把话写清楚。',
    },
    /先|后|前|首|第一|头|末|最|殿|压轴|接|再|继|次|早|晚|迟|收尾|收官|第/u,
  );
};
