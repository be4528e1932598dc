import { byDateSaid, type CitedSource } from '#domain/outside/citation.ts';
import type { OutsideFact } from '#domain/outside/outside-fact.ts';
import { tellingFacts } from '#domain/outside/telling.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { saidDate, yearAndMonth } from '#format/date.ts';
import { SEEN_AS_WORDS } from '#format/seen-as.ts';
import { routes } from './programme.ts';

/** A source as a line names it: 《…》，publisher，day, and how it was seen where that was not the original. */
export interface SourceView {
  readonly text: string;
  /** The publication itself, on another site; null where nobody saw its address. */
  readonly href: string | null;
  /** Its place among the reports of others, where it stands there. */
  readonly listed: string | null;
  /** 据转载, 据资料条目; null of an original. */
  readonly seen: string | null;
}

/** One thing that a source outside the document says. */
export interface OutsideFactView {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** 截至2019年5月; null where the source names no time. */
  readonly asOf: string | null;
  readonly source: SourceView;
  readonly also: readonly SourceView[];
  readonly caution: string | null;
}

/** What is known of a place, or of several that stand on one page, from outside the document. */
export interface OutsideView {
  /** Over all of it; null where the deeds, with their own, are all that stands open. */
  readonly title: string | null;
  /** What opens the page; null where nothing is known. */
  readonly lead: OutsideFactView | null;
  readonly rest: readonly OutsideFactView[];
  /** So much of it that it folds, or of which the page has told enough elsewhere. */
  readonly folded: readonly OutsideFactView[];
  /** What the giving side did there, before the document and after it. */
  readonly deeds: { readonly title: string; readonly parts: readonly DeedsView[] } | null;
  /** That none of it is a result of the document; null where the page has said so above. */
  readonly apart: string | null;
  /** What is said where little or nothing is known; null where there is more. */
  readonly wanted: string | null;
}

interface DeedsView {
  readonly title: string;
  readonly facts: readonly OutsideFactView[];
}

/** A title in its brackets; one that brings its own keeps them. */
const bracketed = (title: string) => (title.startsWith('《') ? title : `《${title}》`);

/** @param short without the title, for those that say the same once more */
function sourceView({ content }: Programme, source: CitedSource, short = false): SourceView {
  const { id, title, publisher, date, url, seenAs } = source;
  const day = date === null ? '日期未注明' : saidDate(date);
  return {
    text: [...(title === null || short ? [] : [bracketed(title)]), publisher, day].join('，'),
    href: url,
    listed: content.coverage.some((report) => report.id === id) ? routes.coverageOf(id) : null,
    seen: SEEN_AS_WORDS[seenAs],
  };
}

export function outsideFactView(programme: Programme, fact: OutsideFact): OutsideFactView {
  const { id, subject, fact: text, asOf, sources, caution } = fact;
  const [source, ...also] = sources;
  if (!source) throw new Error(`${id} 没有来源，先运行 npm run check`);
  return {
    ...{ id, subject, text, caution },
    asOf: asOf === null ? null : `截至${saidDate(asOf)}`,
    source: sourceView(programme, source),
    also: also.map((one) => sourceView(programme, one, true)),
  };
}

/**
 * The same with its source in short and without the others that say it: for a page from which a link leads to the whole.
 * Of when it is true is said where the day of the source does not say it.
 */
export function briefFactView(programme: Programme, fact: OutsideFact): OutsideFactView {
  const [source] = fact.sources;
  const whole = outsideFactView(programme, fact);
  const dated = fact.asOf !== null && source?.date?.startsWith(fact.asOf);
  return {
    ...whole,
    asOf: dated ? null : whole.asOf,
    source: source ? sourceView(programme, source, true) : whole.source,
    also: [],
  };
}

/** That what stands there is of others, and no result of the document. */
export const apartWords = ({ words: { document } }: Pick<Programme, 'words'>): string =>
  `来自公开的报道和资料，不是这${document.measure}${document.noun}的成果，也没有算进进展。`;

/** Deeds by whether they are told as of before the document or after it, each part from the oldest on. */
function deedsOf(programme: Programme, facts: readonly OutsideFact[]): DeedsView[] {
  const { date } = programme.document;
  const isBefore = ({ asOf }: OutsideFact) => {
    const said = asOf?.replace(/^\D+/u, '').slice(0, 10) ?? '';
    return asOf !== null && said.slice(0, 4) <= date.slice(0, 4) && said < date.slice(0, said.length);
  };
  const month = yearAndMonth(date);
  const inOrder = facts.toSorted((a, b) => byDateSaid(b.asOf, a.asOf));
  const part = (title: string, own: readonly OutsideFact[]) =>
    own.length > 0 ? [{ title, facts: own.map((fact) => outsideFactView(programme, fact)) }] : [];
  return [
    ...part(`${month}以前`, inOrder.filter(isBefore)),
    ...part(
      `${month}以后`,
      inOrder.filter((fact) => !isBefore(fact)),
    ),
  ];
}

/** How many facts make a place one of which something is known. */
const SOMETHING = 2;
/** So many stand open beside the one that opens the page, if the others are worth a fold. */
const OPEN = 3;

/**
 * What sources outside the document say of the places of a page; null where the programme has no such facts at all.
 * @param ids of the places, the one that opens the page first
 * @param name by which the page calls them
 * @param told facts that the page tells elsewhere: where there are any, none opens this part
 */
export function outsideOf(
  programme: Programme,
  ids: readonly string[],
  name: string,
  told: readonly string[] = [],
): OutsideView | null {
  const { content, site } = programme;
  if (content.outside.length === 0) return null;
  const known = [...new Set(ids)].flatMap((id) => content.outside.filter(({ place }) => place === id));
  const own = known.filter(({ id }) => !told.includes(id));
  if (own.length === 0 && known.length >= SOMETHING) return null;
  const telling = new Set(tellingFacts(content.outside));
  const lead = told.length > 0 ? undefined : own.find((fact) => telling.has(fact));
  const others = own.filter((fact) => fact !== lead);
  const rest = others.filter(({ aid }) => !aid).map((fact) => outsideFactView(programme, fact));
  const open = told.length > 0 ? 0 : rest.length > OPEN + 1 ? OPEN : rest.length;
  const parts = deedsOf(
    programme,
    others.filter(({ aid }) => aid),
  );
  return {
    title: told.length > 0 && parts.length > 0 ? null : `别人笔下的${name}`,
    lead: lead ? outsideFactView(programme, lead) : null,
    rest: rest.slice(0, open),
    folded: rest.slice(open),
    deeds:
      parts.length > 0 ? { title: `${site.from}${ids[0] === site.aiding?.id ? '' : '在这里'}做过的事`, parts } : null,
    apart: told.length > 0 ? null : apartWords(programme),
    wanted: known.length < SOMETHING ? `关于${name}，还没有收录${known.length === 0 ? '' : '别的'}有来源的事。` : null,
  };
}

/** The background of a project: what others told of the same thing, in its order; empty where nobody did. */
export const backgroundOf = (programme: Programme, project: string): OutsideFactView[] =>
  programme.content.outside
    .filter(({ projects }) => projects.includes(project))
    .map((fact) => outsideFactView(programme, fact));

/** The sides as a whole, and every place of which something is known and that has no page of its own. */
export function outsideOfWholes(programme: Programme): OutsideView[] {
  const { journeys, site, content, places } = programme;
  const paged = new Set(
    journeys.flatMap(({ city, county, threads }) => [city.id, county.id, ...threads.map(({ place }) => place.id)]),
  );
  const ids = [...new Set(content.outside.map(({ place }) => place))].filter((id) => !paged.has(id));
  const order = [site.aiding?.id, site.aided];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return ids
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((id) => outsideOf(programme, [id], places.get(id)?.name ?? site.aiding?.name ?? id) ?? []);
}
