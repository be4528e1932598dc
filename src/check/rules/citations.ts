import { amountOf } from '#domain/plan/cell.ts';
import { rowsOfLine } from '#domain/programme/project.ts';
import { didYouMean, listed } from '#domain/search/nearest.ts';
import { type DataPath, finding, shown } from '../finding.ts';
import { valuesIn } from '../text/numbers.ts';
import { calledIn } from './called.ts';
import { canJudge, type Draft, fileOfProject, type Rule } from './draft.ts';

/** One place of the content that points into the document, with the words it claims stand there. */
interface Citation {
  readonly file: string;
  /** Path of the locator; the quote stands beside it as `quote`. */
  readonly path: DataPath;
  readonly locator: string;
  readonly quote?: string;
  /** The number that the quote has to hold. */
  readonly number?: number;
}

interface Quoted {
  readonly source: string;
  readonly quote: string;
}

function fromProjects(draft: Draft): Citation[] {
  return draft.projects.flatMap((project) => {
    const file = fileOfProject(project);
    const quoted = (path: DataPath, { source, quote }: Quoted, number?: number): Citation => ({
      file,
      path: [...path, 'source'],
      locator: source,
      quote,
      ...(number === undefined ? {} : { number }),
    });
    return [
      { file, path: ['field'], locator: project.field },
      { file, path: ['clause'], locator: project.clause },
      ...project.lines.flatMap((line, i): Citation[] => [
        ...rowsOfLine(line).map((locator, j) => ({
          file,
          path: ['lines', i, 'row', ...(typeof line.row === 'string' ? [] : [j])],
          locator,
        })),
        ...(line.text_targets ?? []).map((t, j) =>
          quoted(['lines', i, 'text_targets', j], t, amountOf(t.quantity, line.unit).quantity ?? undefined),
        ),
        ...(line.unit_cost ? [quoted(['lines', i, 'unit_cost'], line.unit_cost, line.unit_cost.amount)] : []),
      ]),
      ...(project.statements ?? []).map((s, i) => quoted(['statements', i], s, s.value)),
      ...(project.wordings ?? []).flatMap((w, i) => [
        quoted(['wordings', i, 'text'], w.text),
        quoted(['wordings', i, 'annex'], w.annex),
      ]),
    ];
  });
}

function fromDepartments({ departments }: Draft): Citation[] {
  if (!departments) return [];
  const at = (locator: string, ...path: DataPath): Citation => ({ file: 'departments.yaml', path, locator });
  const { leading_group: group, office, systems } = departments;
  return [
    ...Object.entries(departments.departments).map(([id, d]) => at(d.source, 'departments', id, 'source')),
    ...(group?.clauses ?? []).map((c, i) => at(c, 'leading_group', 'clauses', i)),
    ...(office ? [at(office.clause, 'office', 'clause')] : []),
    ...(office?.duties ?? []).map((d, i) => at(d, 'office', 'duties', i)),
    ...(systems ?? []).map((s, i) => at(s.clause, 'systems', i, 'clause')),
  ];
}

/** Counts that the document is said to spell out: its words have to hold what the content, where it is whole, counts. */
function fromDocument({ document, pairings, projects, projectsWhole }: Draft): Citation[] {
  const counted = (ids: readonly string[] | undefined) => (ids ? { number: new Set(ids).size } : {});
  const all = projectsWhole ? projects : undefined;
  const numbers = {
    cities: counted(pairings?.map((p) => p.city)),
    counties: counted(pairings?.map((p) => p.county)),
    fields: counted(all?.map((p) => p.field)),
    projects: counted(all?.map((p) => p.id)),
  };
  return (['cities', 'counties', 'fields', 'projects'] as const).flatMap((what): Citation[] => {
    const said = document?.stated?.[what];
    if (!said) return [];
    const path = ['stated', what, 'source'];
    return [{ file: 'plan/document.yaml', path, locator: said.source, quote: said.quote, ...numbers[what] }];
  });
}

/** Everything in the content that points into the document. */
function citationsOf(draft: Draft): Citation[] {
  const pairings = (draft.pairings ?? []).map(
    (pairing, i): Citation => ({ file: 'pairings.yaml', path: [i, 'source'], locator: pairing.source }),
  );
  return [...fromDocument(draft), ...pairings, ...fromDepartments(draft), ...fromProjects(draft)];
}

/** Every locator leads to a clause, a table, a row, a cell or a note of the document. */
export const locators: Rule = (draft) =>
  citationsOf(draft)
    .filter(({ locator }) => canJudge(draft, locator) && !draft.passages.has(locator))
    .map(({ file, path, locator }) =>
      finding({
        file,
        path,
        code: 'unknown-locator',
        what: '出处编号在文件里找不到',
        found: shown(locator),
        expected: 'plan/ 里有的编号',
        mend:
          didYouMean(locator, draft.passages.keys()) ||
          `到 plan/body.yaml 或${calledIn(draft).annex}文件里找到这段话、这一${calledIn(draft).cells}，照抄它的编号。`,
      }),
    );

/** Quoted words stand word for word in the passage they are said to come from. */
export const quotes: Rule = (draft) =>
  citationsOf(draft).flatMap(({ file, path, locator, quote }) => {
    const passage = draft.passages.get(locator);
    if (quote === undefined || !passage || passage.text.includes(quote)) return [];
    const elsewhere = [...draft.passages.values()].find((p) => p.text.includes(quote));
    const mend = elsewhere
      ? `这句话在 ${elsewhere.locator}，把 source 改成它。`
      : passage.text === ''
        ? `${locator} 是空着的或者没有刊登的，没有话可以引：换一个出处。`
        : `从 plan/ 的 ${locator} 里原样复制，标点和空格也不能差。`;
    return [
      finding({
        file,
        path: [...path.slice(0, -1), 'quote'],
        code: 'quote-not-found',
        what: '引文和原文对不上',
        found: shown(quote),
        expected: `${locator} 里一字不差的原话`,
        mend,
      }),
    ];
  });

/** A number that is said to be quoted stands in its quote. */
export const quotedNumbers: Rule = (draft) =>
  citationsOf(draft).flatMap(({ file, path, quote, number }) => {
    if (quote === undefined || number === undefined) return [];
    const there = valuesIn(quote);
    if (there.includes(number)) return [];
    return [
      finding({
        file,
        path: [...path.slice(0, -1), 'quote'],
        code: 'number-not-in-quote',
        what: `引文里没有 ${number} 这个数`,
        found: shown(quote),
        expected: `含有 ${number} 的原话`,
        mend:
          there.length > 0
            ? `引文里的数是 ${listed(there.map(String))}：核对数和引文，改错的那一个。`
            : '把引文取长一点，让数也在里面。',
      }),
    ];
  });
