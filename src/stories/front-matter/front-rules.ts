import { valueAt } from '#check/data/explain-issue.ts';
import { type Finding, finding, shown } from '#check/finding.ts';
import { idMend } from '#check/rules/named-things.ts';
import { instantOf } from '#domain/stories/story.ts';
import type { KnownToStories } from '../known.ts';
import { profileRules } from './profile-rules.ts';

const ID = /^[a-z][a-z0-9-]*$/;

/** Ids of a list that are well formed, with their places in it; those that are not, the schema complains of. */
const idsAt = (data: unknown, key: string): [index: number, id: string][] => {
  const list = valueAt(data, [key]);
  return (Array.isArray(list) ? list : []).flatMap((id, i): [number, string][] =>
    typeof id === 'string' ? [[i, id]] : [],
  );
};

const KINDS = {
  projects: {
    code: 'unknown-project',
    what: '没有这个项目',
    expected: 'projects/ 里有的项目 id（文件名去掉 .yaml）',
    other: '照抄 projects/ 里的文件名，去掉 .yaml；不属于哪一个项目就删掉。',
  },
  places: {
    code: 'unknown-place',
    what: '没有这个地方',
    expected: 'places.yaml 里有的地方、单位的 id',
    other: '照抄 places.yaml 里的 id；不在这些地方就删掉。',
  },
} as const;

/** Projects and places that a story names are there. */
function unknownIds(file: string, data: unknown, known: KnownToStories): Finding[] {
  return (['projects', 'places'] as const).flatMap((key) => {
    const there = known[key];
    if (there === null) return [];
    return idsAt(data, key)
      .filter(([, id]) => ID.test(id) && !there.has(id))
      .map(([i, id]) => {
        const { other, ...kind } = KINDS[key];
        return finding({ file, path: [key, i], ...kind, found: shown(id), mend: idMend(id, known.named[key], other) });
      });
  });
}

/** Nothing is listed twice. */
function listedTwice(file: string, data: unknown): Finding[] {
  return ['projects', 'places', 'people'].flatMap((key) => {
    const all = idsAt(data, key);
    return all
      .filter(([index, id]) => all.some(([other, same]) => same === id && other < index))
      .map(([index, id]) =>
        finding({
          file,
          path: [key, index],
          code: 'listed-twice',
          what: `“${key}”里同一个写了两次`,
          found: `第二个${shown(id)}`,
          expected: '每个只写一次',
          mend: '删掉重复的一个。',
        }),
      );
  });
}

/** Several names in one item: YAML parts items at the narrow comma only. */
function namesJoined(file: string, data: unknown): Finding[] {
  return idsAt(data, 'people')
    .filter(([, name]) => /[，、；;]/.test(name))
    .map(([index, name]) =>
      finding({
        file,
        path: ['people', index],
        code: 'names-joined',
        what: '几个人的名字连在了一起，中文逗号、顿号不分开名字',
        found: shown(name),
        expected: '名字之间是英文逗号',
        mend: `改成 [${name.split(/[，、；;]\s*/).join(', ')}]；npm run tidy -- <稿件id> 也会改。`,
      }),
    );
}

/** A story of a person says whom it tells of: the list of who agreed begins with it. */
function nobodyListed(file: string, data: unknown): Finding[] {
  const people = valueAt(data, ['people']);
  if (valueAt(data, ['kind']) !== 'person' || (people !== undefined && people !== null && !isEmpty(people))) return [];
  return [
    finding({
      file,
      path: people === undefined ? ['kind'] : ['people'],
      code: 'people-missing',
      what: '人物稿没有写明写的是谁',
      found: people === undefined ? '没有 people 这一行' : 'people 是空的',
      expected: '至少一个名字，和正文里印的一样',
      mend: '在稿头加一行 people: [名字]；用化名的写化名，几个人之间用英文逗号。',
    }),
  ];
}

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

/** A story that is taken back before it is there would never be there. */
function neverOut(file: string, data: unknown): Finding[] {
  const moment = (key: string) => {
    const text = valueAt(data, [key]);
    const instant = typeof text === 'string' ? instantOf(text).getTime() : Number.NaN;
    return Number.isNaN(instant) ? null : { key, text: String(text), instant };
  };
  const end = moment('unpublish_at');
  const begins = ['publish_at', 'date'].flatMap((key) => moment(key) ?? []);
  const late = begins.find(({ instant }) => end !== null && instant >= end.instant);
  if (!end || !late) return [];
  return [
    finding({
      file,
      path: ['unpublish_at'],
      code: 'never-out',
      what: '撤下的时间不在发布以后，这一篇永远不会出现',
      found: shown(end.text),
      expected: `晚于 ${late.key} 的 ${late.text}`,
      mend: `改正 unpublish_at 或 ${late.key}；不打算撤下就删掉 unpublish_at。`,
    }),
  ];
}

/** What front matter can say wrong though each of its values has the right form; of raw data, so that all is told at once. */
export const frontMatterRules = (file: string, data: unknown, known: KnownToStories): Finding[] => [
  ...unknownIds(file, data, known),
  ...listedTwice(file, data),
  ...namesJoined(file, data),
  ...nobodyListed(file, data),
  ...neverOut(file, data),
  ...profileRules(file, data, known),
];
