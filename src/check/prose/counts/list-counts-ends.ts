import type { Programme } from '#domain/programme/programme.ts';
import type { ProseFinding, StoryProse } from '../prose.ts';
import { listFinding } from './list-counts-finding.ts';
import { fieldsOf } from './things.ts';
import { type CountWord, countWords, isProved } from './words.ts';

const COUNTED =
  /^(?:位|名|个|座|所|家|项)?(?:受援|援助|结对|对口)?(?<noun>市级团委|团市委|县|市|乡镇|城市|乡|镇|村|项目|部门|部室|单位|人|团市委|市级团委|方面|行动|地方)(?![级区州委长政域内外民]|次|份|均)/u;
/** 三位老师, 五名志愿者: people by what they are. */
const PERSONS =
  /^(?:位|名|个)\p{Script=Han}{0,4}?(?:老师|教师|同学|学生|孩子|志愿者|队员|团员|代表|干部|辅导员|成员|同志|组长|书记|医生|青年|朋友|客人|选手)(?!们|的|家|证|会|部)/u;
const JOINT = /、|以及|和|(?<![参给])与|(?<![涉波普惠])及/gu;
/** 甲、乙两座城市和丙部、丁部: behind things that are counted already another list begins. */
const COUNTED_BEFORE = /^.*[\d一二两三四五六七八九十](?:个|座|家|所|名|位)\p{Script=Han}{1,4}?(?:以及|和|与|及)/u;
/** The words between a pause and the number. */
const RUN = /[^，。；：！？!?\n,;:\s]*$/u;
/** First letters of people's names. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const isPerson = (item: string) => /^\p{Script=Han}{2,3}$/u.test(item) && SURNAMES.includes(item.slice(0, 1));

/** Every name of the programme with what it is a name of: a city, a county, a project. */
function knownNames(programme: Programme): Map<string, string> {
  const { places, projects, departments } = programme;
  const known = new Map<string, string>();
  const add = (word: string, kind: string) => word.length > 1 && known.set(word, kind);
  for (const { name, name_today: today, level } of places.values())
    for (const word of [name, today ?? name, ...(level === 'township' ? [] : [name.replace(/[市县区]$/u, '')])])
      add(word, level);
  for (const { short, aliases = [], lines } of projects)
    for (const word of [short, ...aliases, ...lines.flatMap((l) => [l.short, l.title])]) add(word, 'project');
  for (const { name, kind } of departments) if (kind !== 'cities') add(name, 'department');
  for (const { name } of fieldsOf(programme)) add(name, 'field');
  return known;
}

/** The enumeration right before a count: its items, and whether 等 closes it. */
function runBefore(text: string, count: CountWord, named: boolean) {
  // 甲、乙、丙，三人合影: of names the number may stand behind a pause.
  const before = text.slice(Math.max(0, count.start - 160), count.start).replace(named ? /[，,]$/u : /$^/u, '');
  const [all = ''] = RUN.exec(before.replace(/(?:这|共|一共|总共)$/u, '')) ?? [];
  const run = all.replace(COUNTED_BEFORE, '');
  const items = run.replace(/等$/u, '').split(JOINT);
  const pause = before.slice(0, before.length - run.length).at(-1) ?? '';
  // 甲部、乙部和丙、丁两市: the number may speak of the last ones only.
  const tail =
    run
      .split(/以及|和|(?<![参给])与|(?<![涉波普惠])及/u)
      .at(-1)
      ?.split('、').length ?? 0;
  return {
    items,
    open: run.endsWith('等'),
    plain: run.includes('、') && !(tail > 1 && tail < items.length),
    begun: pause === '，' || pause === ',',
  };
}

/** 五个乡镇是甲镇、乙镇和丙乡: the items behind the verb. */
function itemsBehind(text: string, from: number) {
  const [words, run = ''] =
    /^[，,]?(?:分别)?(?:是|为|即|叫)([^，。；：！？!?\n]{3,120})(?=[，。；！？!?\n]|$)/u.exec(
      text.slice(from, from + 130),
    ) ?? [];
  return words !== undefined && run.includes('、') && !run.endsWith('等') ? run.split(JOINT) : [];
}

/** Lists that a count closes: 甲、乙和丙两个县. Speaks only of lists of known names of one kind, and of people. */
export function listEnds(programme: Programme) {
  const known = knownNames(programme);
  const kindOf = (item: string) => known.get(item) ?? known.get(item.replace(/[市县区]$/u, ''));
  const endsIn = (item: string, kind: string) =>
    [...item].some((_, i) => kindOf(item.slice(i)) === kind && i < item.length - 1);

  return (prose: StoryProse, block: number, text: string): ProseFinding[] => {
    const source = prose.blocks[block];
    if (!source || !text.includes('、')) return [];
    return countWords(text).flatMap((count): ProseFinding[] => {
      const ahead = text.slice(count.end, count.end + 12);
      const named = PERSONS.exec(ahead);
      const phrase = COUNTED.exec(ahead) ?? named;
      if (!phrase || isProved(source, count) || count.value > 30) return [];
      const range = { start: count.start, end: count.end + phrase[0].length };
      const behind = itemsBehind(text, range.end);
      const behindKind = kindOf(behind[0] ?? '');
      const alike = behindKind !== undefined && behind.every((item) => kindOf(item) === behindKind);
      if (alike || (named !== null && behind.length > 1 && behind.every(isPerson))) {
        const { length: size } = behind;
        return size === count.value
          ? []
          : [listFinding(prose, block, { ...range, value: count.value, size, certain: alike })];
      }
      const { items, open, plain, begun } = runBefore(text, count, phrase.groups?.['noun'] === '人' || named !== null);
      const [first = '', second = '', ...more] = items;
      const { length: size } = items;
      if (!plain || count.value === size || (count.value > size && (open || begun))) return [];
      const kind = kindOf(second);
      const sure = kind !== undefined && more.every((item) => kindOf(item) === kind) && endsIn(first, kind);
      const people =
        (phrase.groups?.['noun'] === '人' || named !== null) &&
        [second, ...more].every(isPerson) &&
        (isPerson(first.slice(-2)) || isPerson(first.slice(-3)));
      // 四个团市委 of which one is none of the programme's: the others are known.
      const stranger =
        /^(?:市级团委|团市委|城市|市|县|乡镇)$/u.test(phrase.groups?.['noun'] ?? '') &&
        kind !== undefined &&
        endsIn(`　${first}`, kind) &&
        more.filter((item) => kindOf(item) === kind).length >= more.length - 1 &&
        more.every((item) => kindOf(item) === kind || /^\p{Script=Han}{2,4}$/u.test(item));
      if (!sure && !people && !stranger) return [];
      return [listFinding(prose, block, { ...range, value: count.value, size, certain: sure && !open })];
    });
  };
}
