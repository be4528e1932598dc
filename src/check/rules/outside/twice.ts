import { publicationKeys } from '#domain/outside/same-publication.ts';
import { type Finding, finding, shown } from '../../finding.ts';
import { citationsOf, type Draft, type FiledCitation, fileOfFacts, type Rule, SOURCES_FILE } from '../draft.ts';

/** How the place of a citation is said. */
const placeOf = ({ file, id }: FiledCitation) => (file === SOURCES_FILE ? `${file} 里的 ${id}` : file);

function publicationsTwice(draft: Draft): Finding[] {
  const first = new Map<string, FiledCitation>();
  return citationsOf(draft).flatMap((one) => {
    const earlier = publicationKeys(one.source)
      .map((key) => first.get(key))
      .find((other) => other !== undefined);
    for (const key of publicationKeys(one.source)) if (!first.has(key)) first.set(key, one);
    if (!earlier) return [];
    return [
      finding({
        ...{ file: one.file, path: one.path, code: 'published-twice', what: '同一篇登记了两次' },
        found: `${placeOf(earlier)} 和${placeOf(one)}（网址相同，或者标题、媒体、日期都相同）`,
        expected: '一篇只登记一次',
        mend: `删掉一处；用到它的站外事实，来源改写留下的那个 id（${earlier.id}）。`,
      }),
    ];
  });
}

/** One id, one source: a report in `coverage/` is a source by its own id. */
function idsTwice(draft: Draft): Finding[] {
  const reports = new Set(draft.coverage.map(({ id }) => id));
  return Object.keys(draft.sources)
    .filter((id) => reports.has(id))
    .map((id) =>
      finding({
        ...{ file: SOURCES_FILE, path: [id], on: 'key', code: 'id-twice', what: `来源 id “${id}”用了两次` },
        found: `coverage/${id}.yaml 和这里`,
        expected: '各用各的',
        mend: '是同一篇，就删掉这里的；不是，就给这里换一个 id。',
      }),
    );
}

function sentencesTwice(draft: Draft): Finding[] {
  const first = new Map<string, string>();
  return draft.outside.flatMap(({ place, facts }) =>
    Object.entries(facts).flatMap(([id, { fact }]) => {
      const earlier = first.get(fact);
      if (earlier === undefined) {
        first.set(fact, id);
        return [];
      }
      const words = {
        what: '同一句话写了两次',
        found: `${earlier} 和 ${id} 都是${shown(fact)}`,
        expected: '一件事只写一次',
      };
      const mend = '删掉一处；两个地方各有各的事，就各写各的句子。';
      return [finding({ file: fileOfFacts({ place }), path: [id, 'fact'], code: 'fact-twice', ...words, mend })];
    }),
  );
}

/** Nothing is registered twice: no publication, no id of a source, no sentence. */
export const outsideTwice: Rule = (draft) => [
  ...publicationsTwice(draft),
  ...idsTwice(draft),
  ...sentencesTwice(draft),
];
