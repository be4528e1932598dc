import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { frontMentions } from '#check/people/front-naming.ts';
import { problemsAsText } from '#check/print-problems.ts';
import type { TextChange } from '#domain/approvals/text-change.ts';
import { type FoundPerson, peopleFound } from '#domain/people/found-people.ts';
import { assemble, type Content, type Programme } from '#domain/programme/programme.ts';
import type { Records } from '#domain/release/records.ts';
import type { StoryKind } from '#domain/stories/kinds.ts';
import { charactersIn } from '#domain/stories/one-line.ts';
import {
  type FrontMatter,
  fileOfStory,
  NOT_YET_TAKEN,
  RESERVED_STORY_IDS,
  type Story,
  TO_BE_WRITTEN,
} from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { Environment } from '#reader/environment.ts';
import { bytesOfFile, type ReadableBytes } from '#reader/office/zip-parts.ts';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import { recordsOfStories } from '#reader/release/release-stories.ts';
import { sha256 } from '#reader/sha256.ts';
import { readWord } from '#reader/word/read-word.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import { StoryLines } from '#stories/body/problem.ts';
import { unprovedNumbers } from '#stories/body/unproved.ts';
import { inlineMarkdown } from '#stories/grammar/inline-markdown.ts';
import { type DraftBody, draftBody } from '#stories/manuscript/draft.ts';
import { type FoundFront, headOf, type Named } from '#stories/manuscript/front.ts';
import {
  factOffers,
  type ImportNotes,
  type ImportRecord,
  importNotes,
  recordIn,
  remarkLine,
} from '#stories/manuscript/import-notes.ts';
import type { Manuscript } from '#stories/manuscript/manuscript.ts';
import type { Remark } from '#stories/manuscript/text-roles.ts';
import { textChanges } from '#stories/text-changes.ts';
import { act, type Desk, type Done, Misused, NotDone } from '../act.ts';
import { projectChoices } from '../asking/read-answers.ts';
import { readDay } from '../clerk-words.ts';
import { wantFolder } from '../content.ts';
import { coverWords, mentionPositions, placesWords } from '../people/mention-words.ts';
import { changeLine } from '../review/since-words.ts';
import { yamlOf } from '../yaml-of.ts';

const UNDONE = '没有写任何文件。';
/** The file that tells what an import did, beside the story. */
const NOTES = 'import.md';
const STORY = 'index.mdx';
/** A document with more bytes is no story. */
const MOST_BYTES = 200_000_000;

/** What a draft needs to know of the content, and what it is measured against. */
export interface Around {
  readonly programme: Programme;
  readonly records: Records;
  readonly today: string;
}

/** A draft as it will lie in its folder, and all that is told of it. */
export interface MadeDraft {
  readonly text: string;
  readonly front: FrontMatter;
  readonly body: DraftBody;
  readonly notes: Omit<ImportNotes, 'id'>;
  /** Names in it, so that its address holds none of them. */
  readonly named: readonly string[];
}

const suffix = /(?:自治区|自治州|地区|[省市县区镇乡])$/u;

/** All that a place is called: today's name too, and both without the word that says what kind of place it is. */
function placesKnown({ content }: Programme): Named[] {
  return content.places.map(({ id, name, name_today: today }) => {
    const whole = today ? [name, today] : [name];
    const short = whole.map((one) => one.replace(suffix, '')).filter((one) => one.length > 1);
    const long = /city|region/.test(content.places.find((place) => place.id === id)?.level ?? '') ? [`${name}市`] : [];
    return { id, names: [...new Set([...whole, ...long, ...short])] };
  });
}

/** All that a project is called, and its lines; in the order of the plan. */
const projectsKnown = (programme: Programme): Named[] =>
  projectChoices(programme).map(({ id, names }) => {
    const lines = programme.projects.find((one) => one.id === id)?.lines ?? [];
    return { id, names: [...new Set([...names, ...lines.flatMap((line) => [line.title, line.short])])] };
  });

const dayOf = (text: string): string | null => {
  const read = readDay(text);
  return 'value' in read ? read.value : null;
};

/** Whole sentences of a text, as many as a summary may have. */
function summaryFrom(text: string): string {
  const line = text
    .replaceAll(/(?<=[。！？…”])\s*\n\s*/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const sentences = line.match(/[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$/gu) ?? [];
  let summary = '';
  for (const sentence of sentences) {
    if (charactersIn(summary + sentence) > 120 && summary !== '') break;
    summary += sentence;
  }
  return charactersIn(summary) <= 160 ? summary.trim() : `${[...summary].slice(0, 120).join('').trim()}……`;
}

/** A title that is longer than a title may be, in two: what comes before the first natural break, and the rest. */
function titleParts(title: string): { title: string; rest: string } {
  if (charactersIn(title) <= 60) return { title, rest: '' };
  const parts = /^(.{4,60}?)(?:——|—|[：:｜|　]|\s)(.+)$/u.exec(title);
  if (parts?.[1] && parts[2]) return { title: parts[1], rest: parts[2] };
  return { title: `${[...title].slice(0, 58).join('')}……`, rest: title };
}

const withoutHidden = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** What is still asked of a front matter, besides it; words that found no place in it. */
interface FilledFront {
  readonly front: FrontMatter;
  readonly questions: readonly Remark[];
  /** A title that is too long, whole, where it stands nowhere else. */
  readonly lead: string;
}

/** A front matter with all that it must hold: what a document does not say is asked, and stands there in words that are true. */
function filledFront(found: FoundFront, opening: string, stem: string, today: string): FilledFront {
  const questions: Remark[] = [];
  const ask = (words: string) => questions.push({ place: null, words });
  if (found.title === undefined) ask(`文件里没有找到标题，先用文件名“${stem}”：改成稿件的标题。`);
  const { title, rest } = titleParts(found.title ?? (stem || TO_BE_WRITTEN));
  const split = rest !== '' && rest !== found.title && found.subtitle === undefined;
  const where = split ? '后一半放在副题' : '原来的整句放在正文第一段';
  if (rest !== '') ask(`标题太长，最多60个字，稿头里先放了前一半，${where}：改短。`);
  const subtitle = split ? rest : found.subtitle;
  const summary = found.summary ?? (summaryFrom(opening) || title);
  const fits = charactersIn(summary) <= 160;
  if (found.summary === undefined) ask('文件里没有摘要，稿头里先取了正文开头的原句：看一看，没有点开的人能不能看懂。');
  else if (!fits) ask(`摘要太长，最多160个字，原来是“${summary}”：稿头里先放了前面的几句，改短。`);
  if (found.date === undefined) ask(`文件里没有写日期，稿头里先写的是今天（${today}）：改成稿件的日期。`);
  if (found.kind === undefined) ask(`文件里没有写是哪一类，先算动态（news）：${KIND_CHOICES}，不对就改 kind。`);
  if (found.editor === undefined)
    ask(`编辑是谁没有写，稿头里先写着“${TO_BE_WRITTEN}”：改成谁负责这一篇。没有改以前不发布。`);
  if (found.source === undefined)
    ask(`来源没有写，稿头里先写着“${TO_BE_WRITTEN}”：谁发布的，或者原先登在哪家报纸。没有改以前不发布。`);
  const { projects, places, people, author, source_url } = found;
  const front: FrontMatter = {
    kind: found.kind ?? 'news',
    title,
    ...(subtitle !== undefined && { subtitle }),
    summary: fits ? summary : summaryFrom(summary),
    date: found.date ?? today,
    ...(projects && { projects: [...projects] }),
    ...(places && { places: [...places] }),
    ...(people && { people: [...people] }),
    ...(author !== undefined && { author }),
    editor: found.editor ?? TO_BE_WRITTEN,
    source: found.source ?? TO_BE_WRITTEN,
    ...(source_url !== undefined && { source_url }),
  };
  return { front, questions, lead: rest === '' || split ? '' : (found.title ?? '') };
}

const KIND_CHOICES = '人物 person、集体 collective、成果 achievement、好办法 practice、解读 explainer';

/**
 * A story of a person says whom it tells of. Where the document does not, it is the one whom its title names; else it
 * stays a piece of news until its writer has said so: nothing is built with a portrait of nobody.
 */
function withPerson(
  { front, questions }: FilledFront,
  found: readonly FoundPerson[],
): Pick<FilledFront, 'front' | 'questions'> {
  if (front.kind !== 'person' || front.people !== undefined) return { front, questions };
  const titled = found.filter(
    ({ certainty, mentions }) =>
      certainty === 'certain' && mentions.some(({ part }) => part === 'title' || part === 'subtitle'),
  );
  const [only, ...more] = titled;
  const ask = (words: string) => ({ place: null, words });
  if (only && more.length === 0) {
    const { kind, title, subtitle, summary, date, projects, places, ...rest } = front;
    const own = {
      kind,
      title,
      ...(subtitle && { subtitle }),
      summary,
      date,
      ...(projects && { projects }),
      ...(places && { places }),
    };
    const words = `写的是谁，文件里没有单独写，取了标题里的“${only.name}”：不对就改稿头的 people。`;
    return { front: { ...own, people: [only.name], ...rest }, questions: [...questions, ask(words)] };
  }
  const words =
    '文件里写的是人物稿，没有写明写的是谁，先算动态：在稿头加一行 people: [名字]，和正文里印的一样，再把 kind 改成 person。';
  return { front: { ...front, kind: 'news' }, questions: [...questions, ask(words)] };
}

/** Words as one paragraph of a body. */
const asText = (words: string): string =>
  words === ''
    ? ''
    : `${inlineMarkdown(
        [{ type: 'text', text: words, bold: false, italic: false, strike: false }],
        'text',
        (id) => id,
        () => {},
      )}\n\n`;

/** A document as a draft, with everything that is to be told of it. Throws `NotDone` where there is nothing to make one of. */
export function makeDraft(manuscript: Manuscript, fileName: string, { programme, records, today }: Around): MadeDraft {
  const stem = withoutHidden(fileName.replace(/\.[A-Za-z]{1,5}$/u, ''));
  const [projects, places] = [projectsKnown(programme), placesKnown(programme)];
  const head = headOf(manuscript, { projects, places, readDay: dayOf, today, fileName: stem });
  const made = draftBody(manuscript, head.used, head.asked);
  if (made.markdown.trim() === '')
    throw new NotDone(`${fileName}：文件里没有正文，一段文字、一张图片也没有，做不成稿子。\n\n${UNDONE}`);
  const filled = filledFront(head.front, made.opening, stem, today);
  const body = `\n${asText(filled.lead)}${made.markdown}`;
  const { front, questions } = withPerson(filled, namesIn(filled.front, body, 1, records));
  const yaml = yamlOf(front);
  const text = `---\n${yaml}---\n${body}`;
  const checked = checkedBody(body);
  const large = checked.problems.find(({ code }) => code === 'story-too-large');
  if (large) throw new NotDone(`${fileName}：${large.message}${large.mend}\n\n${UNDONE}`);
  const firstLine = yaml.split('\n').length + 2;
  const lines = new StoryLines(body, firstLine);
  const positions = mentionPositions({ text, position: (offset) => lines.position(offset) });
  const names = namesIn(front, body, firstLine, records).map((person) => ({
    ...{ name: person.name, cover: coverWords(person.cover), places: placesWords(person, positions) },
    open: person.cover.is === 'undecided',
  }));
  const plan = [...programme.passages.values()].map((passage) => passage.text).join('\n');
  const numbers = unprovedNumbers(checked.prose, (words) => plan.includes(words.replaceAll(/^“|”$/gu, '')));
  const subjects = new Map([...projects, ...places].map(({ id, names: own }) => [id, own] as const));
  const about = new Set([...(front.projects ?? []), ...(front.places ?? [])]);
  const left = manuscript.left.map(({ place, what, words }) => ({
    place,
    words: words === '' ? what : `${what}：“${words}”`,
  }));
  return {
    ...{ text, front, body: made, named: names.map(({ name }) => name) },
    notes: {
      ...{ file: fileName, day: today, counts: made.counts, taken: head.taken, names },
      changed: inOrder(made.changed, 'last'),
      left: inOrder([...left, ...made.left], 'last'),
      questions: inOrder([...questions, ...head.questions, ...made.questions], 'first'),
      ...{ pictures: made.shown, photographer: head.photographer },
      facts: factOffers(numbers, programme.facts.values(), subjects, about),
    },
  };
}

/** In the order of the document; what is of all of it comes first, or last. */
const inOrder = (remarks: readonly Remark[], whole: 'first' | 'last'): Remark[] => {
  const at = ({ place }: Remark) => place?.block ?? (whole === 'first' ? -1 : Number.POSITIVE_INFINITY);
  return remarks.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
};

/** Everyone named in a draft, whether or not anything else of it is right. */
function namesIn(front: FrontMatter, source: string, firstLine: number, records: Records) {
  const { body } = checkedBody(source);
  if (!body) return [];
  const clearance = { portraits: [], agreed: [], aliases: [], open: [], press: NOT_YET_TAKEN } as const;
  const unnamed: Omit<Story, 'named'> = {
    ...{ ...front, id: 'import', sample: false, clearance },
    body: { ...body, source, firstLine, pictures: [] },
  };
  return peopleFound({ ...unnamed, named: frontMentions(unnamed) }, recordsOfStories(records, false));
}

/** What a new story does not need to know, or must not: other stories may be half written and full of mistakes. */
const APART = ['stories', 'samples', 'records', 'data-releases'];

/** Runs `use` with a copy of the content without its stories: what is tried there touches nothing. */
function inCopy<T>(contentDir: string, use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  const from = realpathSync(contentDir);
  try {
    cpSync(from, dir, { recursive: true, filter: (path) => !APART.includes(relative(from, path)) });
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const read = (dir: string, { recordsDir, now }: Environment): ReadResult =>
  readContent({ dir, recordsDir, samples: false, now });

const isSound = (result: ReadResult): result is ReadResult & { content: Content } =>
  result.content !== null &&
  result.problems.every(({ severity, file }) => severity !== 'error' || file.startsWith('records/'));

/** What was imported before: the folders of stories with a record of it. */
interface Imported {
  readonly id: string;
  readonly record: ImportRecord;
}

function importedBefore(contentDir: string): Imported[] {
  const stories = join(contentDir, 'stories');
  const names = existsSync(stories) ? readdirSync(stories).toSorted() : [];
  return names.flatMap((id): Imported[] => {
    const path = join(stories, id, NOTES);
    if (id.startsWith('.') || !statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    const record = recordIn(readFileSync(path, 'utf8'));
    return record ? [{ id, record }] : [];
  });
}

const RESERVED_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST_ID = 40;

/** Whole words of an id, as many as one may have. */
function shortId(text: string): string {
  const id = pinyinId(text);
  if (id.length <= LONGEST_ID) return id;
  const cut = id.slice(0, LONGEST_ID + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 8 ? cut.lastIndexOf('-') : LONGEST_ID).replaceAll(/-+$/g, '');
}

/** An id that nobody has: of the title without the names of people, else of kind and day. */
export function idFor({ front, named }: Pick<MadeDraft, 'front' | 'named'>, isTaken: (id: string) => boolean): string {
  const title = named.reduce(
    (rest, name) => rest.replaceAll(name, ' '),
    front.title === TO_BE_WRITTEN ? '' : front.title,
  );
  const own = shortId(title);
  const bad = own.length < 3 || RESERVED_NAMES.test(own) || RESERVED_STORY_IDS.includes(own);
  const id = bad ? `${front.kind}-${front.date}` : own;
  for (let n = 1; ; n++) {
    const one = n === 1 ? id : `${id.slice(0, LONGEST_ID - 4)}-${n}`;
    if (!isTaken(one)) return one;
  }
}

function idGiven(id: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id.length > 60) {
    const found = `--id 只能用小写字母、数字和连字符，以字母开头，不超过60个：现在是“${id}”，应当是 news-2026-03-01 这样。`;
    throw new Misused(found);
  }
  if (RESERVED_STORY_IDS.includes(id) || RESERVED_NAMES.test(id))
    throw new Misused(`--id 不能是“${id}”：这个名字另有用处，换一个。`);
  return id;
}

/** A picture of a draft, as it lies in another folder. */
interface PictureFile {
  readonly file: string;
}

/** Everything that is to lie in the folder of a draft. */
interface DraftFiles {
  readonly files: ReadonlyMap<string, string | PictureFile>;
  readonly record: ImportRecord;
}

function filesOf(draft: MadeDraft, id: string, document: string): DraftFiles {
  const pictures = draft.body.pictures.map(({ name, picture }) => [name, { file: picture.file }] as const);
  const record: ImportRecord = {
    ...{ document, name: draft.notes.file, story: sha256(draft.text) },
    pictures: Object.fromEntries(pictures.map(([name, { file }]) => [name, hashOfFile(file)])),
  };
  const notes = importNotes({ ...draft.notes, id }, record);
  return {
    files: new Map<string, string | PictureFile>([[STORY, draft.text], ...pictures, [NOTES, notes]]),
    record,
  };
}

/** Makes a folder aside and puts it in place by its new name; an older one goes when the new one is there. */
function putInPlace(folder: string, make: (aside: string) => void): void {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = join(dirname(folder), `.${basename(folder)}-${process.pid}`);
  const old = `${aside}-old`;
  try {
    mkdirSync(aside);
    make(aside);
    if (!existsSync(folder)) renameSync(aside, folder);
    else {
      renameSync(folder, old);
      try {
        renameSync(aside, folder);
      } catch (error) {
        renameSync(old, folder);
        throw error;
      }
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

const write = (folder: string, { files }: DraftFiles) => {
  for (const [name, content] of files) {
    if (typeof content === 'string') writeFileSync(join(folder, name), content);
    else copyFileSync(content.file, join(folder, name));
  }
};

/** A name that no file of a folder has: `index.before-import.mdx`, then numbered. */
function freeName(folder: string, name: string): string {
  const [stem, ending] = [name.replace(/\.[^.]*$/, ''), name.replace(/^.*(?=\.[^.]*$)/, '')];
  for (let n = 1; ; n++) {
    const one = `${stem}.before-import${n === 1 ? '' : `-${n}`}${ending}`;
    if (!existsSync(join(folder, one))) return one;
  }
}

/** Puts a draft in place of an older import; returns the names under which what somebody changed is kept. */
function replaceDraft(folder: string, before: ImportRecord | null, draft: DraftFiles): string[] {
  const kept: string[] = [];
  putInPlace(folder, (aside) => {
    cpSync(folder, aside, { recursive: true });
    const untouched = (name: string, hash: string | undefined) =>
      hash !== undefined && existsSync(join(aside, name)) && hashOfFile(join(aside, name)) === hash;
    for (const [name, hash] of Object.entries(before?.pictures ?? {}))
      if (/^photo-\d+\.[a-z]+$/.test(name) && untouched(name, hash)) rmSync(join(aside, name));
    for (const [name, content] of draft.files) {
      const path = join(aside, name);
      const hash = name === STORY ? before?.story : before?.pictures[name];
      if (name === NOTES || !existsSync(path) || untouched(name, hash)) continue;
      if (hashOfFile(path) === (typeof content === 'string' ? sha256(content) : hashOfFile(content.file))) continue;
      const other = freeName(aside, name);
      renameSync(path, join(aside, other));
      kept.push(other);
    }
    write(aside, draft);
  });
  return kept;
}

/** Of very many the first ones are shown. */
const MOST_SHOWN = 12;
const listOf = (lines: readonly string[], most = MOST_SHOWN) => {
  const rest = lines.length - most;
  return [...lines.slice(0, most), ...(rest > 0 ? [`…另有${rest}处，见 ${NOTES}`] : [])]
    .map((line) => `  ${line}`)
    .join('\n');
};

/** What there is to say of an import, for a person. */
function said(draft: MadeDraft, problems: readonly Problem[], contentDir: string): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const reminders = problems.length - errors.length;
  const { counts, changed, left, questions, names, pictures, facts } = draft.notes;
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? `${title}\n${listOf(lines)}` : '');
  const asked = [
    ...questions.map(remarkLine),
    ...(pictures.length > 0 ? [`${pictures.length}张图片要补：画面、谁拍的、权利、认得出谁`] : []),
    ...(facts.length > 0 ? [`${facts.length}个手打的数，内容里有一样的`] : []),
  ];
  const open = names.filter((one) => one.open).length;
  return [
    `  ${KIND_WORDS[draft.front.kind as StoryKind]}《${draft.front.title}》　${counts.map(([what, count]) => `${what}${count}`).join('，')}`,
    part('改过的', changed.map(remarkLine)),
    part('没有放进来的', left.map(remarkLine)),
    part('要你回答的', asked),
    part(
      `提到${names.length}个名字${open > 0 ? `，${open}个还没有定` : ''}`,
      names.map(({ name, cover, places }) => `${name}　${cover}　${places}`),
    ),
    errors.length > 0 ? `检查指出的错误，改好了网站才能生成：\n${problemsAsText(errors, contentDir)}` : '',
    reminders > 0 ? `检查另有${reminders}个提醒：npm run check` : '',
  ]
    .filter((words) => words !== '')
    .join('\n\n');
}

interface Outcome {
  readonly id: string;
  readonly draft: MadeDraft;
  readonly problems: readonly Problem[];
  readonly changes: readonly TextChange[];
  /** The file written, inside the content folder; null where nothing was. */
  readonly written: string | null;
  readonly unchanged: boolean;
  readonly replaced: boolean;
  /** Names under which what somebody had changed is kept. */
  readonly kept: readonly string[];
}

const asJson = (file: string, { id, draft, problems, changes, written, unchanged, replaced, kept }: Outcome) => {
  const { taken, changed, left, questions, names, facts, counts } = draft.notes;
  const remark = ({ place, words }: Remark) => ({ place: place?.words ?? null, block: place?.block ?? null, words });
  return JSON.stringify({
    ...{ id, file, title: draft.front.title, front: draft.front },
    pictures: draft.body.shown.map(({ name, alt, caption, photographer }) => ({ name, alt, caption, photographer })),
    counts: Object.fromEntries(counts),
    taken: taken.map(remark),
    changed: changed.map(remark),
    left: left.map(remark),
    questions: questions.map(remark),
    names: names.map(({ name, cover, places, open }) => ({ name, cover, places, open })),
    facts: facts.map(({ number, sentence, facts: own }) => ({ number, sentence, facts: own.map((fact) => fact.id) })),
    problems,
    changes: changes.map(({ line, lead, was, now, tail }) => ({ line, lead, was, now, tail })),
    ...{ unchanged, replaced, kept, written },
  });
};

/** A document that is open, until it is closed. */
interface OpenDocument {
  readonly bytes: ReadableBytes;
  readonly close: () => void;
}

function openDocument(file: string, cwd: string): OpenDocument {
  const path = resolve(cwd, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    throw new Misused(`打不开“${file}”：没有这个文件，或者没有读它的权限。核对文件名，名字里有空格的放在引号里。`);
  }
  if (stat.size > MOST_BYTES)
    throw new NotDone(
      `${basename(file)}：文件太大，超过${MOST_BYTES / 1_000_000} MB。图片先缩小，或者分成几篇。\n\n${UNDONE}`,
    );
  try {
    const open = openSync(path, 'r');
    return { bytes: bytesOfFile(open, stat.size), close: () => closeSync(open) };
  } catch {
    throw new Misused(`打不开“${file}”：没有读它的权限，或者被别的程序占着。`);
  }
}

const PIECE = 4 * 1024 * 1024;

/** SHA-256 of bytes that are too many to lie in memory. */
function hashOf({ length, at }: ReadableBytes): string {
  const hash = createHash('sha256');
  for (let from = 0; from < length; from += PIECE) hash.update(at(from, from + PIECE));
  return hash.digest('hex');
}

function hashOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    return hashOf(bytesOfFile(file, fstatSync(file).size));
  } finally {
    closeSync(file);
  }
}

type Switches = ReadonlySet<'replace' | 'dry-run' | 'json'>;

/** Reads a document, makes a draft of it, and puts it in its folder or says why not. */
async function importFile(file: string, wanted: string | undefined, switches: Switches, desk: Desk): Promise<Done> {
  const given = wanted === undefined ? undefined : idGiven(wanted);
  wantFolder(desk.environment.contentDir);
  const { bytes, close } = openDocument(file, desk.cwd);
  const scratch = mkdtempSync(join(tmpdir(), 'word-'));
  try {
    return await importGiven({ name: withoutHidden(basename(file)), bytes, given, scratch }, switches, desk);
  } finally {
    close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A document that somebody handed in. */
interface GivenDocument {
  readonly name: string;
  readonly bytes: ReadableBytes;
  /** The id it shall have; undefined: one is made. */
  readonly given: string | undefined;
  /** An empty folder for its pictures. */
  readonly scratch: string;
}

async function importGiven(
  { name, bytes, given, scratch }: GivenDocument,
  switches: Switches,
  desk: Desk,
): Promise<Done> {
  const { environment, shown, say } = desk;
  const { contentDir } = environment;
  const json = switches.has('json');
  const [replace, dry] = [switches.has('replace'), switches.has('dry-run')];
  const document = hashOf(bytes);
  const before = importedBefore(contentDir);
  const same = before.find(({ id, record }) => record.document === document && (given === undefined || id === given));
  if (same && !replace) return sameAgain(name, same, contentDir, json, shown);
  if (!json) say('■ 读 Word 文件……');
  const manuscript = await readWord(bytes, name, scratch);
  if ('refused' in manuscript) {
    if (json) return { text: JSON.stringify({ file: name, refused: manuscript.refused, written: null }), code: 1 };
    throw new NotDone(`${name}：${manuscript.refused}\n\n${UNDONE}`);
  }
  if (!json) say('■ 和内容对：项目、地方、名字、数……');
  const folders = [join(contentDir, 'stories'), join(contentDir, 'samples/stories')];
  const isTaken = (id: string) => folders.some((folder) => existsSync(join(folder, id)));
  const textOf = (id: string) => {
    const path = join(contentDir, fileOfStory({ id, sample: false }));
    return existsSync(path) ? readFileSync(path, 'utf8').replaceAll(/\r\n?/g, '\n') : '';
  };
  // Many files are called the same: an older one of this name is meant where it tells of the same.
  const namesake = ({ text }: MadeDraft) =>
    before.find(({ id, record }) => record.name === name && tellsTheSame(textOf(id), text))?.id;
  const idOf = (made: MadeDraft) => given ?? same?.id ?? namesake(made) ?? idFor(made, isTaken);
  const { draft, id, files, problems } = inCopy(contentDir, (dir) =>
    draftInCopy(dir, manuscript, { name, document }, idOf, environment),
  );
  const earlier = before.find((one) => one.id === id);
  if (given !== undefined && existsSync(join(contentDir, 'samples/stories', given)))
    throw new NotDone(`已经有样稿 samples/stories/${given} 了，没有动它。换一个 --id。\n\n${UNDONE}`);
  const folder = join(contentDir, 'stories', id);
  const outcome = { id, draft, problems, changes: [], unchanged: false, replaced: false, kept: [] as string[] };
  const path = fileOfStory({ id, sample: false });
  if (!existsSync(folder)) {
    if (!dry) putInPlace(folder, (aside) => write(aside, files));
    const done: Outcome = { ...outcome, written: dry ? null : path };
    if (json) return asJson(name, done);
    const head = dry
      ? `会建 ${shown(join(contentDir, path))}（还没有写）`
      : `■ 建好了：${shown(join(contentDir, path))}`;
    return `${head}\n${said(draft, problems, contentDir)}\n\n${next(id, dry)}`;
  }
  const old = existsSync(join(folder, STORY)) ? readFileSync(join(folder, STORY), 'utf8') : '';
  const changes = textChanges(textOf(id), draft.text);
  const edited = earlier === undefined || sha256(old) !== earlier.record.story;
  if (earlier && makesTheSame(earlier.record, files.record) && !(replace && edited))
    return sameAgain(name, earlier, contentDir, json, shown);
  const lines =
    changes.length > 0 ? listOf(changes.map(changeLine), 40) : '  index.mdx 没有变，变的是图片或者导入说明。';
  const warned = edited ? '导入以后有人改过 index.mdx，改过的也在下面；' : '';
  if (!replace || dry) {
    const whole: Outcome = { ...outcome, changes, written: null };
    const how = `${warned}要换成这一次的，加上 --replace${edited ? '，改过的那一份另存在旁边' : ''}；要另做一篇，用 --id 换一个名字。`;
    if (json) return { text: asJson(name, whole), code: replace ? 0 : 1 };
    const told = `已经有 ${shown(folder)} 了，这个文件会改这些地方：\n${lines}\n\n${how}`;
    if (replace) return `${told}\n${said(draft, problems, contentDir)}`;
    throw new NotDone(`${told}\n\n${UNDONE}`, 1);
  }
  const kept = replaceDraft(folder, earlier?.record ?? null, files);
  const whole: Outcome = { ...outcome, changes, kept, replaced: true, written: path };
  if (json) return asJson(name, whole);
  const saved = kept.length > 0 ? `\n你改过的另存在旁边：${kept.join('、')}。要的话自己挑回来，用不着就删掉。` : '';
  return `■ 换好了：${shown(join(contentDir, path))}\n${lines}${saved}\n\n${said(draft, problems, contentDir)}\n\n${next(id, false)}签过的审稿要重新签。`;
}

/** So much of a story stands in the next state of it. */
const SHARED = 0.3;

/** Whether two files of stories are two states of one: the same title, or many of the same lines. */
export function tellsTheSame(before: string, now: string): boolean {
  const titleOf = (file: string) => /^title: (.*)$/m.exec(file)?.[1];
  if (titleOf(before) !== undefined && titleOf(before) === titleOf(now)) return true;
  const linesIn = (file: string) => file.split('\n').filter((line) => line.length > 12);
  const own = new Set(linesIn(now));
  const old = linesIn(before);
  return old.length > 0 && old.filter((line) => own.has(line)).length >= old.length * SHARED;
}

/** Whether two documents make the same draft: one may only have been saved again. */
const makesTheSame = (before: ImportRecord, now: ImportRecord) =>
  before.story === now.story && JSON.stringify(before.pictures) === JSON.stringify(now.pictures);

/** A draft made beside a copy of the content, its id, and what the check says of it. */
function draftInCopy(
  dir: string,
  manuscript: Manuscript,
  { name, document }: { readonly name: string; readonly document: string },
  idOf: (draft: MadeDraft) => string,
  environment: Environment,
) {
  const result = read(dir, environment);
  if (!isSound(result)) {
    throw new NotDone(`${problemsAsText(result.problems, environment.contentDir)}\n内容改好了才能导入稿子。${UNDONE}`);
  }
  const today = dayInChina(environment.now.toISOString());
  const around = { programme: assemble(result.content), records: result.records, today };
  const draft = makeDraft(manuscript, name, around);
  const id = idOf(draft);
  const folder = join(dir, 'stories', id);
  mkdirSync(folder, { recursive: true });
  const files = filesOf(draft, id, document);
  write(folder, files);
  const { problems } = read(dir, environment);
  return { draft, id, files, problems: problems.filter(({ file }) => file.startsWith(`stories/${id}/`)) };
}

/** The same document once more: nothing changes. */
function sameAgain(
  name: string,
  { id, record }: Imported,
  contentDir: string,
  json: boolean,
  shown: Desk['shown'],
): Done {
  const path = fileOfStory({ id, sample: false });
  const whole = join(contentDir, path);
  const edited = existsSync(whole) && sha256(readFileSync(whole)) !== record.story;
  if (json)
    return JSON.stringify({ id, file: name, unchanged: true, edited, replaced: false, kept: [], written: null });
  const since = edited
    ? '导入以后有人改过它，没有动。要丢开改过的、从文件重新来，加上 --replace，改过的那一份会另存在旁边。'
    : '';
  return `■ 这个文件以前导过，没有变：${shown(whole)}\n${since === '' ? '' : `  ${since}\n`}${next(id, false)}`;
}

const next = (id: string, dry: boolean) =>
  dry
    ? '下一步\n  去掉 --dry-run 再运行一次，就写好了。'
    : `下一步
  1. 打开 stories/${id}/${NOTES}，一条一条办；都办好了就删掉它
  2. npm run people -- ${id}　把提到的名字一个一个定下来
  3. npm run check　看看有没有写错
  4. npm run dev　边改边看，这一篇在 /stories/${id}/\n`;

/** Why a file was not taken, for programs. Throws whatever else went wrong. */
function refusedAsJson(file: string, error: unknown): Done {
  if (!(error instanceof NotDone)) throw error;
  const refused = error.message.replace(`\n\n${UNDONE}`, '');
  return { text: JSON.stringify({ file: withoutHidden(basename(file)), refused, written: null }), code: error.code };
}

/** Makes the draft of a story of a document of a word processor. */
export const importDocx = act({
  name: 'import:docx',
  values: ['id'],
  switches: ['replace', 'dry-run', 'json'],
  others: 1,
  undone: UNDONE,
  failed: '没有导成',
  untouched: '没有写任何文件，别的稿子没有动。',
  run: ({ others: [file], given, switches }, desk) => {
    if (file === undefined) throw new Misused('要写 Word 文件是哪一个：npm run import:docx -- 稿件.docx');
    const done = importFile(file, given.get('id'), switches, desk);
    return switches.has('json') ? done.catch((error) => refusedAsJson(file, error)) : done;
  },
});
