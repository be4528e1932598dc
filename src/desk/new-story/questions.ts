import type { Programme } from '#domain/programme/programme.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { STORY_KINDS } from '#domain/stories/kinds.ts';
import { RESERVED_STORY_IDS, storySchema } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { Answer, Question } from '../asking/questions.ts';
import { bySchema, type Choice, chosen, placeChoices, projectChoices } from '../asking/read-answers.ts';

/** What can be said of a new story, in the order in which it is asked; each is also an option. */
export const FIELDS = [
  ...(['kind', 'title', 'summary', 'people', 'projects', 'places', 'author', 'editor'] as const),
  ...(['source', 'date', 'id'] as const),
];
type Field = (typeof FIELDS)[number];

/** What is known of the new story so far; a field that was passed over is not in it. */
export type Answers = {
  readonly [Key in Field]?: Key extends 'people' | 'projects' | 'places' ? readonly string[] : string;
};

/** A new story on its way, with what questions and answers are measured against. */
export interface StoryDraft {
  readonly programme: Programme;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where a story of this id is already; null where there is none. */
  readonly taken: (id: string) => string | null;
  /** Whether somebody sees what is suggested, or said that it is to be taken. */
  readonly agreed: boolean;
  readonly answers: Answers;
}

type Choices = (draft: StoryDraft) => readonly Choice[];

const kindChoices: Choices = () => STORY_KINDS.map((id) => ({ id, names: [KIND_WORDS[id]] }));

/** A question whose answer comes under a key of its own. */
function question<Key extends Field>(
  option: Key,
  text: (draft: StoryDraft) => string,
  read: (answer: string, draft: StoryDraft) => Answer<NonNullable<Answers[Key]>>,
  empty: (draft: StoryDraft) => string | null = () => null,
): Question<StoryDraft> {
  return {
    option,
    asked: () => true,
    text,
    empty,
    read: (answer, draft) => {
      const own = read(answer, draft);
      return 'problem' in own ? own : { value: { ...draft, answers: { ...draft.answers, [option]: own.value } } };
    },
  };
}

const words = (
  key: 'title' | 'summary' | 'author' | 'editor' | 'source' | 'date',
  text: string,
  empty?: (draft: StoryDraft) => string | null,
) =>
  question(
    key,
    () => text,
    (answer) => bySchema(storySchema, key, answer),
    empty,
  );

const shownOf = (choices: Choices) => (draft: StoryDraft) => choices(draft).map(({ names: [name = ''] }) => name);

const several = (key: 'projects' | 'places', text: string, what: string, choices: Choices) => ({
  ...question(
    key,
    () => `${text}，写号码，几个用顿号隔开`,
    (answer, draft) => chosen(answer, choices(draft), what),
    () => '',
  ),
  choices: shownOf(choices),
});

function readKind(answer: string, draft: StoryDraft): Answer<string> {
  const kinds = chosen(answer, kindChoices(draft), '种类');
  if ('problem' in kinds) return kinds;
  const [value, ...more] = kinds.value;
  return value === undefined || more.length > 0 ? { problem: '一篇稿子只能是一类，写一个号码。' } : { value };
}

function readPeople(answer: string): Answer<string[]> {
  const people = answer
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const twice = people.find((name, at) => people.indexOf(name) < at);
  if (twice !== undefined) return { problem: `“${twice}”写了两次，只写一次。` };
  return people.length > 0 ? { value: people } : { problem: '写名字，几个用顿号隔开。' };
}

function readId(answer: string, { taken }: StoryDraft): Answer<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(answer)) {
    const found = `id 只能用小写字母、数字和连字符，以字母开头：现在是“${answer}”，应当是 news-2026-03-01 这样。`;
    const inPinyin = /\p{Script=Han}/u.test(answer) ? pinyinId(answer) : '';
    return { problem: inPinyin ? `${found}汉字写成拼音：${inPinyin}。` : found };
  }
  if (RESERVED_STORY_IDS.includes(answer)) return { problem: `“${answer}”是网站自己要用的地址，换一个。` };
  const place = taken(answer);
  return place === null ? { value: answer } : { problem: `已经有 ${place} 了，没有动它。换一个 id。` };
}

/** An id that nobody has yet: kind and day, then numbered. */
function freeId({ taken, today, answers: { kind = 'news', date = today } }: StoryDraft): string {
  const id = `${kind}-${date}`;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (taken(candidate) === null) return candidate;
  }
}

/** Everything that is asked of a new story, one after the other. */
export const STORY_QUESTIONS: readonly Question<StoryDraft>[] = [
  { ...question('kind', () => '这篇稿子是哪一类，写号码', readKind), choices: shownOf(kindChoices) },
  words('title', '标题，写全，最多60个字'),
  words('summary', '摘要，一两句话，放在列表里和分享的时候，最多160个字'),
  question(
    'people',
    () => '写的是谁，照稿件里印的写，几个用顿号隔开',
    readPeople,
    ({ answers: { kind } }) => (kind === 'person' ? null : ''),
  ),
  several('projects', '写的是哪个项目', '项目', ({ programme }) => projectChoices(programme)),
  several('places', '写的是哪个地方', '地方', ({ programme }) => placeChoices(programme)),
  words('author', '作者', () => ''),
  words('editor', '编辑，谁负责这篇稿子'),
  // Who publishes a story is no matter of course: nobody's silence is taken for it.
  words('source', '来源，谁发布的，或者原先登在哪家报纸', ({ agreed, programme: { site }, today }) =>
    agreed ? (confirmedPublisher(site, today) ?? site.name) : null,
  ),
  words('date', '日期，写成 2026-03-01 这样', ({ today }) => today),
  question(
    'id',
    () =>
      '给它起一个 id，也就是文件夹的名字和网址的末尾：小写拼音、英文字母、数字和连字符。定了就不要改，发出去的网址是由它来的',
    readId,
    freeId,
  ),
];
