import { explainIssues } from '#check/data/explain-issue.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { RESERVED_STORY_IDS, storySchema } from '#domain/stories/story.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { Field } from './arguments.ts';
import { type Choice, chosen, KIND_CHOICES, placeChoices, projectChoices, shownChoices } from './choices.ts';

/** What is known of the new story so far; a field that was passed over is not in it. */
export type Answers = {
  readonly [Key in Field]?: Key extends 'people' | 'projects' | 'places' ? readonly string[] : string;
};

/** What questions and answers are measured against. */
export interface Surroundings {
  readonly programme: Programme;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where a story of this id is already; null where there is none. */
  readonly taken: (id: string) => string | null;
}

export interface Question {
  readonly text: (around: Surroundings, answers: Answers) => string;
  /** What an empty answer stands for: words that are shown, '' for nothing at all; null: there must be an answer. */
  readonly suggestion: (around: Surroundings, answers: Answers) => string | null;
  /** The value, or why it cannot be taken. The answer is not empty. */
  readonly read: (answer: string, around: Surroundings) => { value: string | string[] } | { problem: string };
}

/** Whether the front matter may hold this value, by the same schema as in the check; else its words. */
function byTheSchema(key: Exclude<Field, 'id'>, value: string) {
  const schema = storySchema.pick({ [key]: true } as Record<typeof key, true>);
  const data = { [key]: value };
  const result = schema.safeParse(data);
  if (result.success) return { value };
  const [finding] = explainIssues('', schema, data, result.error.issues);
  return { problem: finding ? `${finding.message}${finding.mend}` : '写法不对。' };
}

const words = (
  key: 'title' | 'summary' | 'author' | 'editor' | 'source' | 'date',
  text: string,
  suggestion: (around: Surroundings) => string | null = () => null,
): Question => ({ text: () => text, suggestion, read: (answer) => byTheSchema(key, answer) });

const several = (text: string, what: string, choices: (programme: Programme) => readonly Choice[]): Question => ({
  text: ({ programme }) => `${text}，写号码，几个用顿号隔开；没有就直接按回车\n${shownChoices(choices(programme))}`,
  suggestion: () => '',
  read: (answer, { programme }) => chosen(answer, choices(programme), what),
});

function readId(answer: string, { taken }: Surroundings) {
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
function freeId({ taken, today }: Surroundings, { kind = 'news', date = today }: Answers): string {
  const id = `${kind}-${date}`;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (taken(candidate) === null) return candidate;
  }
}

/** Every question by what it is about. */
export const QUESTIONS: Readonly<Record<Field, Question>> = {
  kind: {
    text: () => `这篇稿子是哪一类，写号码\n${shownChoices(KIND_CHOICES)}`,
    suggestion: () => null,
    read: (answer) => {
      const kinds = chosen(answer, KIND_CHOICES, '种类');
      if ('problem' in kinds) return kinds;
      const [value, ...more] = kinds.value;
      return value === undefined || more.length > 0 ? { problem: '一篇稿子只能是一类，写一个号码。' } : { value };
    },
  },
  title: words('title', '标题，写全，最多60个字'),
  summary: words('summary', '摘要，一两句话，放在列表里和分享的时候，最多160个字'),
  people: {
    text: (_, { kind }) => `写的是谁，照稿件里印的写，几个用顿号隔开${kind === 'person' ? '' : '；没有就直接按回车'}`,
    suggestion: (_, { kind }) => (kind === 'person' ? null : ''),
    read: (answer) => {
      const people = answer
        .split(/[、，,；;]/u)
        .map((name) => name.trim())
        .filter((name) => name !== '');
      const twice = people.find((name, at) => people.indexOf(name) < at);
      if (twice !== undefined) return { problem: `“${twice}”写了两次，只写一次。` };
      return people.length > 0 ? { value: people } : { problem: '写名字，几个用顿号隔开。' };
    },
  },
  projects: several('写的是哪个项目', '项目', projectChoices),
  places: several('写的是哪个地方', '地方', placeChoices),
  author: words('author', '作者；没有署名就直接按回车', () => ''),
  editor: words('editor', '编辑，谁负责这篇稿子'),
  source: words(
    'source',
    '来源，谁发布的，或者原先登在哪家报纸',
    ({ programme: { site }, today }) => confirmedPublisher(site, today) ?? site.name,
  ),
  date: words('date', '日期，写成 2026-03-01 这样', ({ today }) => today),
  id: {
    text: () =>
      '给它起一个 id，也就是文件夹的名字和网址的末尾：小写拼音、英文字母、数字和连字符。定了就不要改，发出去的网址是由它来的',
    suggestion: freeId,
    read: readId,
  },
};
