import { numbersIn } from '#check/text/numbers.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { UnprovedNumber } from '../body/unproved.ts';
import { creditIn, type ShownPicture } from './draft.ts';
import type { Remark } from './text-roles.ts';

/** A number typed by hand that facts of the content state too. */
export interface FactOffer {
  readonly number: string;
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

/** So many facts are offered for one number: who has to choose among more looks them up. */
const MOST_OFFERED = 3;

/**
 * Facts that state a number which was typed by hand: of the same value and unit, about something that its sentence or
 * the story names.
 * @param subjects what each subject is called, by its id
 * @param about ids of what the story is about
 */
export function factOffers(
  numbers: readonly UnprovedNumber[],
  facts: Iterable<Fact>,
  subjects: ReadonlyMap<string, readonly string[]>,
  about: ReadonlySet<string>,
): FactOffer[] {
  const all = [...facts];
  return numbers.flatMap(({ number, sentence }): FactOffer[] => {
    const [read] = numbersIn(number);
    if (!read || read.approximate) return [];
    const same = all.filter(
      ({ value, unit, approximate }) => value === read.value && unit === read.unit && !approximate,
    );
    const said = [...subjects.values()].map((names) => names.filter((name) => sentence.includes(name)));
    const shared = ({ label, subject }: Fact) =>
      said.filter((names) => names.some((name) => label.includes(name))).length * 2 +
      Number((subjects.get(subject.id) ?? []).some((name) => sentence.includes(name))) +
      [...sentence.matchAll(/20\d{2}(?=年)/g)].filter(([year]) => label.includes(year)).length;
    const own = same.map((fact) => ({ fact, score: shared(fact) || Number(about.has(fact.subject.id)) / 2 }));
    const best = Math.max(0, ...own.map(({ score }) => score));
    const offered = own
      .filter(({ score }) => best > 0 && score === best)
      .slice(0, MOST_OFFERED)
      .map(({ fact }) => fact);
    return offered.length > 0 ? [{ number, sentence, facts: offered }] : [];
  });
}

/** Somebody named in the draft, as the check lists them. */
export interface NamedInDraft {
  readonly name: string;
  /** What covers them, and where they stand, in words. */
  readonly cover: string;
  readonly places: string;
  /** Whether nothing covers them yet. */
  readonly open: boolean;
}

/** What an import did, for the file beside the story and for whoever ran it. */
export interface ImportNotes {
  readonly id: string;
  /** Name of the document's file. */
  readonly file: string;
  readonly day: string;
  readonly counts: readonly (readonly [what: string, count: number])[];
  readonly taken: readonly Remark[];
  readonly changed: readonly Remark[];
  readonly left: readonly Remark[];
  readonly questions: readonly Remark[];
  readonly pictures: readonly ShownPicture[];
  /** Who took the pictures, where one line says it of all of them. */
  readonly photographer: string | null;
  readonly facts: readonly FactOffer[];
  readonly names: readonly NamedInDraft[];
}

/** What an import was made of and what it wrote, so that the next one knows what was changed since. */
export interface ImportRecord {
  /** SHA-256 of the document, of the story as it was written, and of each picture. */
  readonly document: string;
  readonly name: string;
  readonly story: string;
  readonly pictures: Readonly<Record<string, string>>;
}

const MARK = '导入记录，不要改：';

/** Signs that nobody sees, and those that Markdown or a terminal obeys, in words that are only quoted. */
const inOneLine = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/<!--|-->/g, '——')
    .trim();

/** A remark as a line: the words it is found by first. */
export const remarkLine = ({ place, words }: Remark): string =>
  inOneLine(place && place.words !== '' && !words.includes(place.words) ? `“${place.words}”处：${words}` : words);

const section = (title: string, lines: readonly string[], none: string) =>
  `## ${title}\n\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : none}`;

/** A value of an attribute, as far as it may stand in one. */
const attribute = (name: string, value: string) =>
  `${name}="${inOneLine(value)
    .replaceAll(/["“”]/g, '”')
    .replaceAll(/[<>{}]/g, '')}"`;

const ASKED = {
  alt: '画面上看得见什么，念给看不见的人听',
  caption: '图片下面的说明，画面以外的事',
  photographer: '谁拍的',
  holder: '权利归谁',
  licence: '凭什么可以用',
  people: '认得出的人，用顿号隔开；没有就写“无”',
} as const;

/** What has to be answered of one picture, with the tag to be filled in. */
function pictureLines(picture: ShownPicture, photographer: string | null): string {
  const { name, alt, caption, photographer: own } = picture;
  const said = {
    alt,
    caption: creditIn(caption).rest,
    photographer: own ?? photographer ?? '',
    holder: '',
    licence: '',
    people: '',
  };
  const missing = Object.entries(ASKED).filter(([key]) => said[key as keyof typeof said] === '');
  const tag = `<Photo ${[attribute('src', name), ...Object.entries(said).map(([key, value]) => attribute(key, value))].join(' ')}/>`;
  const from =
    own === null && photographer !== null ? `（“${photographer}”是文件开头写的图片署名，看看是不是这一张的）` : '';
  const words = caption === '' ? '没有图片说明' : `说明是“${inOneLine(caption)}”`;
  return `${name}（${words}）${from}：还要写${missing.map(([, what]) => what).join('；')}。写全以后换成：\n\n  \`\`\`mdx\n  ${tag}\n  \`\`\`\n`;
}

function factLines({ number, sentence, facts }: FactOffer): string {
  const each = facts.map(({ id, label }) => `\`<Num fact="${id}"/>\`（${label}）`).join('，或者 ');
  return `“${inOneLine(sentence)}”里的“${number}”，是这一个数的话写成 ${each}。`;
}

const nameLine = ({ name, cover, places }: NamedInDraft) => `${inOneLine(name)}　${cover}　${places}`;

/** The file `import.md` beside a draft: what was taken over, changed, left out, and what its writer has to answer. */
export function importNotes(notes: ImportNotes, record: ImportRecord): string {
  const { id, file, day, counts, taken, changed, left, questions, pictures, photographer, facts, names } = notes;
  const open = names.filter((one) => one.open);
  const begun = open.map(({ name }) => `\`npm run new:person -- --name ${shellWord(name)}\``);
  return `${[
    `# 导入说明`,
    `这一篇是 ${day} 从“${inOneLine(file)}”导进来的草稿。这个文件给编辑看，网站不读，Git 不收；下面要回答的都办好了，就把它删掉。`,
    section('要你回答的', questions.map(remarkLine), '没有。'),
    ...(pictures.length > 0
      ? [
          '## 图片要补的',
          `正文里先写成平常的图片，下面一段是原来的说明。权利没有人替你编：一张一张补全，换成 Photo，再删掉说明那一段。同意没有同意、怎样写，见 content/README.md 的“稿件的图片”。`,
          pictures.map((one) => `- ${pictureLines(one, photographer)}`).join('\n'),
        ]
      : []),
    section('提到的人', names.map(nameLine), '没有找到人的名字。'),
    ...(open.length > 0
      ? [
          `还没有定的${open.length}个：运行 \`npm run people -- ${id}\`，一个一个定。要建记录的：\n\n${begun.map((line) => `- ${line}`).join('\n')}`,
        ]
      : []),
    ...(facts.length > 0 ? [section('手打的数，内容里有的', facts.map(factLines), '')] : []),
    section(
      '照原样放进来的',
      [...counts.map(([what, count]) => `${what}：${count}`), ...taken.map(remarkLine).map((line) => `稿头　${line}`)],
      '没有。',
    ),
    section('改过的', changed.map(remarkLine), '没有，一个字也没有动。'),
    section('没有放进来的', left.map(remarkLine), '没有。'),
    `<!-- ${MARK}${JSON.stringify(record).replaceAll('-', '\\u002d').replaceAll('>', '\\u003e')} -->`,
  ].join('\n\n')}\n`;
}

/** A name as it is typed behind an option. */
const shellWord = (name: string) => {
  const own = inOneLine(name).replaceAll(/["'`$\\]/g, '');
  return /[\s()（）&|;<>*?#!~]/u.test(own) ? `"${own}"` : own;
};

/** What the notes of an import say of its making; null: they are not there, or somebody changed them. */
export function recordIn(notes: string): ImportRecord | null {
  const json = notes.split(`<!-- ${MARK}`).at(-1)?.split(' -->')[0];
  if (json === undefined || !notes.includes(MARK)) return null;
  try {
    const { document, name, story, pictures } = JSON.parse(json) as Partial<ImportRecord>;
    if (typeof document !== 'string' || typeof name !== 'string' || typeof story !== 'string') return null;
    return { document, name, story, pictures: typeof pictures === 'object' && pictures !== null ? pictures : {} };
  } catch {
    return null;
  }
}
