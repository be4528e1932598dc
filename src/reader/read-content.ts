import { join } from 'node:path';
import type { Finding, Problem } from '#check/finding.ts';
import { namesInPlan } from '#check/people/names-in-words.ts';
import { termsSchema } from '#check/prose/language/terms.ts';
import { allRules } from '#check/rules/all-rules.ts';
import { CORRECTIONS_FILE, correctedFactsAgree, correctionEntries } from '#check/rules/corrections.ts';
import type { Draft } from '#check/rules/draft.ts';
import { factIds } from '#check/rules/fact-ids.ts';
import { namedThings } from '#check/rules/named-things.ts';
import { outsideWords } from '#check/rules/outside/words.ts';
import { pressWords } from '#check/rules/press.ts';
import { synonymsTwice } from '#check/rules/synonyms.ts';
import { correctionsOf, correctionsSchema, type WrittenCorrection } from '#domain/corrections/correction.ts';
import { releaseSteps } from '#domain/data-releases/data-release.ts';
import { type CitedSource, citedSource, isToCome } from '#domain/outside/citation.ts';
import { byCoverage, coverageOf } from '#domain/outside/coverage.ts';
import { outsideFactsOf } from '#domain/outside/outside-fact.ts';
import { namesOfPlaces } from '#domain/people/place-names.ts';
import { clothFixedSchema } from '#domain/places/cloth.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { placesSchema } from '#domain/places/place.ts';
import { riverMapWideLayoutSchema } from '#domain/places/river-map-layout.ts';
import { riverMapPhoneLayoutSchema } from '#domain/places/river-map-phone-layout.ts';
import { watersSchema } from '#domain/places/waters.ts';
import { departmentsSchema } from '#domain/plan/department.ts';
import { passagesOf } from '#domain/plan/locator.ts';
import { bodySchema, documentSchema } from '#domain/plan/plan.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { siteSchema } from '#domain/programme/site.ts';
import { type Banned, bannedNames } from '#domain/release/banned.ts';
import { facesOf } from '#domain/release/faces.ts';
import type { Change } from '#domain/release/next-changes.ts';
import type { Records } from '#domain/release/records.ts';
import { synonymsSchema } from '#domain/search/synonyms.ts';
import { dayInChina } from '#format/date.ts';
import { ContentFiles } from './content-files.ts';
import { type ReadRelease, readDataReleases } from './data-releases.ts';
import { placesOf, stringsOf } from './raw-ids.ts';
import { readOutside, readProjects, readReports, readTables } from './read-parts.ts';
import { expectedRecords, recordsGone } from './records/expected-records.ts';
import { readRecords } from './records/read-records.ts';
import { nameSpelling } from './release/name-spelling.ts';
import { namesInContent } from './release/names-in-content.ts';
import { releaseStories, type Standing } from './release/release-stories.ts';
import { knownToStories } from './stories/known-to-stories.ts';
import { readStories } from './stories/read-stories.ts';
import type { KeptStories } from './stories/read-story.ts';

export interface ReadOptions {
  /** The content folder; absolute. */
  readonly dir: string;
  /** The preview: the 样稿 are read too, and stories are shown that are not yet allowed out. */
  readonly samples: boolean;
  /** Where people and consents lie; absolute. Without it, `records` in the content folder. */
  readonly recordsDir?: string;
  /** Somebody said where the records lie: that they are not there, or are gone, is an error. */
  readonly recordsExpected?: boolean;
  readonly now: Date;
  /** Stories that were read before, and where those read now are put; each is read anew where it is left out. */
  readonly kept?: KeptStories;
}

/** A content folder as read. */
export interface ReadResult {
  /** null where something could not be read or disagrees with itself. */
  readonly content: Content | null;
  readonly problems: Problem[];
  /** Where each story stands on its way out, also those that are not in `content`. */
  readonly standings: readonly Standing[];
  /** When the production site changes by itself, in order. */
  readonly changes: readonly Change[];
  readonly banned: Banned;
  /** Of everyone; of the samples only in a preview. Never shown by a page. */
  readonly records: Records;
}

/** What in a text counts as a name, whoever appears in it. */
const namesOf = ({ places, projects, departments }: Content): string[] => [
  ...[...places.values()].flatMap(({ name, name_today: today }) => [name, ...(today ? [today] : [])]),
  ...projects.flatMap(({ title, short }) => [title, short]),
  ...Object.values(departments.departments).map(({ name }) => name),
];

/** The people and consents of the records, and in a preview those of the samples. */
function readAllRecords(options: ReadOptions, today: string) {
  const { dir, samples, recordsDir = join(dir, 'records'), recordsExpected = false } = options;
  const own = recordsExpected ? expectedRecords(recordsDir, today) : readRecords(recordsDir, 'records', false, today);
  const recognised = {
    spelling: nameSpelling,
    faces: new Map(),
    planNames: new Set<string>(),
    placeNames: new Set<string>(),
  };
  if (!samples) return { ...own, ...recognised, own, sampleReviewers: null };
  const shown = readRecords(join(dir, 'samples/records'), 'samples/records', true, today);
  return {
    ...recognised,
    own,
    reviewers: own.reviewers,
    people: [...own.people, ...shown.people],
    consents: [...own.consents, ...shown.consents],
    sampleReviewers: shown.reviewers,
    whole: own.whole && shown.whole,
    problems: [...own.problems, ...shown.problems],
  };
}

/** What others say and published up to today, without what is for staff. */
function snapshotOf({ outside, sources, coverage, today }: Draft): Pick<Content, 'outside' | 'coverage'> {
  const hasCome = ({ date }: Pick<CitedSource, 'date'>) => !isToCome(date, today);
  const reports = coverage.map(coverageOf).filter(hasCome).sort(byCoverage);
  const own = Object.entries(sources).map(([id, source]) => citedSource(id, source));
  const cited = new Map([...own.filter(hasCome), ...reports].map((source) => [source.id, source]));
  const facts = outside.flatMap(({ place, facts }) => outsideFactsOf(place, facts, cited));
  return { outside: facts.filter(({ asOf }) => !isToCome(asOf, today)), coverage: reports };
}

/** Whether the facts of the public site are those of the newest data release, or it is told why they are not. */
function factsSinceReleases(
  content: Content,
  written: readonly WrittenCorrection[],
  releases: readonly ReadRelease[],
  today: string,
): Finding[] {
  if (written.length + releases.length === 0) return [];
  const reports = content.reports.filter(({ sample }) => !sample);
  const { facts } = assemble({ ...content, reports, corrections: [], dataReleases: [] });
  return correctedFactsAgree({ written, facts, releases, today });
}

/**
 * Reads a content folder and checks it. `content` is null where a file is missing or failed its schema; the rules
 * that compare files then still run over what could be read. Throws nothing on bad content: everything is a problem.
 */
export function readContent(options: ReadOptions): ReadResult {
  const { dir, samples, now, kept } = options;
  const files = new ContentFiles(dir);
  const today = dayInChina(now.toISOString());
  const site = files.read('site.yaml', siteSchema);
  const document = files.read('plan/document.yaml', documentSchema);
  const clauses = files.read('plan/body.yaml', bodySchema);
  const { tables, whole: tablesWhole } = readTables(files, document.value);
  const places = files.read('places.yaml', placesSchema);
  const pairings = files.read('pairings.yaml', pairingsSchema);
  const departments = files.read('departments.yaml', departmentsSchema);
  const { projects, whole: projectsWhole, lines } = readProjects(files);
  const own = readReports(files, 'reports', false);
  const shown = samples ? readReports(files, 'samples/reports', true) : { reports: [], whole: true };
  const { whole: outsideWhole, ...said } = readOutside(files);
  const waters = files.read('map/waters.json', watersSchema, true);
  const wide = files.read('map/river-map.yaml', riverMapWideLayoutSchema, true);
  const phone = files.read('map/river-map-phone.yaml', riverMapPhoneLayoutSchema, true);
  const cloth = files.read('map/cloth.yaml', clothFixedSchema, true);
  const terms = files.read('terms.yaml', termsSchema, true);
  const synonyms = files.read('synonyms.yaml', synonymsSchema, true);
  const corrections = files.read(CORRECTIONS_FILE, correctionsSchema, true);
  const { releases, whole: releasesWhole } = readDataReleases(files, today);
  const records = readAllRecords(options, today);
  files.problems.push(...records.problems);
  if (site.value?.reviewers && records.reviewers) {
    const words = {
      what: '审稿人名单写了两处',
      now: 'site.yaml 的 reviewers 和授权记录里的 reviewers.yaml 都有',
      should: '只有一处',
    };
    files.report('site.yaml', { code: 'reviewers-twice', ...words, mend: '留下一处，把人都写进去，另一处删掉。' });
  }

  const draft: Draft = {
    site: site.value,
    document: document.value,
    clauses: clauses.value,
    tables,
    tablesWhole,
    ...placesOf(places),
    pairings: pairings.value,
    projects,
    projectsWhole,
    departments: departments.value,
    // A sample of later than now is not there yet; a real report of later than now is a mistake and stays.
    reports: [...own.reports, ...shown.reports.filter((report) => report.date <= today)],
    ...said,
    waters: waters.value,
    watersExist: waters.exists,
    wide: wide.value,
    phone: phone.value,
    cloth: cloth.value,
    passages: passagesOf(
      clauses.value ?? [],
      tables.map((t) => t.table),
      document.value?.imprint,
    ),
    knownLines: lines,
    knownDepartments: stringsOf((departments.raw as { departments?: unknown } | undefined)?.departments, 'name'),
    today,
  };
  files.nameIds(namedThings(draft));
  files.add(allRules(draft));
  files.add(synonymsTwice(synonyms.value ?? []));
  files.add(correctionEntries(corrections.value ?? [], draft));

  const sources = { terms: terms.value ?? [], people: records.people };
  const optional = [waters, wide, phone, cloth, terms, synonyms, corrections].every(
    (part) => part.value !== null || !part.exists,
  );

  const parts = [tablesWhole, projectsWhole, own.whole, shown.whole, outsideWhole, releasesWhole, optional];
  const whole = parts.every(Boolean);
  files.add(outsideWords(draft, { ...sources, today }));
  if (
    !whole ||
    !site.value ||
    !document.value ||
    !clauses.value ||
    !draft.placesWhole ||
    !pairings.value ||
    !departments.value
  ) {
    // Stories are read all the same, so that their mistakes are told in the same run.
    readStories(files, knownToStories(null, draft, sources), { samples, today, kept });
    return {
      content: null,
      problems: files.sorted(),
      standings: [],
      changes: [],
      banned: { names: [], pictures: [] },
      records,
    };
  }
  const content: Content = {
    site: site.value,
    document: document.value,
    clauses: clauses.value,
    tables: tables.map((t) => t.table),
    places: draft.places,
    pairings: pairings.value,
    projects,
    departments: departments.value,
    reports: draft.reports,
    ...snapshotOf(draft),
    waters: waters.value,
    wide: wide.value,
    phone: phone.value,
    cloth: cloth.value,
    synonyms: synonyms.value ?? [],
    corrections: correctionsOf(corrections.value ?? [], today),
    dataReleases: releaseSteps(releases),
    stories: [],
    tombstones: [],
  };
  // Facts can be made only of content that agrees with itself.
  const agrees = () => !files.problems.some((p) => p.severity === 'error');
  if (agrees()) files.add(factIds(content));
  if (agrees()) files.add(factsSinceReleases(content, corrections.value ?? [], releases, today));
  const plan = [...draft.passages.values()].map(({ text }) => text).join('\n');
  const known = knownToStories(agrees() ? content : null, draft, sources);
  if (known.facts) files.add(pressWords(content, known.facts, known.readers));
  const { read, whole: storiesWhole } = readStories(files, known, { samples, today, kept });
  const planNames = namesInPlan([...draft.passages.values()].map(({ text }) => text));
  const placeNames = namesOfPlaces(draft.places);
  const all: Records = { ...records, planNames, placeNames, faces: facesOf(read.map(({ story }) => story)) };
  const unnamed = bannedNames(all, today, false, plan);
  const { stories, tombstones, standings, changes, bannedPictures } = releaseStories(files, read, {
    records: all,
    recordsWhole: records.whole,
    reviewers: { own: records.reviewers ?? content.site.reviewers ?? null, samples: records.sampleReviewers },
    names: namesOf(content),
    site: content.site,
    facts: known.facts && known.values,
    preview: samples,
    now,
    today,
    unnamed,
  });
  const banned = samples ? bannedNames(all, today, true, plan) : unnamed;
  files.add(namesInContent(files, { banned, unnamed, spelling: all.spelling }));
  const gone = options.recordsExpected ? recordsGone(records.own, standings) : null;
  if (gone) files.problems.push(gone);
  const sound = storiesWhole && records.whole && !gone;
  return {
    content: sound ? { ...content, stories, tombstones } : null,
    problems: files.sorted(),
    standings,
    changes,
    banned: { names: banned, pictures: bannedPictures },
    records: all,
  };
}
