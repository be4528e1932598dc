import type { Programme } from '#domain/programme/programme.ts';
import { Glance, matchesIn, mayMatch } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseFinding, Range } from '../prose.ts';
import { departmentsOf } from './department-names.ts';
import { folded } from './quotation-pieces.ts';
import { aboutReader } from './words.ts';

/** What a text says other than the document of where an office sits, how often one meets, to whom one reports. */
interface Other extends Range {
  readonly right: string;
  readonly written: string;
}
/** Reads one kind of relation in a sentence. */
type Relation = (sentence: string) => Other[];
interface Clause {
  readonly id: string;
  readonly text: string;
}

const DENIED =
  /不是|并非|而非|没有|不设|误|错|如果|假如|建议|改为|改到|原来|后来|[？?]|实际|县里|校内|学校(?!部)|班里|本市|我市/u;
const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';
const halfOr = (word: string) => (word === '半' ? 0.5 : numeral(word));

/** So many times a year: 每半年一次 is 2, 两年一次 is 0.5. */
const OFTEN = new RegExp(
  `(?:每|一)(?<span>半|${NUMBER})?个?(?<unit>年度|年|季度|季|月|周|星期|学期)(?:里|内|中)?(?:都|只|要|至少|必须|应)?(?:召?开|举行|举办|组织|安排)?(?<times>${NUMBER})(?:次|回|场)|(?<span2>半|${NUMBER})个?(?<unit2>年|季度|月|周)(?:召?开|举行)?一[次回]|每(?<span3>半|${NUMBER})?个?(?<unit3>年|季度|月|周)(?:都|要)?(?:一)?(?:召?开|举行|碰头|聚)(?:一次)?`,
  'u',
);
const PER_YEAR: Readonly<Record<string, number>> = {
  年度: 1,
  年: 1,
  学期: 2,
  季度: 4,
  季: 4,
  月: 12,
  周: 52,
  星期: 52,
};
function oftenIn(text: string): (Range & { readonly many: number }) | null {
  const match = OFTEN.exec(text);
  if (!match) return null;
  const { span, unit, times, span2, unit2, span3, unit3 } = match.groups ?? {};
  const length = halfOr(span ?? span2 ?? span3 ?? '一');
  const many = (halfOr(times ?? '一') * (PER_YEAR[unit ?? unit2 ?? unit3 ?? '年'] ?? 1)) / (length || 1);
  return { start: match.index, end: match.index + match[0].length, many };
}

/** So long a run of characters in both says that both speak of the same. */
const shares = (one: string, other: string, length: number) => sharer(one, length)(other);

/** The same for a text that is compared with many others. */
function sharer(one: string, length: number): (other: string) => boolean {
  const { text } = folded(one);
  const runs = Array.from({ length: Math.max(0, text.length + 1 - length) }, (_, i) => text.slice(i, i + length));
  const glance = new Glance(...runs);
  return (other) => {
    const { text: words } = folded(other);
    return glance.mayBeIn(words) && runs.some((run) => words.includes(run));
  };
}

/** 联席会议每年召开一次: how often the document has somebody meet. */
function meetings(clauses: readonly Clause[], label: (id: string) => string): Relation {
  const all = clauses.flatMap(({ id, text }) => {
    const topic = /(?<topic>\p{Script=Han}{2}会议)制度/u.exec(text)?.groups?.['topic'];
    const own = topic && oftenIn(text);
    return topic && own ? [{ id, text, topic, own }] : [];
  });
  return (sentence) =>
    all.flatMap(({ id, text, topic, own }): Other[] => {
      const at = sentence.indexOf(topic);
      if (at < 0) return [];
      const said = oftenIn(sentence);
      if (!said || said.many === own.many || Math.abs(said.start - at) > 24) return [];
      return [
        {
          start: said.start,
          end: said.end,
          right: text.slice(own.start, own.end + topic.length + 4),
          written: label(id),
        },
      ];
    });
}

/** 领导小组办公室设某部: where the document has an office sit, and who coordinates. */
function seats(programme: Programme, clauses: readonly Clause[], label: (id: string) => string): Relation {
  const { mentionsIn } = departmentsOf(programme);
  const all = clauses.flatMap(({ id, text }) => {
    const seat = /(?<office>\p{Script=Han}{2,8}办公室)设(?:在)?/u.exec(text);
    const where = seat && mentionsIn(text).find(({ start }) => start === seat.index + seat[0].length);
    return seat && where ? [{ id, where, words: `${seat.groups?.['office']}设${where.name}` }] : [];
  });
  return (sentence) =>
    all.flatMap(({ id, where, words }): Other[] =>
      [
        ...sentence.matchAll(
          /(?:小组|援[藏疆青])[^，。；]{0,8}办公室[^，。；]{0,8}?(?:设|放|挂|落|安)(?:立|靠|置)?(?:在|到|于)?(?:了)?/gu,
        ),
      ].flatMap(({ index, 0: lead }): Other[] => {
        const end = index + lead.length;
        const said = mentionsIn(sentence).find(({ start }) => start >= end && start - end < 4);
        return said && said.id !== where.id ? [{ start: index, end: said.end, right: words, written: label(id) }] : [];
      }),
    );
}

/** 由某部统筹调研: a task that the document gives to a group, given to a department. */
function coordinators(programme: Programme, clauses: readonly Clause[], label: (id: string) => string): Relation {
  const { mentionsIn } = departmentsOf(programme);
  const all = clauses.flatMap(({ id, text }) => {
    const { who, task } =
      /(?:^|。)(?<who>\p{Script=Han}{2,10}小组)负责统筹(?<task>\p{Script=Han}{2})/u.exec(text)?.groups ?? {};
    if (!who || !task) return [];
    const given = `${task}[^。；]{0,24}?(?:由|归)|(?:统筹|负责|牵头)(?:全省)?[^，。；]{0,8}${task}(?:[^，。；]{0,8}(?:交给了?|归了?|由|压给了?|落在了?|给了))?`;
    return [{ id, who, task, given: new RegExp(given, 'gu') }];
  });
  return (sentence) =>
    all.flatMap(({ id, who, task, given }): Other[] => {
      const [match] = matchesIn(sentence, given);
      if (!match || !/统筹|负责|牵头/u.test(sentence) || !/援[藏疆青]|方案|通知|制度/u.test(sentence)) return [];
      const from = match.index;
      const said = mentionsIn(sentence).find(({ start, end }) =>
        /(?:[由归]|交给|压给|落在|给)了?$/u.test(match[0])
          ? start >= from + match[0].length && start - from - match[0].length < 8
          : end <= from && from - end < 4,
      );
      return said ? [{ start: said.start, end: said.end, right: `${task}由${who}负责统筹`, written: label(id) }] : [];
    });
}

const REPORT =
  /(?:上报|直接报|报送|汇报|报)(?!的|来)(?:给|到|至)?(?<whom>[^，。；：“”报]{2,26}?)(?=$|[，。；！]|存档|备案|汇总|审定|审核|知晓|报备)/gu;
/** 上报团中央、某某办: to whom the document has whom report. */
function reports(clauses: readonly Clause[], label: (id: string) => string): Relation {
  const all = clauses.flatMap(({ id, text }) => {
    const { what, whom } =
      /[，将](?<what>[^，。；]{2,24}?)(?:综合|及时|统一)*(?:上报|报)(?<whom>(?!上)[^，。；：]{2,24})。/u.exec(text)
        ?.groups ?? {};
    return what && whom ? [{ id, whom: whom.split('、'), isAbout: sharer(what, 3) }] : [];
  });
  const about = (sentence: string) =>
    all.some(({ isAbout }) => isAbout(sentence)) ||
    (/援[藏疆青]|领导小组|方案|通知|工作要求|第[四六]/u.test(sentence) &&
      /信息|事迹|典型|好人|数据|经验/u.test(sentence));
  return (sentence) =>
    !mayMatch(REPORT, sentence) || !about(sentence)
      ? []
      : matchesIn(sentence, REPORT).flatMap(({ index, 0: words, groups = {} }): Other[] => {
          const said = (groups['whom'] ?? '').split(/[、和与及]|以及/u).filter((w) => w.length > 1);
          if (said.length === 0 || !said.every((w) => /[委办部室局厅央组]$/u.test(w))) return [];
          // What the office reports goes on to others than what reaches the office.
          const before = sentence.slice(0, index);
          const who = /办公室/u.test(before) ? 'office' : /单位|部门|各市|各级/u.test(before) ? 'units' : null;
          const rights = all.filter(
            ({ whom }) => who === null || (who === 'units') === whom.some((w) => w.includes('办公室')),
          );
          const isRight = (w: string) =>
            rights.some(({ whom }) => whom.some((r) => r.includes(w) || w.includes(r) || shares(r, w, 4)));
          const [right] = rights;
          if (!right || said.every(isRight)) return [];
          return [
            { start: index, end: index + words.length, right: `报${right.whom.join('、')}`, written: label(right.id) },
          ];
        });
}

/** 把…作为…的根本目标, 将…纳入…: what the document makes of something. */
const MADE = /(?:把|将)(?<what>[^，。；]{3,24})(?<how>作为|纳入)(?<into>[^，。；]{3,20})/u;
interface Purpose {
  readonly id: string;
  readonly value: string;
  readonly words: string;
  readonly said: RegExp;
  /** Words that a sentence about it has before; null where `said` names it. */
  readonly topic: string | null;
}
function purposes(clauses: readonly Clause[], label: (id: string) => string): Relation {
  const all = clauses.flatMap(({ id, text }): Purpose[] => {
    const { what, how, into } = MADE.exec(text)?.groups ?? {};
    if (!what || !how || !into) return [];
    const name = into.slice(-4);
    // 根本目标 is what the clause ends with; 规划 is one of many.
    return how === '作为'
      ? [
          {
            id,
            value: what,
            words: `${name}是${what}`,
            said: new RegExp(`${name}(?:就|则)?(?:是|为|在于|定为|写的是|写成|：)(?<value>[^，。；]{3,24})`, 'u'),
            topic: null,
          },
        ]
      : [
          {
            id,
            value: into,
            words: `${what}纳入${into}`,
            said: /(?:写进|纳入|列入|写入|列进|放进|排进|编入)(?:了|到)?(?<value>[^，。；]{2,16})/u,
            topic: what.slice(0, 4),
          },
        ];
  });
  return (sentence) =>
    all.flatMap(({ id, value, words, said, topic }): Other[] => {
      const match = said.exec(sentence);
      const own = match?.groups?.['value'];
      if (!match || !own || (topic !== null && !sentence.slice(0, match.index).includes(topic))) return [];
      // What it is made of stands in both: 年度重点工作规划 and 重点规划.
      if (shares(value, own, topic === null ? 4 : 3) || shares(own, value, 3)) return [];
      if (!/方案|通知|援[藏疆青]|六|要求/u.test(sentence)) return [];
      return [{ start: match.index, end: match.index + match[0].length, right: words, written: label(id) }];
    });
}

/** Offices, meetings, reports and purposes of which a sentence says something else than the document. */
export const documentRelations: PlanRule = ({ programme }) => {
  const clauses: Clause[] = programme.clauses.filter(({ role }) => role === 'item' || role === 'paragraph');
  const label = (id: string) => programme.passages.get(id)?.label ?? id;
  const relations = [
    meetings(clauses, label),
    seats(programme, clauses, label),
    coordinators(programme, clauses, label),
    reports(clauses, label),
    purposes(clauses, label),
  ];
  const { withoutTitles } = aboutReader(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      if (!/会议|办公室|调研|报|目标|规划|统筹/u.test(source.text)) return [];
      return sentencesIn(source.text).flatMap(({ start, text }): ProseFinding[] => {
        const sentence = text.slice(0, 400);
        if (DENIED.test(sentence) || withoutTitles(sentence).another) return [];
        return relations
          .flatMap((relation) => relation(sentence))
          .map((other): ProseFinding => {
            const range = { start: other.start + start, end: other.end + start };
            return {
              ...{ block, ...range, code: 'document-relation' },
              severity: source.quoted ? 'warning' : 'error',
              what: '这里说的安排和通知对不上',
              found: `“${source.text.slice(range.start, range.end)}”`,
              expected: other.right,
              written: other.written,
              mend: '照通知改；说的不是这份通知的安排，把话写清楚。',
            };
          });
      });
    });
};
