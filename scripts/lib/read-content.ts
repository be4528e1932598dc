import { clothFixedSchema } from '#domain/cloth.ts';
import { allRules } from '#domain/consistency/all-rules.ts';
import type { Draft } from '#domain/consistency/draft.ts';
import { factIds } from '#domain/consistency/fact-ids.ts';
import { departmentsSchema } from '#domain/department.ts';
import { passagesOf } from '#domain/locator.ts';
import { pairingsSchema } from '#domain/pairing.ts';
import { placesSchema } from '#domain/place.ts';
import { bodySchema, documentSchema } from '#domain/plan.ts';
import type { Problem } from '#domain/problem.ts';
import type { Content } from '#domain/programme.ts';
import { riverMapWideLayoutSchema } from '#domain/river-map-layout.ts';
import { riverMapPhoneLayoutSchema } from '#domain/river-map-phone-layout.ts';
import { siteSchema } from '#domain/site.ts';
import { watersSchema } from '#domain/waters.ts';
import { ContentFiles } from './content-files.ts';
import { placesOf, stringsOf } from './raw-ids.ts';
import { readProjects, readReports, readTables } from './read-parts.ts';
import { knownToStories } from './stories/known-to-stories.ts';
import { readStories } from './stories/read-stories.ts';

export interface ReadOptions {
  /** The content folder; absolute. */
  readonly dir: string;
  /** Whether the 样稿 are read too. */
  readonly samples: boolean;
  readonly now: Date;
}

/** The day in China at an instant, `YYYY-MM-DD`, on every machine the same. */
function dayInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Reads a content folder and checks it. `content` is null where a file is missing or failed its schema; the rules
 * that compare files then still run over what could be read. Throws nothing on bad content: everything is a problem.
 */
export function readContent({ dir, samples, now }: ReadOptions): { content: Content | null; problems: Problem[] } {
  const files = new ContentFiles(dir);
  const today = dayInChina(now);
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
  const waters = files.read('map/waters.json', watersSchema, true);
  const wide = files.read('map/river-map.yaml', riverMapWideLayoutSchema, true);
  const phone = files.read('map/river-map-phone.yaml', riverMapPhoneLayoutSchema, true);
  const cloth = files.read('map/cloth.yaml', clothFixedSchema, true);

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
  files.add(allRules(draft));

  const optional = [waters, wide, phone, cloth].every((part) => part.value !== null || !part.exists);
  const whole = tablesWhole && projectsWhole && own.whole && shown.whole && optional;
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
    readStories(files, knownToStories(null, draft), { samples, now });
    return { content: null, problems: files.sorted() };
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
    waters: waters.value,
    wide: wide.value,
    phone: phone.value,
    cloth: cloth.value,
    stories: [],
  };
  // Facts can be made only of content that agrees with itself.
  const agrees = () => !files.problems.some((p) => p.severity === 'error');
  if (agrees()) files.add(factIds(content));
  const { stories, whole: storiesWhole } = readStories(files, knownToStories(agrees() ? content : null, draft), {
    samples,
    now,
  });
  return { content: storiesWhole ? { ...content, stories } : null, problems: files.sorted() };
}
