import { isLanguage, LANGUAGES, type Language, scriptOf } from '#domain/places/language-name.ts';
import { levelOfName } from '#domain/places/level-of-name.ts';
import { AREA_LEVELS, isUnit, PLACE_LEVELS, type PlaceLevel } from '#domain/places/place.ts';
import { printedNumbering, standsAlone } from '#domain/plan/numbering.ts';
import { readTarget, type WordedTarget } from '#domain/plan/target-words.ts';
import { choiceWord, meantChoice } from '#format/choice-words.ts';
import type { Answer, Question } from '../asking/questions.ts';
import { readDay, tidyLine } from '../clerk-words.ts';

/** Somebody who gives or receives, or a place below the receiver. */
export interface Party {
  /** As the document writes it. */
  readonly name: string;
  /** null: the name does not tell, and nobody has said yet. */
  readonly level: PlaceLevel | null;
  /** Its name in another script, as it was typed behind the Chinese one. */
  readonly other: string | null;
}

/** Words of the document on one line: a wide space between them is one of its characters. */
const asPrinted = (answer: string) =>
  answer
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll(/[\n\r\t]+/gu, ' ')
    .trim();

/** What somebody may be who gives or receives, as it is said; a region belongs to no pairing. */
const LEVEL_CHOICES = PLACE_LEVELS.flatMap((level) =>
  level === 'region' ? [] : (choiceWord(level, PLACE_LEVELS) ?? []),
);

/** The kind that a word says: 县级市 is of the level of counties; null where it says none. */
function levelSaid(word: string): PlaceLevel | null {
  const level = PLACE_LEVELS.find((one) => one === meantChoice(word, PLACE_LEVELS));
  return level === undefined || level === 'region' ? null : level;
}

/** What is known of the new programme so far. */
export interface ProgrammeDraft {
  /** Why a folder cannot be taken; null where it can. */
  readonly refused: (folder: string) => string | null;
  readonly folder?: string;
  readonly name?: string;
  readonly organisation?: string;
  readonly title?: string;
  readonly date?: string;
  readonly years?: readonly number[];
  readonly giver?: Party;
  readonly receiver?: Party;
  readonly third?: readonly Party[];
  readonly language?: Language;
  readonly namesSource?: string;
  /** Words of the document: who is paired with whom; what the project is. */
  readonly pairing?: string;
  readonly clause?: string;
  /** The heading that the clause stands under. */
  readonly heading?: string;
  readonly project?: string;
  /** The words of the clause that set the target; left out where it sets none. */
  readonly target?: WordedTarget & { readonly words: string };
  readonly unit?: string;
}

/** Everything that can be said of a new programme; each is also an option. */
export const FIELDS = [
  ...(['folder', 'name', 'organisation', 'title', 'date', 'years', 'giver', 'giver-kind', 'receiver'] as const),
  ...(['receiver-kind', 'third', 'language', 'names-source', 'pairing', 'clause', 'heading'] as const),
  ...(['project', 'target', 'unit'] as const),
];

const MOST_YEARS = 20;
const YEARS = '写成 2026、2026—2030 或者 2026、2027 这样';

/** 2026; 2026—2030; 2026、2028: in order, each once. */
function readYears(answer: string): Answer<number[]> {
  const own = answer.normalize('NFKC').replaceAll(/[\s年]/gu, '');
  const wrong = { problem: `现在是“${answer}”，应当是方案管的年份，${YEARS}。` };
  const years = own.split(/[、，,；;]/u).flatMap((part) => {
    const [, from = '', to = from] = /^(\d{4})(?:[—–~至到-]+(\d{4}))?$/u.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (first < 1949 || last < first || last - first >= MOST_YEARS) return [Number.NaN];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  if (years.length === 0 || years.includes(Number.NaN)) return wrong;
  return { value: [...new Set(years)].toSorted((a, b) => a - b) };
}

/** A name, with what it is in brackets, and its name in another script behind a space. */
function readParty(typed: string): Answer<Party> {
  const answer = tidyLine(typed);
  const [, chinese = answer, other = null] =
    /^(.*\p{Script=Han}.*?)\s((?:(?!\p{Script=Han}).)*\p{L}{2}(?:(?!\p{Script=Han}).)*)$/u.exec(answer) ?? [];
  const [, bare = chinese, kind = ''] = /^(.+)[（(]([^（）()]+)[）)]$/u.exec(chinese.trim()) ?? [];
  const said = levelSaid(kind);
  const name = (said ? bare : chinese).trim();
  if (!/\p{Script=Han}/u.test(name))
    return { problem: `现在是“${answer}”，应当是文件里的汉字名字；别的文字的名字空一格写在它后面。` };
  if (other !== null && candidatesFor([other]).length === 0)
    return { problem: `认不出“${other}”是哪一种文字。能写的有：${Object.values(LANGUAGES).join('、')}。` };
  return { value: { name, level: said ?? levelOfName(name), other } };
}

const partiesOf = ({ giver, receiver, third = [] }: ProgrammeDraft): Party[] =>
  [giver, receiver, ...third].filter((party) => party !== undefined);
const othersOf = (draft: ProgrammeDraft) => partiesOf(draft).flatMap(({ other }) => other ?? []);

/** Languages in whose letters all of these are written. */
const candidatesFor = (texts: readonly string[]): Language[] =>
  Object.keys(LANGUAGES)
    .filter(isLanguage)
    .filter((lang) => texts.length > 0 && texts.every((text) => scriptOf({ lang, text }) >= 0));

/** The language of the names in another script: as was said, or the only one there is with these letters. */
export const languageOf = (draft: ProgrammeDraft): Language | undefined =>
  draft.language ?? candidatesFor(othersOf(draft))[0];

const rank = (level: PlaceLevel | null) => (AREA_LEVELS as readonly (string | null)[]).indexOf(level);

/** Why these cannot stand together: the same name twice, a county that helps a city, a county below a county. */
function unfit(draft: ProgrammeDraft): string | null {
  const { giver, receiver, third = [] } = draft;
  const names = partiesOf(draft).map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) return `“${twice}”写了两次，每个名字只写一次。`;
  const areas = (a: Party | undefined, b: Party | undefined) => a && b && rank(a.level) >= 0 && rank(b.level) >= 0;
  const mend = '名字看不准的，在后面加括号写明是什么，例如 样例市（县级市）。';
  if (giver && receiver && areas(giver, receiver) && rank(giver.level) > rank(receiver.level))
    return `“${giver.name}”比“${receiver.name}”低一级，不能是援助它的一方。${mend}`;
  const large = third.find((one) => receiver && areas(one, receiver) && rank(one.level) <= rank(receiver.level));
  return large ? `“${large.name}”不在“${receiver?.name}”的下一级。${mend}` : null;
}

const fitting = (draft: ProgrammeDraft): Answer<ProgrammeDraft> => {
  const problem = unfit(draft);
  return problem === null ? { value: draft } : { problem };
};

const lineQuestion = (option: 'name' | 'organisation', text: string, most: number): Question<ProgrammeDraft> => ({
  option,
  asked: () => true,
  text: () => text,
  empty: () => null,
  read: (answer, draft) => {
    const value = tidyLine(answer);
    return [...value].length > most
      ? { problem: `太长：现在${[...value].length}个字，最多${most}个。` }
      : { value: { ...draft, [option]: value } };
  },
});

const partyQuestion = (option: 'giver' | 'receiver', text: string): readonly Question<ProgrammeDraft>[] => [
  {
    option,
    asked: () => true,
    text: () => text,
    empty: () => null,
    read: (answer, draft) => {
      const party = readParty(answer);
      return 'problem' in party ? party : fitting({ ...draft, [option]: party.value });
    },
  },
  {
    option: `${option}-kind`,
    asked: (draft) => draft[option]?.level === null,
    text: (draft) => `名字看不出“${draft[option]?.name}”是什么，写号码`,
    choices: () => LEVEL_CHOICES,
    empty: () => null,
    read: (answer, draft) => {
      const [level, party] = [levelSaid(answer), draft[option]];
      if (level === null || !party)
        return { problem: `现在是“${answer}”，应当是${LEVEL_CHOICES.join('、')}里的一个。` };
      return fitting({ ...draft, [option]: { ...party, level } });
    },
  },
];

function readThird(answer: string, draft: ProgrammeDraft): Answer<ProgrammeDraft> {
  if (/^(?:无|没有|不写)$/u.test(answer)) return { value: { ...draft, third: [] } };
  const parties = answer
    .split(/[、，,；;]/u)
    .filter((part) => part.trim() !== '')
    .map(readParty);
  const third: Party[] = [];
  for (const party of parties) {
    if ('problem' in party) return party;
    third.push({ ...party.value, level: party.value.level ?? 'township' });
  }
  return fitting({ ...draft, third });
}

const TELEPHONE = /(?<!\d)(?:0\d{2,3}[-－—\s]?\d{7,8}|1[3-9]\d{9})(?!\d)/u;

function readPassage(option: 'pairing' | 'clause', answer: string, draft: ProgrammeDraft): Answer<ProgrammeDraft> {
  const words = asPrinted(answer);
  if (TELEPHONE.test(words)) return { problem: '里面有电话号码，文件里的电话不上网：抄不带号码的那一句。' };
  if (option === 'pairing' && !partiesOf(draft).some(({ name }) => words.includes(name)))
    return {
      problem: `这一句里没有“${draft.giver?.name}”，也没有“${draft.receiver?.name}”：照文件抄写到它们的那一句，名字也照文件的写法。`,
    };
  return { value: { ...draft, [option]: words } };
}

/** Forms of numbers that need nothing above them. */
const TOP = /^(?:一、|编|篇|部分|章)$/u;

/** Whether the number of a clause begins anew below each heading: （一）, 1．. */
function standsBelow(clause: string): boolean {
  const numbering = printedNumbering(clause);
  return numbering !== null && !standsAlone(numbering) && !TOP.test(numbering.form);
}

const LONGEST_NAME = 20;

/** A printed number at the beginning of a clause, whatever its form; only where `printedNumbering` finds one. */
const NUMBER =
  /^\s*(?:第\s*[\p{Script=Han}\d]+?\s*(?:部分|[编篇章节条款项目])|[（(][^（）()]{1,4}[）)]|[\d.]+|[一二三四五六七八九十百]+是?|[①-⓿甲-癸A-Za-z]|\p{Nl}+)[）)]?[\s、．.，：:]*/u;

/** What the clause calls its project: the words behind its number, up to the first mark; null where they are no name. */
function projectIn({ clause = '', ...draft }: ProgrammeDraft): string | null {
  const rest = printedNumbering(clause) ? clause.replace(NUMBER, '') : clause;
  const [, name = ''] = /^([^。，、；：:,;\d]+)[。：:]/u.exec(rest) ?? [];
  const isName =
    name !== '' && [...name].length <= LONGEST_NAME && !partiesOf(draft).some((party) => name.includes(party.name));
  return isName ? name.trim() : null;
}

/** The name of the project: as was said, or as its clause says it. */
export const projectName = (draft: ProgrammeDraft): string => draft.project ?? projectIn(draft) ?? '';

function readTargetWords(answer: string, draft: ProgrammeDraft): Answer<ProgrammeDraft> {
  if (/^(?:无|没有|没有写|不知道)$/u.test(answer)) return { value: draft };
  const [words, { clause = '', years = [] }] = [asPrinted(answer), draft];
  if (!clause.includes(words)) return { problem: `上一句里没有“${words}”：从那一句里原样抄，一个字不差。` };
  const target = readTarget(words, years.length);
  return target
    ? { value: { ...draft, target: { ...target, words } } }
    : {
        problem: `看不出“${words}”是多少：抄到数和单位为止，例如 每年40课时、三年共150名、不少于6场、每班45学时，共90班。`,
      };
}

/** Everything that is asked of a new programme: twelve questions, and a few more where an answer leaves something open. */
export const PROGRAMME_QUESTIONS: readonly Question<ProgrammeDraft>[] = [
  {
    option: 'folder',
    asked: () => true,
    text: () => '一、内容放在哪个新文件夹，写路径，哪里都可以，例如 ../我们的内容',
    empty: () => null,
    read: (answer, draft) => {
      const problem = draft.refused(answer);
      return problem === null ? { value: { ...draft, folder: answer } } : { problem };
    },
  },
  lineQuestion('name', '二、网站叫什么名字', 30),
  lineQuestion('organisation', '三、文件是哪个单位的，照落款写；几个单位一起的，用顿号隔开', 60),
  {
    option: 'title',
    asked: () => true,
    text: () => '四、文件的标题，照抄，例如 关于印发《……方案》的通知、……结对协议',
    empty: () => null,
    read: (answer, draft) => ({ value: { ...draft, title: asPrinted(answer).replace(/^《([^《》]+)》$/u, '$1') } }),
  },
  {
    option: 'date',
    asked: () => true,
    text: () => '五、文件是哪一天印发、签订的，例如 2026年3月1日',
    empty: () => null,
    read: (answer, draft) => {
      const day = readDay(answer);
      return 'value' in day
        ? { value: { ...draft, date: day.value } }
        : { problem: `现在是“${answer}”，应当是${day.expected}。` };
    },
  },
  {
    option: 'years',
    asked: () => true,
    text: () => `六、文件管哪几年，${YEARS}`,
    empty: () => null,
    read: (answer, draft) => {
      const years = readYears(answer);
      return 'value' in years ? { value: { ...draft, years: years.value } } : years;
    },
  },
  ...partyQuestion('giver', '七、援助一方，先写一个：市、县、机关、企业、学校、医院都可以，名字照文件写'),
  ...partyQuestion('receiver', '八、受援一方，和它结对的，写一个；有别的文字的名字，空一格写在后面'),
  {
    option: 'third',
    asked: () => true,
    text: ({ receiver }) =>
      receiver?.level && isUnit({ level: receiver.level })
        ? `九、“${receiver.name}”是单位，下面一般没有乡镇、街道、村；文件写到了才写`
        : `九、文件写到“${receiver?.name}”下面的乡镇、街道、村吗？照文件的次序写，几个用顿号隔开`,
    empty: () => '',
    read: readThird,
  },
  {
    option: 'language',
    asked: (draft) => candidatesFor(othersOf(draft)).length > 1,
    text: (draft) => `“${othersOf(draft).join('、')}”是什么文字，写号码`,
    choices: (draft) => candidatesFor(othersOf(draft)).map((lang) => LANGUAGES[lang]),
    empty: () => null,
    read: (answer, draft) => {
      const known = candidatesFor(othersOf(draft));
      const language = known.find((lang) => lang === answer || LANGUAGES[lang] === answer);
      return language
        ? { value: { ...draft, language } }
        : { problem: `现在是“${answer}”，应当是${known.map((lang) => LANGUAGES[lang]).join('、')}里的一个。` };
    },
  },
  {
    option: 'names-source',
    asked: (draft) => othersOf(draft).length > 0,
    text: (draft) => `“${othersOf(draft).join('、')}”是从哪里抄来的，写到别人查得到`,
    empty: () => null,
    read: (answer, draft) => {
      const namesSource = tidyLine(answer);
      return [...namesSource].length < 4
        ? { problem: '太短，写到别人查得到：哪本书、哪个网站、哪份文件。' }
        : { value: { ...draft, namesSource } };
    },
  },
  {
    option: 'pairing',
    asked: () => true,
    text: () => '十、文件里写谁和谁结对的那一句，照抄，一个字不改；写在表里的，把那一行从左到右照抄',
    empty: () => null,
    read: (answer, draft) => readPassage('pairing', answer, draft),
  },
  {
    option: 'clause',
    asked: () => true,
    text: () =>
      '十一、文件里写一个项目的那一条，连同它的序号照抄，例如 1．捐书项目。每年向乙县捐书200册。（牵头部门：宣传部）',
    empty: () => null,
    read: (answer, draft) => readPassage('clause', answer, draft),
  },
  {
    option: 'heading',
    asked: ({ clause = '' }) => standsBelow(clause),
    text: ({ pairing }) => `这一条上面的标题，照抄，例如 二、工作内容；就是写结对的那一句（“${pairing}”）的，写 同上`,
    empty: () => '',
    read: (answer, draft) => {
      if (/^(?:无|没有)$/u.test(answer)) return { value: draft };
      return { value: { ...draft, heading: answer === '同上' ? (draft.pairing ?? '') : asPrinted(answer) } };
    },
  },
  {
    option: 'project',
    asked: (draft) => projectIn(draft) === null,
    text: () => '这个项目叫什么，文件里的叫法',
    empty: () => null,
    read: (answer, draft) => ({ value: { ...draft, project: tidyLine(answer) } }),
  },
  {
    option: 'target',
    asked: () => true,
    text: () => '十二、这一条里写了做多少吗？照抄那几个字，到数和单位为止，例如 每年捐书200册、每班45学时，共90班',
    empty: () => '',
    read: readTargetWords,
  },
  {
    option: 'unit',
    asked: ({ target }) => target === undefined || target.unit === null,
    text: ({ target }) =>
      target
        ? `“${target.words}”数的是什么，写单位：人、场、课时、班、册、万元`
        : '这个项目做的事按什么来数，写单位：人、场、课时、班、册、万元',
    empty: () => null,
    read: (answer, draft) => {
      const unit = tidyLine(answer);
      return /^\p{Script=Han}{1,6}$/u.test(unit)
        ? { value: { ...draft, unit } }
        : { problem: `现在是“${answer}”，应当是一个单位，例如 课时。` };
    },
  },
];
