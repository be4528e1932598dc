import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import { literal } from '../counts/scope.ts';
import { type Mention, mentionFinder } from '../projects/names.ts';
import { folded } from './quotation-pieces.ts';
import type { Misplaced } from './whereabouts-annexes.ts';

const NUMBER = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
const number = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

const PART = `第(?<part>${NUMBER})(?:个)?(?:大)?部分(?:的)?(?:“[^”]{2,12}”)?(?:第(?<item>${NUMBER})(?:条|项|点))?`;
const IN =
  '(?:一项|一条|的要求|的内容|的安排|的规定)?(?:都|也|则|还|就)?(?:写|列|放|载|规定|出现|提|安排|记|排)?(?:在|见于?|于|出自|详见|参见)(?:了|这份|本|该)?(?:通知|方案|文件|正文)?(?:的|里的)?';
const HOLDS =
  '(?:里|中)?(?:讲|说|写|规定|要求|提出|安排|列|叫|的?标题)?(?:的|了)?(?:是|为|：|叫|着|到|要|建立|：)?(?:的)?';
/** The whole in which an item has its number: 方案工作内容的, 通知十二个项目中的. */
const OF_ALL = `(?:这份|本)?(?:方案|通知|正文|文件)?(?:里|中)?的?(?:工作内容|内容|任务清单|(?:${NUMBER})(?:个项目|项工作|项任务|项))?(?:部分)?(?:里面?|之?中|当中)?的?`;
const DENIED = /不在|不是|没有|并非|而非|不见|误|错/u;

/** A section with the texts that stand under it. */
interface Section {
  readonly number: number;
  readonly label: string;
  readonly title: string;
  readonly items: readonly { readonly number: number; readonly text: string }[];
  readonly text: string;
}

function sectionsOf({ clauses }: Programme): Section[] {
  const sections: (Section & { items: { number: number; text: string }[]; text: string })[] = [];
  for (const { role, text } of clauses) {
    const words = folded(text).text;
    const heading = role === 'section' ? /^([一二三四五六七八九十]+)、(.+)$/u.exec(text) : null;
    if (heading) {
      const [, own = '', title = ''] = heading;
      sections.push({ number: number(own), label: own, title, items: [], text: `${words}\n` });
      continue;
    }
    const section = sections.at(-1);
    if (!section || role === 'contact') continue;
    section.text += `${words}\n`;
    const item = /^(\d+)[.．]/u.exec(text)?.[1];
    if (role === 'item' && item) section.items.push({ number: Number(item), text: words });
  }
  return sections;
}

/** The longest beginning or end of some words that stands in a text, at least four characters and most of the words. */
function known(words: string, stands: (piece: string) => boolean): string | null {
  const least = Math.max(4, Math.ceil(words.length * 0.6));
  for (let length = words.length; length >= least; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const piece = words.slice(at, at + length);
      if (stands(piece)) return piece;
    }
  }
  return null;
}

/** Reads sentences that look for something in a section, an item or a field of the document in which it does not stand. */
export function sectionReader(programme: Programme) {
  const { clauses, projects, passages } = programme;
  const sections = sectionsOf(programme);
  const mentionsIn = mentionFinder(programme);
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((line) => [line.id, p])));
  const whole = sections.map(({ text }) => text).join('\n');
  const inPart = new RegExp(`(?<what>[^，。；：！？\\n]{4,24}?)${IN}${PART}`, 'gu');
  const partHolds = new RegExp(`${PART}${HOLDS}(?<what>[^，。；！？\\n]{4,18})`, 'gu');
  const fields = clauses
    .filter(({ role }) => role === 'field')
    .map(({ id, text }) => ({ id, name: text.replace(/^（[^）]*）/u, ''), label: passages.get(id)?.label ?? id }));
  const refs = new Map(projects.map((p) => [passages.get(p.clause)?.short ?? '', p]));
  const anyRef = new RegExp(
    [...refs.keys()]
      .filter((ref) => ref.length > 2)
      .map(literal)
      .toSorted((a, b) => b.length - a.length)
      .join('|') || '(?!)',
    'gu',
  );

  /** 某制度写在第六部分第1条; 第五部分讲的是某事. */
  function inSections(text: string): Misplaced[] {
    return [...text.matchAll(inPart), ...text.matchAll(partHolds)].flatMap(
      ({ index, 0: words, groups }): Misplaced[] => {
        const { part = '', item, what = '' } = groups ?? {};
        const section = sections.find((s) => s.number === number(part));
        if (!section) return [];
        const piece = known(folded(what).text.replace(/^[、,.:;-]+/u, ''), (p) => whole.includes(p));
        if (piece === null) return [];
        const own = item === undefined ? null : section.items.find((i) => i.number === number(item));
        const here = own && section.items.length > 0 ? own.text : section.text;
        // An item of a section that numbers on through its fields is none of ours.
        if (item !== undefined && !own) return [];
        if (here.includes(piece)) return [];
        const right = sections.find((s) => s.text.includes(piece));
        if (!right || (sections.filter((s) => s.text.includes(piece)).length > 1 && piece.length < 6)) return [];
        const at = right.items.find((i) => i.text.includes(piece));
        const label = at ? `${right.label}、${at.number}` : `${right.label}、${right.title}`;
        return [
          {
            start: index,
            end: index + words.length,
            right: `“${piece}”在第${right.label}部分（${label}）`,
            written: label,
          },
        ];
      },
    );
  }

  /** 第七项是某项目, 四（三）7写的是某项目, 某项目是方案的第七项. */
  function numbered(text: string, mentions: readonly Mention[]): Misplaced[] {
    const ofDocument = /通知|方案|正文|文件|\d+个项目|[十一二]+个项目|工作内容/u.test(text) && !/附件/u.test(text);
    return mentions.flatMap(({ start, end, lines }): Misplaced[] => {
      const project = projectOf.get(lines[0] ?? '');
      if (!project) return [];
      const before = text.slice(Math.max(0, start - 24), start);
      const behind = text.slice(end, end + 24);
      const label = passages.get(project.clause)?.label ?? project.clause;
      const told = (from: number, to: number): Misplaced => ({
        ...{ start: from, end: to, written: label },
        right: `“${project.short}”是第${project.number}项，${label}`,
      });
      const first = new RegExp(
        `第(?<no>${NUMBER})(?:个)?(?:项目|项任务|项工作|项)(?:就|则)?(?:是|为|叫|写的是|讲的是|说的是|安排的是|就是|：)“?(?:[^，。；、]{0,6})$`,
        'u',
      ).exec(before);
      const last = new RegExp(
        `^”?(?:项目)?(?:是|排在|列为|排|为|列在|列|写在|放在|在)${OF_ALL}(?:是|排在|列为|排|列|为)?第(?<no>${NUMBER})(?:个项目|项(?!工作(?:制度|要求)|制度|要求|职责)|(?=[，。；！]|$))`,
        'u',
      ).exec(behind);
      const no = first?.groups?.['no'] ?? last?.groups?.['no'];
      if (no !== undefined && ofDocument && number(no) !== project.number && !/其中|牵头|里面/u.test(text))
        return [first ? told(start - first[0].length, end) : told(start, end + (last?.[0].length ?? 0))];
      const refBefore = [...before.matchAll(anyRef)].at(-1);
      const gap = refBefore ? before.slice(refBefore.index + refBefore[0].length) : '';
      const refBehind = [...behind.matchAll(anyRef)][0];
      const lead = refBehind ? behind.slice(0, refBehind.index) : '';
      if (
        refBefore &&
        refs.get(refBefore[0]) !== project &&
        /^(?:里|中)?(?:是|写的是|讲的是|说的是|就是|安排的是|：|为)“?$/u.test(gap)
      )
        return [told(start - before.length + refBefore.index, end)];
      if (
        refBehind &&
        refs.get(refBehind[0]) !== project &&
        /^(?:帮扶|支援|活动|专项)?”?(?:项目)?(?:（|见|写在|列在|在|是|见于|的依据是|出自)(?:正文|通知|方案)?(?:的)?$/u.test(
          lead,
        )
      )
        return [told(start, end + refBehind.index + refBehind[0].length)];
      return [];
    });
  }

  /** 某项目属于某行动; 某行动包括某项目. */
  function inFields(text: string, mentions: readonly Mention[]): Misplaced[] {
    return fields.flatMap(({ id, name, label }): Misplaced[] => {
      const at = text.indexOf(name);
      if (at < 0) return [];
      return mentions.flatMap(({ start, end, lines }): Misplaced[] => {
        const project = projectOf.get(lines[0] ?? '');
        if (!project || project.field === id) return [];
        const right = fields.find((f) => f.id === project.field);
        const belongs =
          end <= at &&
          /^”?(?:项目)?(?:属于?|归(?:在|入|到|于)?|列在|放在|写在|排在|是|在|算)(?:“|（[一二三四五六]）)?$/u.test(
            text.slice(end, at),
          );
        const from = at + name.length;
        const holds =
          start >= from &&
          /^”?(?:下面|里面|里|中|之下|这一类|这一方面|方面)?(?:有|包括|包含|含|下设|列了|安排了|的项目有|的项目是|第一项是)+(?:[^，。；、]{0,4})“?$/u.test(
            text.slice(from, start),
          );
        if (!belongs && !holds) return [];
        const range = belongs ? { start, end: from } : { start: at, end };
        return [
          {
            ...range,
            right: `“${project.short}”属于${right?.name ?? ''}（${right?.label ?? label}）`,
            written: right?.label ?? label,
          },
        ];
      });
    });
  }

  return (text: string): Misplaced[] => {
    if (DENIED.test(text)) return [];
    const mentions = mentionsIn(text);
    return [...inSections(text), ...numbered(text, mentions), ...inFields(text, mentions)];
  };
}
