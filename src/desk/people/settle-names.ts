import { personsNamed } from '#domain/people/bearers.ts';
import { type FoundPerson, peopleFound } from '#domain/people/found-people.ts';
import type { Records } from '#domain/release/records.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { type Asked, Stopped } from '../asking/asked.ts';
import { askAll } from '../asking/questions.ts';
import { askPerson } from '../records/ask-person.ts';
import type { NewRecords } from '../records/new-records.ts';
import { coverWords, placesWords, sentenceOf } from './found-words.ts';
import type { NameDecision } from './front-names.ts';
import { mentionPositions } from './mention-position.ts';
import { CHOICES_EXPLAINED, decisionsElsewhere, NameAsking, type NameQuestion } from './name-questions.ts';

/** A story whose names are settled, and what is known around it. */
export interface NamesToSettle {
  readonly standing: Standing;
  readonly standings: readonly Standing[];
  /** Of this story: its own, or those of the samples. */
  readonly records: Records;
  /** New records are put here; null where none can be written. */
  readonly newRecords: NewRecords | null;
}

/** Everyone found, one a line, with where they stand and what covers them. */
export function foundList({ standing, records }: NamesToSettle): { lines: string[]; open: FoundPerson[] } {
  const { story, fileText, position } = standing;
  const positionOf = mentionPositions({ text: fileText, position });
  const found = peopleFound(story, records);
  const lines = found.map((one) => `  ${one.name}　${coverWords(one.cover)}　${placesWords(one, positionOf)}`);
  return { lines, open: found.filter(({ cover }) => cover.is === 'undecided') };
}

/** What was settled. */
export interface Settled {
  readonly decisions: readonly NameDecision[];
  /** Who still has to be put into the records. */
  readonly toRecord: readonly string[];
  readonly skipped: readonly string[];
}

function questionOf(person: FoundPerson, { standing, standings, records, newRecords }: NamesToSettle): NameQuestion {
  const { story, fileText, position } = standing;
  const sentences = [...new Set(person.mentions.map((mention) => sentenceOf(story, mention)))];
  const others = decisionsElsewhere(
    standings.map((one) => one.story),
    story,
  );
  return {
    ...{ person, sentences, elsewhere: others.get(person.name) ?? null, writable: newRecords !== null },
    places: placesWords(person, mentionPositions({ text: fileText, position })),
    shared: personsNamed(person.name, records).length > 0,
  };
}

/**
 * Asks about each name that nothing covers. Where the answers handed in come to an end, the rest stays open; who presses
 * Ctrl+C at a terminal (`handedIn` false) stops all: it rejects with `Stopped`.
 */
export async function settleNames(
  open: readonly FoundPerson[],
  names: NamesToSettle,
  asked: Asked,
  handedIn: boolean,
): Promise<Settled> {
  const asking = new NameAsking(asked);
  const settled = { decisions: [] as NameDecision[], toRecord: [] as string[], skipped: [] as string[] };
  asked.tell(CHOICES_EXPLAINED);
  for (const [index, person] of open.entries()) {
    try {
      const answer = await asking.about(questionOf(person, names), `${index + 1}/${open.length}`);
      if (answer.kind === 'decided') settled.decisions.push(answer.decision);
      else if (answer.kind === 'skipped') settled.skipped.push(person.name);
      else if (answer.now && names.newRecords) await recordNow(person.name, names.newRecords, asked);
      else settled.toRecord.push(person.name);
    } catch (error) {
      if (!(error instanceof Stopped) || !handedIn) throw error;
      const done = new Set([...settled.decisions.map(({ name }) => name), ...settled.toRecord, ...settled.skipped]);
      settled.skipped.push(...open.slice(index).flatMap(({ name }) => (done.has(name) ? [] : [name])));
      break;
    }
  }
  return settled;
}

const recordNow = (name: string, records: NewRecords, asked: Asked) =>
  askPerson(name, records, {
    answer: (questions, start) => askAll(questions, {}, start, asked),
    ask: asked.ask,
    tell: asked.tell,
    present: true,
  });
