import type { Words } from '#domain/programme/words.ts';
import { withAnswers } from './answers.ts';
import { arithmetic } from './arithmetic/arithmetic.ts';
import { dates } from './calendar/dates.ts';
import { spans } from './calendar/spans.ts';
import { weekdays } from './calendar/weekdays.ts';
import { countsOfThings } from './counts/counts.ts';
import { listCounts } from './counts/lists.ts';
import { sizesOfDocument } from './counts/sizes.ts';
import { agentsOfDuties } from './document/agents.ts';
import { departmentDuties } from './document/departments.ts';
import { fixedPhrases } from './document/fixed-phrases.ts';
import { documentItself } from './document/itself.ts';
import { leftOut } from './document/members.ts';
import { orderOfThings } from './document/order.ts';
import { postsOfPeople } from './document/posts.ts';
import { quotations } from './document/quotations.ts';
import { documentRelations } from './document/relations.ts';
import { textAndAnnex } from './document/text-and-annex.ts';
import { usualWords } from './document/usual-words.ts';
import { whereabouts } from './document/whereabouts.ts';
import { doubledWords } from './language/doubled-words.ts';
import { halfWidthMarks } from './language/half-width-marks.ts';
import { mistypedDigits } from './language/mistyped-digits.ts';
import { pastedCharacters } from './language/pasted-characters.ts';
import { quotationMarks } from './language/quotation-marks.ts';
import { wrongWords } from './language/wrong-words.ts';
import { aidedStudents } from './people/aided-students.ts';
import { minors } from './people/minors.ts';
import { oneOffNames } from './people/one-off-names.ts';
import { personalNumbers } from './people/personal-numbers.ts';
import { placesAtLarge } from './places/at-large.ts';
import { placeHomes } from './places/homes.ts';
import { placeNames } from './places/names.ts';
import { placeStrangers } from './places/strangers.ts';
import { plainWords } from './plain-words.ts';
import { allOrSome } from './projects/all-or-some.ts';
import { projectNumbers } from './projects/numbers.ts';
import { projectShares } from './projects/shares.ts';
import type { OwnKnowledge, OwnRule, PlanKnowledge, PlanRule, ProseFinding, ProseReader } from './prose.ts';

/** Rules that need no plan: language, calendar, privacy. */
const ownRules: readonly OwnRule[] = [
  personalNumbers,
  minors,
  aidedStudents,
  oneOffNames,
  dates,
  weekdays,
  spans,
  arithmetic,
  quotationMarks,
  doubledWords,
  halfWidthMarks,
  mistypedDigits,
  pastedCharacters,
  wrongWords,
];

/** Rules that compare a story with the plan. */
const planRules: readonly PlanRule[] = [
  placeNames,
  placeHomes,
  placeStrangers,
  projectNumbers,
  projectShares,
  countsOfThings,
  sizesOfDocument,
  listCounts,
  documentItself,
  quotations,
  departmentDuties,
  postsOfPeople,
  whereabouts,
  documentRelations,
  orderOfThings,
  leftOut,
  agentsOfDuties,
  allOrSome,
  placesAtLarge,
  fixedPhrases,
  textAndAnnex,
];

/** Of these, those that know how many there are of something, and where: of an excerpt nobody knows. */
const ofTheWhole: ReadonlySet<PlanRule> = new Set([
  placeStrangers,
  projectShares,
  countsOfThings,
  sizesOfDocument,
  whereabouts,
  orderOfThings,
  leftOut,
  allOrSome,
]);

/** Rules that compare names and words as they stand: they read a story in its own words. */
const asItStands: ReadonlySet<PlanRule> = new Set([placeNames, placeHomes, fixedPhrases]);

/** Rules that hold a whole sentence against the document, however it is worded: what another rule tells of it is told better. */
const atLarge: ReadonlySet<PlanRule> = new Set([
  sizesOfDocument,
  orderOfThings,
  leftOut,
  agentsOfDuties,
  allOrSome,
  placesAtLarge,
]);

const touches = (one: ProseFinding, other: ProseFinding) =>
  one.block === other.block && one.start < other.end && other.start < one.end;

/** Some rules, and then others of what those have not told; a number in a wrong quotation is no mistake of its own. */
function inTurn(first: readonly ProseReader[], last: readonly ProseReader[]): ProseReader {
  return (prose) => {
    const all = first.flatMap((read) => read(prose));
    const quotations = all.filter(({ code }) => code === 'quotation-differs');
    const told = all.filter(
      (one) => !one.code.startsWith('project-') || !quotations.some((other) => touches(one, other)),
    );
    const more = last.flatMap((read) => read(prose).filter((one) => !told.some((other) => touches(one, other))));
    return [...told, ...more];
  };
}

/** A rule speaks of 通知 and 附件; the document and its annexes are called here what they call themselves. */
function inOwnWords(read: ProseReader, { document, annex }: Words): ProseReader {
  const called = (sentence: string) => sentence.replaceAll('通知', document.noun).replaceAll('附件', annex.noun);
  return (prose) => read(prose).map((found) => ({ ...found, what: called(found.what), mend: called(found.mend) }));
}

/**
 * All that reads the text of stories, prepared once. Where the content has errors of its own the plan is not known, and
 * stories are not compared with it.
 */
export function proseReaders(known: OwnKnowledge, programme: PlanKnowledge['programme'] | null): ProseReader[] {
  const own = ownRules.map((rule) => rule(known));
  if (!programme) return own;
  const fit = planRules.filter((rule) => !programme.document.excerpt || !ofTheWhole.has(rule));
  const usual = usualWords(programme);
  const reader = (rule: PlanRule): ProseReader =>
    usual && !asItStands.has(rule)
      ? usual.reading(rule({ ...known, programme: usual.programme }))
      : rule({ ...known, programme });
  const inPlainWords = plainWords(programme);
  const read = (rule: PlanRule): ProseReader => {
    const own = withAnswers(reader(rule));
    return inOwnWords(asItStands.has(rule) ? own : inPlainWords(own), programme.words);
  };
  const [first, last] = [false, true].map((isAtLarge) =>
    fit.filter((rule) => atLarge.has(rule) === isAtLarge).map(read),
  );
  return [...own, inTurn(first ?? [], last ?? [])];
}
