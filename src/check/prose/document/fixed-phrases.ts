import { isUnit } from '#domain/places/place.ts';
import { withoutNumbering } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { editDistance } from '#domain/search/nearest.ts';
import { likenessOf } from '../../text/alike.ts';
import { anyOf } from '../../text/any-of.ts';
import { Beginnings, LongBeginnings } from '../../text/beginnings.ts';
import { Glance, matchesIn } from '../../text/glance.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import { folded } from './quotation-pieces.ts';
import { quotations } from './quotations.ts';

/** One character other than in a name or a passage of the document. */
interface OneOff {
  /** Where it begins and ends in the folded text, and where the character stands. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** As the document has it. */
  readonly right: string;
  /** The character that stands there in the document; several, where several are others. */
  readonly wanted: string;
}

/** A shorter name is made of words that everybody uses. */
const SHORTEST = 4;

/** Names that the document gives: its fields, projects, lines, rows, groups, the schools and offices of its two ends, and what it sets in quotation marks. */
function namesOf({ clauses, projects, targetTables, content, places }: Programme): string[] {
  const quoted = clauses.flatMap(({ text }) => [...text.matchAll(/“([^”]{4,16})”/gu)].map(([, name = '']) => name));
  const fields = clauses.filter(({ role }) => role === 'field').map(({ text }) => text.replace(/^（[^）]*）/u, ''));
  // 某某青年人才行动: a field's name as a paragraph has it, with a word before it.
  const longer = clauses.flatMap(({ role, text }) =>
    role === 'paragraph'
      ? fields.flatMap((field) => {
          const core = field.replace(/^共青团/u, '');
          const at = text.indexOf(core);
          return at < 2
            ? []
            : [/(?<=^|[、，。])[^、，。]{1,8}$/u.exec(text.slice(0, at))?.[0] ?? ''].map((lead) => lead + core);
        })
      : [],
  );
  const long = [
    ...fields,
    ...longer,
    ...projects.flatMap((p) => [p.title.replace(/^[^—]*——/u, ''), ...p.lines.flatMap((l) => [l.title, l.short])]),
    ...targetTables.flatMap((t) => t.rows.map(({ name }) => name)),
    ...(content.departments.systems ?? []).map(({ short }) => short),
  ];
  // Areas have a rule of their own.
  const units = [...places.values()].flatMap((place) => (isUnit(place) && place.name.length > 4 ? [place.name] : []));
  const names = [...quoted, ...units, ...long.filter((name) => folded(name).text.length > 5)].map(
    (name) => folded(name).text,
  );
  return [...new Set(names)].filter((name) => name.length >= SHORTEST && /^[\p{Script=Han}·,]+$/u.test(name));
}

/** The one character in which a text differs from a name that may stand at an offset; null: in none or in several. */
function onlyOther(text: string, start: number, name: string): number | null {
  let other: number | null = null;
  for (let k = 0; k < name.length; k++) {
    if (text.charCodeAt(start + k) === name.charCodeAt(k)) continue;
    if (other !== null) return null;
    other = k;
  }
  return other;
}

/** Finds names that differ from one of the document's in one character: one half of such a name is still right. */
function nearNames(programme: Programme): (text: string) => OneOff[] {
  const names = namesOf(programme);
  const own = new Set(names);
  const halves = names.flatMap((name) => {
    const middle = Math.floor(name.length / 2);
    return [
      { half: name.slice(0, middle), name, offset: 0 },
      { half: name.slice(middle), name, offset: middle },
    ];
  });
  const byBeginning = Map.groupBy(halves, ({ half }) => half.slice(0, 2));
  const beginnings = new Beginnings(byBeginning.keys());
  return (text) => {
    const found = new Map<number, OneOff>();
    for (let i = 0; i < text.length; i++) {
      if (!beginnings.mayBeAt(text, i)) continue;
      for (const { half, name, offset } of byBeginning.get(text.slice(i, i + 2)) ?? []) {
        const start = i - offset;
        if (start < 0 || start + name.length > text.length || !text.startsWith(half, i)) continue;
        const k = onlyOther(text, start, name);
        if (k === null || own.has(text.slice(start, start + name.length))) continue;
        const before = found.get(start + k);
        if (before && before.end - before.start >= name.length) continue;
        found.set(start + k, {
          ...{ start, end: start + name.length, at: start + k },
          ...{ right: name, wanted: name.charAt(k) },
        });
      }
    }
    return [...found.values()];
  };
}

const letters = (text: string) => [...text].toSorted().join('');
/** Of a long name its end stands for it: 强基固本工程. */
const TAIL = 6;

/** Finds names whose two halves are turned round: 固本强基 for 强基固本. Every letter of the name is there, in another order. */
function turnedNames(programme: Programme): (text: string) => OneOff[] {
  const names = namesOf(programme).filter((name) => name.length >= TAIL);
  // A tail that begins with a pause is no name: the pause stands on the other side of the same words as well.
  const all = new Set(names.flatMap((name) => [name, name.slice(-TAIL)]).filter((name) => BEGINS_AND_ENDS.test(name)));
  const byLetters = new Map([...all].map((name) => [letters(name), name]));
  const lengths = [...new Set([...all].map(({ length }) => length))].toSorted((a, b) => b - a);
  // The same letters have the same sum: most places are told from that alone.
  const sumOf = (word: string) => [...word].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const sums = new Map(
    [...Map.groupBy(all, ({ length }) => length)].map(([length, own]) => [length, new Set(own.map(sumOf))]),
  );
  return (text) => {
    const found: OneOff[] = [];
    const upTo = new Float64Array(text.length + 1);
    for (let i = 0; i < text.length; i++) upTo[i + 1] = (upTo[i] ?? 0) + text.charCodeAt(i);
    for (let start = 0; start < text.length; start++) {
      for (const length of lengths) {
        const end = start + length;
        if (end > text.length || !sums.get(length)?.has((upTo[end] ?? 0) - (upTo[start] ?? 0))) continue;
        if (found.some((one) => start < one.end)) continue;
        const written = text.slice(start, end);
        const right = byLetters.get(letters(written));
        if (right === undefined || right === written) continue;
        found.push({ start, end, at: start, right, wanted: right });
      }
    }
    return found;
  };
}

const BEGINS_AND_ENDS = /^\p{Script=Han}.*\p{Script=Han}$/u;

/** Pauses are one sign: 目标明晰、责任具体 is the same passage. */
const PAUSES = /[，、；：。！？,.;:!?]/gu;
const paused = (text: string) => text.replaceAll(PAUSES, '，');
/** So many characters in a row say where a passage is from. */
const KEY = 4;
/** The other character with two on either side. */
const AROUND = 5;
/** No more of the passage around the other character is compared. */
const MOST = 40;

/** As much of the passage stands before several other characters. */
const LEAST_BEFORE = 6;
/** No more characters are turned round. */
const MOST_TURNED = 5;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/** A character other than in a passage, and how much of the passage stands around it. */
interface OtherPassage extends OneOff {
  /** How many characters before it and behind it are the passage's. */
  readonly before: number;
  readonly behind: number;
}

/** Finds in a folded text passages of the document in which one character is another one. */
function nearPassages(texts: readonly string[]): (text: string) => OtherPassage[] {
  const original = texts.map((text) => folded(text).text).join('\n');
  const whole = paused(original);
  const places = new Map<string, number[]>();
  for (let i = 0; i + KEY <= whole.length; i++) {
    const key = whole.slice(i, i + KEY);
    if (!key.includes('\n')) places.set(key, [...(places.get(key) ?? []), i]);
  }
  const beginnings = new LongBeginnings(places.keys());
  /** Every run of characters of the width that is compared around another one: a text asks for thousands of them. */
  const runs = new Set(Array.from({ length: whole.length }, (_, i) => whole.slice(i, i + AROUND)));
  const isEnd = (char: string) => char === '' || char === '\n';
  const LINE = 0x0a;

  /** How many characters are the same from here on, in one direction; outside a text no code is the same as another. */
  function same(text: string, i: number, d: number, step: 1 | -1): number {
    let n = 0;
    for (; n < MOST; n++) {
      const code = whole.charCodeAt(d + n * step);
      if (code === LINE || text.charCodeAt(i + n * step) !== code) break;
    }
    return n;
  }

  /** 广泛宣传 for 大力宣传, 落实和执行 for 执行和落实: other characters, or the same turned round, and the passage goes on. */
  function otherWords(text: string, i: number, d: number, length: number): OtherPassage | null {
    const [from, place] = [i + length, d + length];
    for (let width = 2; width <= MOST_TURNED; width++) {
      const [written, wanted] = [text.slice(from, from + width), whole.slice(place, place + width)];
      if (!HAN_ONLY.test(written) || !HAN_ONLY.test(wanted)) return null;
      const behind = same(text, from + width, place + width, 1);
      const turned = letters(written) === letters(wanted);
      if (behind < (turned ? 1 : 2) || (width > 2 && !turned)) continue;
      if (whole.includes(text.slice(from - 2, from + width + 2))) return null;
      const right = original.slice(d, place + width + behind);
      return { start: i, end: from + width + behind, at: from, right, wanted, before: length, behind };
    }
    return null;
  }

  return (source) => {
    const text = paused(source);
    const found = new Map<number, OtherPassage>();
    const check = (i: number, d: number) => {
      const [char, wanted] = [text.charAt(i), whole.charAt(d)];
      if (isEnd(char) || isEnd(wanted)) return;
      const [before, behind] = [same(text, i - 1, d - 1, -1), same(text, i + 1, d + 1, 1)];
      const known = found.get(i);
      if (known && known.before + known.behind >= before + behind) return;
      // The text around it is the document's in another place.
      const around = text.slice(Math.max(0, i - 2), i + 3);
      if (around.length === AROUND ? runs.has(around) : whole.includes(around)) return;
      const [start, end] = [i - before, i + 1 + behind];
      const right = original.slice(d - before, d + 1 + behind);
      found.set(i, { start, end, at: i, right, wanted, before, behind });
    };
    for (let i = 0; i + KEY <= text.length; i++) {
      if (!beginnings.mayBeAt(text, i)) continue;
      for (const d of places.get(text.slice(i, i + KEY)) ?? []) {
        if (i > 0 && text.charCodeAt(i - 1) === whole.charCodeAt(d - 1)) continue;
        check(i - 1, d - 1);
        const length = same(text, i, d, 1);
        check(i + length, d + length);
        const others = length < LEAST_BEFORE ? null : otherWords(text, i, d, length);
        const known = others && found.get(others.at);
        if (others && !(known && known.before + known.behind >= others.before + others.behind))
          found.set(others.at, others);
      }
    }
    return [...found.values()];
  };
}

/** Words for the document and its parts, its own among them: 协议, 表一. */
const documentWords = ({ words, tables }: Programme) => {
  const own = [words.document.noun, words.annex.noun, ...tables.map(({ label }) => label)];
  // 表 alone begins and ends too many words.
  const nouns = [...new Set([...'通知 方案 正文 附件 原文 备注'.split(' '), ...own])].filter((noun) => noun.length > 1);
  const any = nouns.map((noun) => RegExp.escape(noun)).join('|');
  return {
    attributed: new RegExp(
      `(?:${any})(?:里|中|上|要求|提出|写|规定|强调|说|指出|明确|的|，|对|第|：|列|部署|安排)|[按依遵]照?(?:这份|本)?(?:${any})`,
      'u',
    ),
    named: new RegExp(any, 'u'),
  };
};
/** The other wording is meant: told as a mistake, denied, another name. */
const MEANT = /误|错|不是|而非|并非|写成|改成|叫成|改为|改称|原名|旧称|又称|不叫|另一/u;
/** Words that are exchanged without a slip: number words, small words, levels, bodies, usual nouns. */
const SMALL = new Set(
  '的地得和与及并或了没在于为也都就对给把被从向到以等将让由使做作各该本其这那很更再又还而但则所之百千万几多每',
);
const NUMERALS = new Set('一二三四五六七八九十两');
const LEVELS = new Set('省市县区州乡镇村国');
const BODIES = new Set('党团工妇');
const USUAL_ENDS = new Set(
  '活动 工作 项目 计划 任务 事业 服务 培训 交流 会议 制度 建设 行为 行业 行程 交往 交通 帮助 帮教 援助 助力 人员 人数 情况'.split(
    ' ',
  ),
);

/** 是 for 的, 之 for 的: another way to say the same, in no words of the document. */
const isParticle = (word: string) => /^[的是之了得地为]$/u.test(word);

/**
 * Whether the character may well be meant.
 * @param attributed whether the sentence says that it speaks of the document
 * @param certain whether it is beyond doubt that these are the document's words
 */
function mayBeMeant(
  text: string,
  { start, at, end, wanted }: OneOff,
  attributed: boolean,
  certain = false,
  long = false,
): boolean {
  const written = text.charAt(at);
  if (!/\p{Script=Han}/u.test(written) || !/\p{Script=Han}/u.test(wanted)) return true;
  // In a long name 地 and 本 are no small words.
  if (SMALL.has(written) || (SMALL.has(wanted) && end - start <= 7)) return true;
  // 第三次对口支援某地工作会议: so much is the same that the number is the document's.
  if (NUMERALS.has(written) || NUMERALS.has(wanted))
    return !((attributed || long) && NUMERALS.has(written) && NUMERALS.has(wanted));
  if (certain) return false;
  if ([LEVELS, BODIES].some((set) => set.has(written) && set.has(wanted))) return true;
  return (
    (at === end - 1 && USUAL_ENDS.has(text.slice(at - 1, at + 1))) ||
    (at === end - 2 && USUAL_ENDS.has(text.slice(at, at + 2))) ||
    USUAL_ENDS.has(text.slice(at, at + 2))
  );
}

const OWN_OF_OTHERS =
  /(?:村|乡|镇|社区|小区|学校|班|校园?|厂|公司|单位|店)(?:里|上|内)?(?:自己)?(?:又|还|也|新)?(?:搞|办|有|开|组织|举办|弄)/u;
const QUOTED_NAME = /“([^“”]{6,24})”/gu;
const QUOTED_WORDS = /“(?<inner>[^“”]{2,12})”/gu;

const whatIsOther = ({ wanted, right }: OneOff): string =>
  wanted === right ? '和通知里的名称不同' : wanted.length > 1 ? '和通知的写法差几个字' : '和通知的写法差一个字';

type Told = OneOff & { readonly severity: ProseFinding['severity'] };

/**
 * Names and passages of the document in which one character is another one: an error where the sentence says that it is
 * the document's, where the name stands in quotation marks, or where the two characters sound alike; else a doubt, and
 * only where so much is the same that it cannot be chance.
 */
export const fixedPhrases: PlanRule = (known) => {
  const { clauses, tables, projects } = known.programme;
  const titles = clauses.filter(({ role }) => role === 'section').map(({ text }) => withoutNumbering(text));
  const ofDocument = documentWords(known.programme);
  // 工作要求第三条：…: a section of the document says whose words follow.
  const inSection = new RegExp(
    `(?:${anyOf(titles)})(?:部分|一节|一章)?(?:里|中|的)?(?:第[一二三四五六七八九十\\d]{1,2}[条项点部款]?|[一二三四]、?\\d?)(?:是|写|讲|提|要求|说|：|，|“)`,
    'u',
  );
  const inQuotations = quotations(known);
  const texts = [
    ...clauses
      .filter(({ role }) => role !== 'roster' && role !== 'contact' && role !== 'addressee')
      .map(({ text }) => text),
    ...tables.flatMap((table) => (table.notes ?? []).map(({ text }) => text)),
    ...projects.flatMap((p) => p.lines.map(({ title }) => title)),
  ];
  const names = namesOf(known.programme);
  const longNames = new Glance(...names.filter((name) => name.length > 7));
  const namesIn = nearNames(known.programme);
  const turnedIn = turnedNames(known.programme);
  const passagesIn = nearPassages(texts);
  const middles = [
    ...clauses.flatMap(({ text }) => (/^\d/u.test(text) ? [text.split('。', 1)[0] ?? ''] : [])),
    ...projects.flatMap((p) => p.lines.map(({ title }) => title)),
  ].flatMap((title) => {
    const [, before = '', inner = '', behind = ''] = /^(.*?)“([^”]{2,12})”(.*)$/u.exec(title) ?? [];
    const [head, name, tail] = [before.replace(/^.*[—．.市省]/u, ''), inner, behind].map((words) => folded(words).text);
    return name ? [{ before: head ?? '', inner: name, behind: tail ?? '' }] : [];
  });
  const whole = texts.map((text) => folded(text).text).join('\n');
  const kinds = [
    ...clauses
      .filter(({ role }) => role === 'field')
      .map(({ text }) => ({ title: text.replace(/^（[^）]*）/u, ''), least: 5 })),
    ...projects.map(({ title }) => ({ title: title.replace(/^[^—]*——/u, ''), least: 10 })),
  ].flatMap(({ title, least }) => {
    const name = folded(title).text;
    const [kind] = /(?:行动|工程|项目|活动|计划|制度)$/u.exec(name) ?? [];
    return kind === undefined ? [] : [{ core: name.slice(0, -2), kind, least }];
  });

  function oneOffs(sentence: string): Told[] {
    const { text, at } = folded(sentence);
    if (MEANT.test(sentence)) return [];
    const attributed = ofDocument.attributed.test(sentence) || inSection.test(sentence);
    const inMarks = (i: number) => {
      const place = at[i] ?? 0;
      const open = sentence.lastIndexOf('“', place);
      return open >= 0 && open > sentence.lastIndexOf('”', place) && sentence.indexOf('”', place) >= 0;
    };
    const near = namesIn(text).flatMap((name): Told[] => {
      const length = name.end - name.start;
      if (
        mayBeMeant(text, name, attributed, length > 7 && inMarks(name.at)) ||
        whole.includes(text.slice(name.start, name.end))
      )
        return [];
      const likeness = likenessOf(text.charAt(name.at), name.wanted);
      if (length < 6) return likeness === 'alike' ? [{ ...name, severity: 'error' }] : [];
      // 村里办的“……”联欢: somebody's own.
      if (!likeness && length < 9 && OWN_OF_OTHERS.test(sentence) && !ofDocument.named.test(sentence)) return [];
      if (likeness || inMarks(name.at)) return [{ ...name, severity: 'error' }];
      return length > 7 || ofDocument.named.test(sentence) ? [{ ...name, severity: 'warning' }] : [];
    });
    const passages = passagesIn(text).flatMap((passage): Told[] => {
      const { before, behind, wanted } = passage;
      if (wanted.length > 1)
        return attributed || before + behind > 13 ? [{ ...passage, severity: attributed ? 'error' : 'warning' }] : [];
      // A short beginning is in many texts: then a long end has to follow.
      if (
        behind === 0 ||
        before < (behind < 8 ? 3 : 1) ||
        mayBeMeant(
          text,
          passage,
          attributed,
          attributed && before + behind > 9,
          before + behind > 11 && ofDocument.named.test(sentence),
        )
      )
        return [];
      const sounds = likenessOf(text.charAt(passage.at), passage.wanted) !== null;
      const enough = before + behind >= (attributed ? (NUMERALS.has(passage.wanted) ? 5 : 6) : sounds ? 8 : 18);
      return enough ? [{ ...passage, severity: attributed || sounds ? 'error' : 'warning' }] : [];
    });
    const told = new Set(near.map((name) => name.at));
    const turned =
      attributed ||
      ofDocument.named.test(sentence) ||
      sentence.includes('“') ||
      /方面|板块|第[一二三四五六七八九十]块|[一二三四五六七八九十\d]个?项目/u.test(sentence) ||
      // Another of its names stands beside it.
      (longNames.mayBeIn(text) && names.some((name) => name.length > 7 && text.includes(name)))
        ? turnedIn(text).map((one): Told => ({ ...one, severity: 'error' }))
        : [];
    return [
      ...near,
      ...passages.filter(
        (passage) => !told.has(passage.at) && !(isParticle(text.charAt(passage.at)) && isParticle(passage.wanted)),
      ),
      ...quotedNames(sentence, told),
      ...otherMiddles(sentence),
      ...otherKinds(sentence),
      ...turned.filter(({ start, end }) => !near.some((one) => start < one.end && one.start < end)),
    ];
  }

  /** 甲行动 for 甲工程, 乙工程 for 乙项目: a heading or a title of the document with another word for what it is. */
  function otherKinds(sentence: string): Told[] {
    if (!ofDocument.named.test(sentence) && !/方面|板块|[一二三四五六七八九十\d]个?项目|牵头|配合/u.test(sentence))
      return [];
    const { text } = folded(sentence);
    return kinds.flatMap(({ core, kind, least }): Told[] => {
      const start = text.indexOf(core);
      const at = start + core.length;
      const [other] = start < 0 ? [] : (/^(?:行动|工程|项目|活动|计划|制度)/u.exec(text.slice(at)) ?? []);
      if (other === undefined || other === kind || core.length < least) return [];
      if (whole.includes(core + other) || names.some((name) => name.endsWith(core + other))) return [];
      return [{ start, end: at + 2, at, right: core + kind, wanted: kind, severity: 'warning' }];
    });
  }

  /** A name in quotation marks that is nearly one of the document's. */
  function quotedNames(sentence: string, told: ReadonlySet<number>): Told[] {
    const { at: places } = folded(sentence);
    return matchesIn(sentence, QUOTED_NAME)
      .slice(0, 50)
      .flatMap(({ index, 1: inner = '' }): Told[] => {
        const words = folded(inner).text;
        const start = places.indexOf(index + 1);
        const end = start + words.length;
        if (start < 0 || words.length < 6 || whole.includes(words)) return [];
        if (words.length < 9 && OWN_OF_OTHERS.test(sentence) && !ofDocument.named.test(sentence)) return [];
        if ([...told].some((at) => start <= at && at < end)) return [];
        const most = Math.max(1, Math.floor(words.length / 6));
        const right = names.find(
          (name) => Math.abs(name.length - words.length) <= most && editDistance(name, words) <= most,
        );
        if (right === undefined || [...right].every((char, i) => char === words[i] || BODIES.has(char))) return [];
        return [{ start, end, at: start, right, wanted: right, severity: 'error' }];
      });
  }

  /** 某些学生“心连心”交流项目: a title of the document around other words in quotation marks. */
  function otherMiddles(sentence: string): Told[] {
    const { text, at } = folded(sentence);
    return matchesIn(sentence, QUOTED_WORDS)
      .slice(0, 50)
      .flatMap(({ index, groups = {} }): Told[] => {
        const inner = groups['inner'] ?? '';
        const start = at.indexOf(index + 1);
        const end = start + folded(inner).text.length;
        if (start < 0) return [];
        const right = middles.find(({ before, behind }) => {
          const follows = text.startsWith(behind.slice(0, 4), end) && behind.length >= 4;
          const long = behind.length >= 6 && text.startsWith(behind.slice(0, 6), end);
          return follows && (long || before.length < 3 || text.slice(0, start).endsWith(before.slice(-3)));
        });
        // “某计划”支教实践 for “某计划”服务实践: the words behind the name are nearly the title's.
        const own = middles.find((m) => m.inner === folded(inner).text && m.behind.length >= 4);
        const tail = text.slice(end, end + 4);
        if (
          own &&
          tail.length === 4 &&
          ((tail.slice(2) === own.behind.slice(2, 4) && tail.slice(0, 2) !== own.behind.slice(0, 2)) ||
            (tail.slice(0, 3) === own.behind.slice(0, 3) && tail !== own.behind.slice(0, 4)))
        )
          return [
            {
              start: end,
              end: end + 4,
              at: end,
              right: own.behind.slice(0, 4),
              wanted: own.behind.slice(0, 4),
              severity: 'warning',
            },
          ];
        if (!right || middles.some((m) => m.inner === folded(inner).text) || whole.includes(folded(inner).text))
          return [];
        return [{ start, end, at: start, right: right.inner, wanted: right.inner, severity: 'error' }];
      });
  }

  function inBlock(source: ProseBlock, block: number, told: readonly ProseFinding[]): ProseFinding[] {
    return sentencesIn(source.text).flatMap(({ start, text: sentence }) => {
      const { at } = folded(sentence);
      return oneOffs(sentence).flatMap((one): ProseFinding[] => {
        const place = start + (at[one.at] ?? 0);
        if (told.some((t) => t.block === block && t.start <= place && place < t.end)) return [];
        const range = { start: start + (at[one.start] ?? 0), end: start + (at[one.end - 1] ?? 0) + 1 };
        return [
          {
            ...{ block, ...range },
            severity: source.quoted ? 'warning' : one.severity,
            code: 'document-phrase',
            what: whatIsOther(one),
            found: `“${source.text.slice(range.start, range.end)}”`,
            expected: `“${one.right}”`,
            written: null,
            mend: `${one.wanted === one.right ? '照原文改' : `把“${source.text.slice(place, place + one.wanted.length)}”改成“${one.wanted}”`}；说的是别的事，换一种说法。`,
          },
        ];
      });
    });
  }

  return (prose) => {
    const told = inQuotations(prose);
    return prose.blocks.flatMap((source, block) => (source.citation ? [] : inBlock(source, block, told)));
  };
};
