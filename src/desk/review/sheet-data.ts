import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure } from '#charts/kit/figure.ts';
import { clothOf } from '#charts/kit/palette.ts';
import type { Problem } from '#check/finding.ts';
import { stateHash } from '#domain/approvals/reviewed.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { CHANNELS } from '#domain/people/consent/consent.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import type { ConsentHold, UndecidedHold } from '#domain/release/hold.ts';
import { beginOf } from '#domain/release/hours.ts';
import type { Records } from '#domain/release/records.ts';
import { instantOf, NOT_YET_TAKEN, type Story } from '#domain/stories/story.ts';
import type {
  ReviewSheetData,
  SheetFinding,
  SheetNumber,
  SheetProof,
  SheetStep,
  SheetUnproved,
} from '#exports/review-sheet/data.ts';
import { CHANNEL_WORDS } from '#format/consent-words.ts';
import { dayInChina, minuteInChina } from '#format/date.ts';
import { holdWords } from '#format/hold-words.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { quantity } from '#format/number.ts';
import { reportedBy } from '#format/printed-number.ts';
import { publisherWords } from '#format/publisher.ts';
import { routesUnder } from '#format/routes.ts';
import { storyPage } from '#format/story-page.ts';
import { clearedStory } from '#reader/release/cleared-story.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { sha256 } from '#reader/sha256.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import type { SourceBlock } from '#stories/body/prose.ts';
import { sheetNoNames, sheetPeople } from './sheet-people.ts';
import { sheetPictures } from './sheet-pictures.ts';

/** What a sheet is made of. */
export interface SheetSources {
  readonly standing: Standing;
  readonly programme: Programme;
  readonly records: Records;
  /** What the check says of the whole content. */
  readonly problems: readonly Problem[];
  readonly contentDir: string;
  readonly now: Date;
}

function findingsOf({ standing, problems }: SheetSources): SheetFinding[] {
  const { story, file, accepted } = standing;
  const reason = (code: string) => story.accept?.find((one) => one.code === code)?.reason ?? null;
  const told = problems.filter((problem) => problem.file === file);
  return [
    ...told.map(({ severity, line, message, mend }) => ({ kind: severity, line, message, mend, reason: null })),
    ...accepted.map(({ line, message, mend, code }) => ({
      kind: 'accepted' as const,
      line,
      message,
      mend,
      reason: reason(code),
    })),
  ];
}

/** What is asked about people: of several for one reason once, for they are ticked one by one above. */
function aboutPeople({ holds, story }: Standing): string[] {
  const open = holds.filter((hold) => hold.kind === 'consent' || hold.kind === 'undecided');
  const reason = ({ printed, ...why }: ConsentHold | UndecidedHold) => {
    if (why.kind === 'undecided') return why.kind;
    const { sameAs, address, ...rest } = why;
    const picture = sameAs && [sameAs.src, sameAs.face.story, sameAs.face.src];
    return JSON.stringify([rest, picture, address && printed]);
  };
  return [...Map.groupBy(open, reason).values()].flatMap((same) => {
    const [first] = same;
    const printed = same.map((hold) => hold.printed).join('、');
    return first ? [holdWords({ ...first, printed }, story.id).text] : [];
  });
}

const stepsOf = ({ state }: Standing): SheetStep[] =>
  state.steps.map(({ step, needed, status, by, at }) => ({
    ...{ step, needed, status: status.kind, by },
    why: status.kind === 'missing' ? [] : status.why,
    at: at === null ? null : minuteInChina(new Date(at)),
  }));

/** The story as a reader will see it once nothing keeps it; as it is written where it cannot be read after its names gave way. */
function seenStory({ story }: Standing, records: Records, day: string): Story {
  const clearing = clearingOf(story, records, day);
  const { portraits, agreed, aliases } = clearing;
  const clearance = { portraits, agreed, aliases, open: [], press: NOT_YET_TAKEN };
  return clearedStory(story, clearing, records) ?? { ...story, clearance };
}

/** The figures of a story by name. */
function figuresOf(programme: Programme, { body }: Story): Map<string, Figure> {
  const { named } = figureCatalogue(programme, ROUTES);
  return new Map(
    body.figures.flatMap(({ name }) => {
      const figure = named.get(name)?.();
      return figure ? [[name, figure] as const] : [];
    }),
  );
}

/** Paper is under no path. */
const ROUTES = routesUnder('/');

/** The blocks of a story in the order in which they stand in its file. */
const blocksOf = ({ story }: Standing): SourceBlock[] =>
  checkedBody(story.body.source).prose.toSorted((a, b) => (a.offsets[0] ?? 0) - (b.offsets[0] ?? 0));

function proofOf({ basis }: Fact, { passages }: Programme): SheetProof {
  if (basis.kind === 'derived') return { kind: 'derived', steps: basis.steps };
  if (basis.kind === 'outside') return { kind: 'outside', source: basis.source };
  if (basis.kind === 'reported') return { kind: 'reported', source: reportedBy(basis) };
  const passage = passages.get(basis.locator);
  const [label, clause] = [passage?.label ?? basis.locator, passage?.text ?? basis.quote];
  return { kind: 'quoted', label: passage?.part === 'annex' ? label : `正文${label}`, clause, quote: basis.quote };
}

/**
 * Each number the site puts in, with where it comes from: those of the text in its order, then those of the box.
 * @param inBox ids of the facts in the box beside the story
 */
function sheetNumbers(standing: Standing, programme: Programme, inBox: readonly string[]): SheetNumber[] {
  const { facts } = programme;
  const inText = blocksOf(standing).flatMap(({ numbers, offsets }) =>
    numbers.map(({ at, fact }) => ({ fact, line: standing.position(offsets[at] ?? 0).line })),
  );
  const places = [...inText, ...inBox.map((fact) => ({ fact, line: null }))];
  return [...Map.groupBy(places, ({ fact }) => fact)].flatMap(([id, uses]): SheetNumber[] => {
    const fact = facts.get(id);
    if (!fact) return [];
    const against = (fact.against ?? []).flatMap((other) => facts.get(other)?.sentence ?? []);
    const value = quantity(fact.value, fact.unit, fact.approximate);
    const lines = [...new Set(uses.flatMap(({ line }) => line ?? []))];
    return [{ lines, fact: id, label: fact.label, value, proof: proofOf(fact, programme), against }];
  });
}

/** Each number typed by hand, with its sentence. */
const sheetUnproved = ({ unproved, position }: Standing): SheetUnproved[] =>
  unproved.map(({ number, sentence, at }) => ({ line: position(at).line, number, sentence }));

/** Collects everything a reviewer has to see of one story. */
export async function sheetData(sources: SheetSources): Promise<ReviewSheetData> {
  const { standing, programme, records, contentDir, now } = sources;
  const { story, parts, file } = standing;
  const { site } = programme;
  const own: Records = {
    ...records,
    people: records.people.filter(({ sample }) => sample === story.sample),
    consents: records.consents.filter(({ sample }) => sample === story.sample),
  };
  const day = dayInChina(now.toISOString());
  const seen = seenStory(standing, own, day);
  const page = storyPage(programme, seen, ROUTES);
  const inBox = page.box?.rows.flatMap(({ numbers = [] }) => numbers.map(({ number }) => number.id)) ?? [];
  const pictures = await sheetPictures(standing, seen, own, contentDir, day);
  return {
    ...{
      site: site.name,
      publisher: publisherWords(site, day),
      made: minuteInChina(now),
      hash: stateHash(parts, sha256),
    },
    ...{ id: story.id, file, sample: story.sample, kind: KIND_WORDS[story.kind], title: seen.title },
    embargo: beginOf(story) > now ? minuteInChina(beginOf(story)) : null,
    end: story.unpublish_at === undefined ? null : minuteInChina(instantOf(story.unpublish_at)),
    sourceUrl: story.source_url ?? null,
    places: (story.places ?? []).map((id) => programme.places.get(id)?.name ?? id),
    length: seen.body.length,
    steps: stepsOf(standing),
    people: sheetPeople(standing, own, day),
    noNames: sheetNoNames(standing, own),
    story: {
      page,
      sample: story.sample,
      markdown: seen.body.source,
      firstLine: seen.body.firstLine,
      address: new URL(ROUTES.story(story.id), site.address).href,
      cover: pictures.cover,
      pictures: pictures.shown,
      figures: figuresOf(programme, seen),
      cloth: clothOf(programme.content),
    },
    leftOut: pictures.leftOut,
    numbers: sheetNumbers(standing, programme, inBox),
    unproved: sheetUnproved(standing),
    channels: CHANNELS.map((channel) => CHANNEL_WORDS[channel]),
    findings: findingsOf(sources),
    questions: aboutPeople(standing),
  };
}
