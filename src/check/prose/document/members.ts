import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { clausesIn } from '../../text/sentences.ts';
import type { PlanRule } from '../prose.ts';
import { departmentsOf } from './department-names.ts';
import { type Fault, statementsReader } from './statements.ts';

/** A list of the document: to whom it is addressed, who is in a group, what stands in a table. */
interface List {
  /** Words of a sentence that is about it. */
  readonly topic: RegExp;
  /** What stands in it. */
  readonly holds: RegExp;
  readonly words: string;
  readonly written: string | null;
}

const names = (all: readonly string[]) => new RegExp(anyOf(all.filter((name) => name.length > 1)), 'u');

function listsOf(programme: Programme): List[] {
  const { clauses, passages } = programme;
  const label = (id: string) => passages.get(id)?.label ?? id;
  return clauses.flatMap(({ id, role, text }): List[] => {
    if (role === 'addressee') {
      const own = text.replace(/：$/u, '').split(/[，、]/u);
      return [
        {
          topic: /主送|抬头|发文对象|发给|印发给|印发至|下发到|收文/u,
          holds: names(own),
          words: text,
          written: label(id),
        },
      ];
    }
    if (role === 'roster' && /^成\s*员/u.test(text)) {
      const own = text
        .replace(/^[^：]*：/u, '')
        .replace(/等部门.*$/u, '')
        .split('、');
      const secretaries = /市委书记/u.test(text) ? '|市(?:里|级)?的?(?:团委|委|团市委)?书记|团市委(?:的)?书记' : '';
      return [
        {
          topic: /领导小组|成员|小组名单/u,
          holds: new RegExp(`${names(own.map((name) => name.replace(/^团(?:省委)?/u, ''))).source}${secretaries}`, 'u'),
          words: text.replaceAll(/\s/gu, ''),
          written: label(id),
        },
      ];
    }
    return [];
  });
}

const LEFT_OUT =
  /(?:不在|未在|没在)(?:其列|其中|其内|列|内|此列|名单|里面|里头|单子)|(?:没有?|未|不曾|并未)(?:被)?(?:列|写|算|排|放|包括|包含|纳|收|进)(?:到|进|入|在)?(?:去|来|内)?(?=$|[，。；！])|不(?:包括|包含|含|算)(?=\p{Script=Han})|榜上无名|没(?:有)?份/u;

/** What is said to be left out of a list of the document in which it stands. */
export const leftOut: PlanRule = ({ programme }) => {
  const lists = listsOf(programme);
  const { tables, journeys, departments } = programme;
  const cities = departments.find(({ kind }) => kind === 'cities');
  const givers = new Set(journeys.map(({ city }) => city.id)).size;
  const { mentionsIn } = departmentsOf(programme);
  const headed = tables.map((table) => {
    const heads =
      table.kind === 'pairings'
        ? [...table.columns]
        : table.years.flatMap((y) =>
            [y.departments_head, y.month_head, y.executors_head].filter((h) => h !== undefined && h !== null),
          );
    const all = [
      ...heads,
      ...(table.kind === 'targets' ? ['合计', '人数', ...(table.notes?.length ? ['备注'] : [])] : []),
    ];
    return { label: table.label, heads: all.join('、') };
  });

  /** 附件1没有细化到乡镇; 附件3列了责任部室. */
  function columns(text: string): Fault[] {
    const labels = headed.filter(({ label }) => text.includes(label));
    const [one] = labels;
    if (!one || labels.length > 1) return [];
    return COLUMNS.flatMap(([words, head]): Fault[] => {
      const has = head.test(one.heads);
      const known = headed.some(({ heads }) => head.test(heads));
      if (!known) return [];
      const from = text.indexOf(one.label) + one.label.length;
      const behind = text.slice(from);
      const lacks = new RegExp(
        `(?:未|没有?|不)(?:再|曾)?(?:细化|列|写|提|涉及|精确|具体|细|分|给|标|注明?)?(?:到|出|明|及|有)?(?:各|具体的?|每个)?(?:${words})(?=$|[，。；！、这一的])`,
        'u',
      ).exec(behind);
      const lists = new RegExp(
        `^[^，。；没未不]{0,10}(?:列|写|标|注|有|填|印)(?:了|有|着|出|明)[^，。；没未不]{0,10}(?:${words})(?=$|[，。；！、一这])`,
        'u',
      ).exec(behind);
      const match = has ? lacks : lists;
      if (!match || /两年|(?:19|20)\d{2}年|每|正文/u.test(behind)) return [];
      const start = from + match.index;
      return [
        {
          start,
          end: start + match[0].length,
          right: has ? `${one.label}有这一栏` : `${one.label}没有这一栏`,
          written: one.label,
        },
      ];
    });
  }

  /** 通知主送全省十四个市州团委. */
  const addressed = (text: string): Fault[] =>
    !cities || !/主送|抬头|发文对象|印发给|印发至|方案|通知|援[藏疆青建]/u.test(text)
      ? []
      : matchesIn(text, COMMITTEES).flatMap(({ index, 0: words, groups }): Fault[] => {
          const said = numeral((groups?.['many'] ?? '').replace('两', '二'));
          const isAll = said > givers || (/主送|抬头|发文对象/u.test(text) && said !== givers && said > 1);
          if (!isAll || /[第另每其]$|其中|除/u.test(text.slice(0, index))) return [];
          return [{ start: index, end: index + words.length, right: cities.name, written: null }];
        });

  return statementsReader(
    programme,
    ({ text }) => {
      const out = lists.flatMap(({ topic, holds, words, written }): Fault[] => {
        if (!topic.test(text)) return [];
        return clausesIn(text).flatMap((clause): Fault[] => {
          const match = LEFT_OUT.exec(clause.text);
          if (!match) return [];
          const before = clause.text.slice(0, match.index);
          const behind = clause.text.slice(match.index + match[0].length);
          const item = holds.exec(before) ?? (/不(?:包括|包含|含|算)$/u.test(match[0]) ? holds.exec(behind) : null);
          const named = item ?? (mentionsIn(before).some(({ name }) => words.includes(name)) ? match : null);
          if (!named || /县|乡|镇|学校|企业/u.test(before)) return [];
          return [{ start: clause.start, end: clause.start + match.index + match[0].length, right: words, written }];
        });
      });
      return [...out, ...columns(text), ...addressed(text)];
    },
    {
      code: 'document-relation',
      what: '这里说的范围和通知对不上',
      mend: '照通知的名单、表头改；说的不是通知，把话写清楚。',
    },
    /主送|抬头|成员|领导小组|名单|附件|团委|团市委|发文对象/u,
  );
};

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['乡镇(?:名|名称)?', /乡镇/u],
  ['(?:受援助?)?县(?:名|名称)?', /受援助?县/u],
  ['(?:责任)?部[室门]', /部室/u],
  ['(?:计划)?(?:时间|月份)|哪个?月', /时间/u],
  ['合计', /合计/u],
  ['备注', /备注/u],
  ['人数', /人数/u],
];
const COMMITTEES =
  /(?<many>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|家)(?:市级团委|市州团委|地市团委|团市委|市州?的?团委|地市州?团委)/gu;
