import { countsOf } from '#format/counted.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { oncePer } from '../../text/once-per.ts';
import type { Who } from './known.ts';

/** Whom a number speaks of: nobody is named (`open`), all together, some together, each of them, or one who is not named (`one`: 我市). */
export interface Executors {
  readonly kind: 'open' | 'together' | 'each' | 'one';
  readonly who: Who;
  /** Named in a clause before: 每市2个，两年共16个 may be of each or of all. */
  readonly carried?: boolean;
  /** Named in the sentence before, where this one names nobody: the number may be theirs. */
  readonly near?: Who;
}

/** Finds who is named last before a number, and whether the number is for each of them. */
export type ExecutorReader = (before: string) => Executors;

const EACH = /(?:各|分别|每[市城]|均|都)[^，。；\d]{0,8}$/u;
const EACH_CITY =
  '每(?:座|个)?(?:市级团委|结对城市|援助城市|城市|市|城)|各(?:个)?(?:市级团委|城市|市)|(?<![每有另第这那哪某同任])一个(?:市级团委|城市|市)(?![场民级])' +
  // 四家团市委平摊，一家四个: one of those that were counted.
  '|(?<=(?:团市委|市级团委|城市|市)[^，。；]{0,8}[，,])一[家市城](?=$|[\\d一二两三四五六七八九十]+[个人名])';

/** Prepares the names of those who carry out lines and their counties; a county stands for its city, but pins nothing down. */
export const executorReader = oncePer(({ cells, places, journeys, executorName, site, words }) => {
  const ids = [...new Set(cells.filter((c) => c.locator.endsWith(`-${c.executor}`)).map((c) => c.executor))];
  const stem = (name: string) => name.replace(/市$/u, '');
  const byName = new Map(ids.map((id) => [stem(places.get(id)?.name ?? executorName(id)), id]));
  // What the heads of the annexes call those who are no places: 指挥部 of 样例指挥部.
  for (const { table } of cells)
    for (const { executors } of table?.years ?? [])
      for (const { id, label } of executors)
        if (ids.includes(id) && [...label].length > 2 && places.get(id)?.name.endsWith(label)) byName.set(label, id);
  const count = countsOf(journeys).givers;
  const number = `(?:${count}|${['零', '一', '两|二', '三', '四', '五', '六', '七', '八', '九', '十'][count] ?? count})`;
  const everyone = `(?:${number}|全部|所有)(?:个|座)?(?:市级团委|结对城市|援助城市|团市委|${RegExp.escape(words.giver.noun)}|城市|市|城)(?![镇乡])`;
  const named = anyOf(byName.keys());
  // 我市: one of them; 全市 behind the aided region's name is the region.
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const own = `我市|本市|我们市|(?<!${RegExp.escape(region.replace(/市$/u, ''))}市?)全市`;
  const token = new RegExp(`(?<own>${own})|(?<each>${EACH_CITY})|(?<all>${everyone})|(?<city>${named})市?`, 'gu');
  const counties = new Set(journeys.flatMap((j) => [j.county.name, j.county.name_today ?? j.county.name]));
  const county = new RegExp(anyOf([...counties].map((c) => c.replace(/县$/u, ''))), 'u');

  const read: ExecutorReader = (before) => {
    const tokens = matchesIn(before, token);
    const last = tokens.at(-1);
    if (!last) return { kind: 'open', who: 'all' };
    if (last.groups?.['own']) return { kind: 'one', who: 'all' };
    if (last.groups?.['each']) return { kind: 'each', who: 'all' };
    const rest = before.slice(last.index + last[0].length);
    const kind = EACH.test(rest) ? 'each' : 'together';
    if (last.groups?.['all']) return { kind, who: 'all' };
    const group = [last];
    for (const t of tokens.slice(0, -1).toReversed()) {
      const [next] = group;
      const joint = next ? before.slice(t.index + t[0].length, next.index) : '';
      if (!t.groups?.['city'] || !/^[、和与及]$/u.test(joint)) break;
      group.unshift(t);
    }
    const who = [...new Set(group.flatMap((t) => byName.get(t.groups?.['city'] ?? '') ?? []))];
    // 甲、乙等四座城市 is told by the number; 等 alone leaves open how many.
    if (/^等/u.test(rest)) return { kind: 'open', who: 'all' };
    return { kind, who: who.length === ids.length ? 'all' : who };
  };
  /** Who is named before a total behind its parts: the one and only that the sentence names, or nobody. */
  const only: ExecutorReader = (before) => {
    const names = new Set(matchesIn(before, token).map(([word]) => stem(word)));
    return names.size === 1 ? read(before) : { kind: 'open', who: 'all' };
  };
  return { read, only, county, city: new RegExp(`${own}|(?:${named})市?|${EACH_CITY}|${everyone}`, 'gu') };
});
