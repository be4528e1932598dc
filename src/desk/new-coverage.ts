import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { deadForm } from '#check/rules/outside/addresses.ts';
import { isToCome, SEEN_AS, type SeenAs } from '#domain/outside/citation.ts';
import { coverageSchema, needsCaution } from '#domain/outside/coverage.ts';
import { publicationKeys } from '#domain/outside/same-publication.ts';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import { choiceWord } from '#format/choice-words.ts';
import { dayInChina } from '#format/date.ts';
import { pinyinId } from '#format/pinyin.ts';
import { act, NotDone } from './act.ts';
import { type Answer, confirmed, type Question } from './asking/questions.ts';
import { bySchema, type Choice, chosen, placeChoices, projectChoices } from './asking/read-answers.ts';
import { readYesNo } from './clerk-words.ts';
import { readAll, wantFolder } from './content.ts';
import { readWithoutStories } from './new-story/new-story.ts';
import { replaceFile } from './replace-file.ts';
import { yamlOf } from './yaml-of.ts';

const FIELDS = [
  ...(['url', 'http', 'title', 'publisher', 'date', 'seen-as', 'direct', 'places', 'projects'] as const),
  ...(['summary', 'caution', 'confidence', 'id'] as const),
];
type Field = (typeof FIELDS)[number];

/** What is known of a report so far; what was passed over is not in it. */
interface Answers {
  readonly url?: string;
  readonly http?: true;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly seen_as?: SeenAs;
  readonly direct?: true;
  readonly places?: readonly string[];
  readonly projects?: readonly string[];
  readonly summary?: string;
  readonly caution?: string;
  readonly confidence?: string;
  readonly id?: string;
}

/** A report on its way, with what it is measured against. */
interface CoverageDraft {
  readonly programme: Programme;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where an entry of this id is already; null where there is none. */
  readonly taken: (id: string) => string | null;
  readonly answers: Answers;
}

/** Where a publication is registered already, by its address or by title, publisher and day; null where it is not. */
function registered({ programme, answers }: CoverageDraft): string | null {
  const { title, publisher, date, url } = answers;
  // Title, publisher and day tell one from another only together.
  const named =
    title !== undefined && publisher !== undefined && date !== undefined ? { title, publisher, date } : null;
  const keys = new Set(publicationKeys({ ...(named ?? { publisher: '' }), url }));
  const known = [
    ...programme.content.coverage.map((one) => ({ one, where: `coverage/${one.id}.yaml` })),
    ...programme.content.outside.flatMap(({ sources }) =>
      sources.map((one) => ({ one, where: `outside/sources.yaml 的 ${one.id}` })),
    ),
  ];
  const found = known.find(({ one }) =>
    publicationKeys({
      publisher: one.publisher,
      ...(one.title !== null && { title: one.title }),
      ...(one.date !== null && { date: one.date }),
      ...(one.url !== null && { url: one.url }),
    }).some((key) => keys.has(key)),
  );
  return found ? `${found.where}（${found.one.title ?? found.one.publisher}）` : null;
}

const twice = (where: string) =>
  `这一篇已经登记过：${where}。${where.startsWith('outside') ? '要列成报道，先把那里的删掉，这里用同一个 id。' : '不用再登记。'}`;

/** A question whose answer comes under keys of its own. */
function question(
  option: Field,
  text: string,
  read: (answer: string, draft: CoverageDraft) => Answer<Answers>,
  more: Partial<Pick<Question<CoverageDraft>, 'asked' | 'empty' | 'choices'>> = {},
): Question<CoverageDraft> {
  return {
    ...{ option, asked: () => true, empty: () => null, text: () => text },
    ...more,
    read: (answer, draft) => {
      const own = read(answer, draft);
      return 'problem' in own ? own : { value: { ...draft, answers: { ...draft.answers, ...own.value } } };
    },
  };
}

/** A text that the schema of the file may hold; one that completes a publication that is registered already is refused. */
const words =
  (key: 'title' | 'publisher' | 'summary' | 'caution' | 'date') =>
  (answer: string, draft: CoverageDraft): Answer<Answers> => {
    const read = bySchema(coverageSchema, key, answer);
    if ('problem' in read) return read;
    const answers = { ...draft.answers, [key]: read.value };
    const where = registered({ ...draft, answers });
    return where === null ? { value: { [key]: read.value } } : { problem: twice(where) };
  };

function readUrl(answer: string, draft: CoverageDraft): Answer<Answers> {
  const read = bySchema(coverageSchema, 'url', answer);
  if ('problem' in read) return read;
  const dead = deadForm(answer);
  if (dead) return { problem: `这个网址打不开：现在是${dead.found}，应当是${dead.expected}。` };
  const where = registered({ ...draft, answers: { url: answer } });
  return where === null ? { value: { url: answer } } : { problem: twice(where) };
}

function readDate(answer: string, draft: CoverageDraft): Answer<Answers> {
  const read = words('date')(answer, draft);
  if ('problem' in read || !isToCome(answer, draft.today)) return read;
  return { problem: `日期还没有到：现在是“${answer}”，今天是 ${draft.today}。` };
}

const choiceOf = (options: readonly string[]): Choice[] =>
  options.map((id) => ({ id, names: [choiceWord(id, options) ?? id] }));
const CONFIDENCE = ['high', 'medium'];

/** One word of a list. */
function one(answer: string, options: readonly string[], what: string): Answer<string> {
  const read = chosen(answer, choiceOf(options), what);
  if ('problem' in read) return read;
  const [value, ...more] = read.value;
  return value === undefined || more.length > 0 ? { problem: '只能选一个，写一个号码。' } : { value };
}

/** The giving side as a whole stands before the places. */
const placesToChoose = (programme: Programme): Choice[] => {
  const { aiding } = programme.site;
  return [...(aiding ? [{ id: aiding.id, names: [aiding.name] }] : []), ...placeChoices(programme)];
};
const shownNames = (choices: readonly Choice[]) => choices.map(({ names: [name = ''] }) => name);

/** An id that nobody has: some of the title, and the year. */
function freeId({ taken, answers: { title = '', date = '' } }: CoverageDraft): string {
  const stem = [pinyinId([...title].slice(0, 6).join('')) || 'baodao', date.slice(0, 4)].filter(Boolean).join('-');
  const base = /^[a-z]/.test(stem) ? stem : `baodao-${stem}`;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? base : `${base}-${n}`;
    if (taken(candidate) === null) return candidate;
  }
}

function readId(answer: string, { taken }: CoverageDraft): Answer<Answers> {
  if (!/^[a-z][a-z0-9-]*$/.test(answer))
    return { problem: `id 只能用小写字母、数字和连字符，以字母开头：现在是“${answer}”。` };
  const place = taken(answer);
  return place === null ? { value: { id: answer } } : { problem: `已经有 ${place} 了，没有动它。换一个 id。` };
}

const needsWords = ({ programme, answers: { date, projects } }: CoverageDraft) =>
  needsCaution(programme.document.years, { date, projects });
const orNothing = () => '';

/** Everything that is asked of a report, one after the other; the address first, for it tells whether it is there already. */
const QUESTIONS: readonly Question<CoverageDraft>[] = [
  question('url', '原文的网址，从浏览器的地址栏里照抄；只见到转载、没有见到原文的不写', readUrl, { empty: orNothing }),
  question(
    'http',
    '网址是 http:// 的。把 http 改成 https 试过、打不开，写 是；还没有试，写 否',
    (answer) => {
      const read = readYesNo(answer);
      if ('expected' in read) return { problem: `这里写${read.expected}。` };
      return read.value ? { value: { http: true } } : { problem: '先试一试；打得开的，用 https:// 的网址重新登记。' };
    },
    { asked: ({ answers }) => /^http:/i.test(answers.url ?? ''), choices: () => ['是', '否'] },
  ),
  question('title', '标题，照印的写', words('title')),
  question('publisher', '媒体，谁登的；转载的，写原来是哪一家，后面括号里写谁转载', words('publisher')),
  question('date', '哪一天登的，写成 2026-03-01；只知道月、年的写 2026-03、2026', readDate),
  question(
    'seen-as',
    '见到的是什么，写号码',
    (answer) => {
      const read = one(answer, SEEN_AS, '说法');
      return 'problem' in read ? read : { value: { seen_as: read.value as SeenAs } };
    },
    {
      choices: () => shownNames(choiceOf(SEEN_AS)),
      empty: ({ answers }) => (answers.url === undefined ? null : '原载'),
    },
  ),
  question(
    'direct',
    '写的就是本项目主办单位自己的工作吗，是的排在最前',
    (answer) => {
      const read = readYesNo(answer);
      if ('expected' in read) return { problem: `这里写${read.expected}。` };
      return { value: read.value ? { direct: true } : {} };
    },
    { choices: () => ['是', '否'], empty: () => '否' },
  ),
  question(
    'places',
    '写到哪些地方，写号码，几个用顿号隔开',
    (answer, { programme }) => {
      const read = chosen(answer, placesToChoose(programme), '地方');
      return 'problem' in read ? read : { value: { places: read.value } };
    },
    { choices: ({ programme }) => shownNames(placesToChoose(programme)), empty: orNothing },
  ),
  question(
    'projects',
    '和哪些项目有关，写号码；性质相近、不是同一项的，不写',
    (answer, { programme }) => {
      const read = chosen(answer, projectChoices(programme), '项目');
      return 'problem' in read ? read : { value: { projects: read.value } };
    },
    { choices: ({ programme }) => shownNames(projectChoices(programme)), empty: orNothing },
  ),
  question('summary', '写了什么，一句自己的话，最多120个字，不写人名', words('summary')),
  {
    ...question('caution', '', words('caution'), { empty: (draft) => (needsWords(draft) ? null : '') }),
    text: (draft) =>
      needsWords(draft)
        ? '它说的正是文件的年度，又和项目有关：写一句提醒，它和这个项目是什么关系'
        : '要提醒读者的：两处说法不同、年份是推定的、不在文件的年度里',
  },
  question(
    'confidence',
    '有多可靠，写号码',
    (answer) => {
      const read = one(answer, CONFIDENCE, '说法');
      return 'problem' in read ? read : { value: { confidence: read.value } };
    },
    { choices: () => shownNames(choiceOf(CONFIDENCE)), empty: () => '中' },
  ),
  question('id', '给它起一个 id，也就是文件名：小写拼音、数字和连字符，以字母开头。定了就不要改', readId, {
    empty: freeId,
  }),
];

/** The file of a report, in the order of the manual. */
const reportText = ({ id: _, ...answers }: Answers): string => {
  const { title, publisher, date, url, http, seen_as, direct, places, projects, summary, confidence, caution } =
    answers;
  const lists = { places: places?.length ? places : undefined, projects: projects?.length ? projects : undefined };
  return yamlOf({ title, publisher, date, url, http, seen_as, direct, ...lists, summary, confidence, caution });
};

/** Asks about a report that others published, and registers it. */
export const newCoverage = act({
  name: 'new:coverage',
  values: FIELDS,
  switches: ['yes'],
  undone: '没有登记。',
  stopped: '停下了，没有登记。',
  failed: '没有登记成',
  untouched: '没有登记，别的没有动。',
  run: async ({ given, switches }, desk) => {
    const { contentDir, now } = desk.environment;
    const yes = switches.has('yes');
    wantFolder(contentDir);
    const { content, problems } = readWithoutStories(contentDir, now);
    if (content === null || problems.some(({ severity }) => severity === 'error')) {
      throw new NotDone(`${problemsAsText(problems, contentDir)}\n内容改好了才能登记，没有动任何文件。`);
    }
    const programme = assemble(content);
    const fileOf = (id: string) => `coverage/${id}.yaml`;
    const taken = (id: string) => {
      if (existsSync(join(contentDir, fileOf(id)))) return fileOf(id);
      const source = content.outside.some(({ sources }) => sources.some((own) => own.id === id));
      return source ? `outside/sources.yaml 里的 ${id}` : null;
    };
    const answers = await desk.withAnswers(Object.fromEntries(given), yes, async (answerer) => {
      if (answerer.present) answerer.tell('登记一篇别人登过的报道。随时按 Ctrl+C 停下，什么都不会留下。');
      const start: CoverageDraft = { programme, today: dayInChina(now.toISOString()), taken, answers: {} };
      const { answers } = await answerer.answer(QUESTIONS, start);
      const place = fileOf(answers.id ?? '');
      return (await confirmed(answerer, `登记在 ${place} 吗？回车就登记，写 n 不登记`)) ? answers : null;
    });
    if (answers === null) throw new NotDone('没有登记。', 0);
    const file = fileOf(answers.id ?? '');
    replaceFile(join(contentDir, file), reportText(answers));
    const own = readAll(desk.environment).problems.filter((problem) => problem.file === file);
    const said = own.length > 0 ? `\n\n检查对它有话说：\n${problemsAsText(own, contentDir)}\n` : '';
    return `■ 登记好了：${desk.shown(join(contentDir, file))}
  《${answers.title}》，${answers.publisher}${said}

下一步
  1. npm run check　看看有没有写错
  2. npm run dev　它在 /coverage/#${answers.id}，也在有关地方和项目的网页上`;
  },
});
