import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personsNamed } from '#domain/people/bearers.ts';
import { type FoundPerson, peopleFound } from '#domain/people/found-people.ts';
import type { Records } from '#domain/release/records.ts';
import type { NameKind, Story } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { NAME_KIND_WORDS } from '#format/name-words.ts';
import type { Environment } from '#reader/environment.ts';
import { recordsOfStories, type Standing } from '#reader/release/release-stories.ts';
import { act, type Desk, Misused, NotDone } from '../act.ts';
import { type Asked, Stopped } from '../asking/asked.ts';
import { askAll } from '../asking/questions.ts';
import { readAll, standingOf } from '../content.ts';
import { askPerson } from '../records/asked-records.ts';
import { NewRecords, recordsFolder } from '../records/new-records.ts';
import { findingsText, personLine } from '../records/record-report.ts';
import { replaceFile } from '../replace-file.ts';
import { type NameDecision, UnreadFront, withNames } from './front-names.ts';
import { coverWords, mentionPositions, placesWords, sentenceOf } from './mention-words.ts';

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

/** What was said of one name. */
type NameAnswer =
  | { readonly kind: 'decided'; readonly decision: NameDecision }
  /** They have to be put into the records, or are to be at once. */
  | { readonly kind: 'record'; readonly now: boolean }
  | { readonly kind: 'skipped' };

/** A name that has to be decided on, with what whoever decides has to see. */
interface NameQuestion {
  readonly person: FoundPerson;
  /** Where it stands, in words. */
  readonly places: string;
  /** The sentences in which it stands. */
  readonly sentences: readonly string[];
  /** What another story decided about the same name; null: none did. */
  readonly elsewhere: NameDecision | null;
  /** Whether somebody of that name is in the records, who shares it with others. */
  readonly shared: boolean;
  /** Whether a record can be written at once. */
  readonly writable: boolean;
}

const KINDS: readonly NameKind[] = ['recorded', 'public', 'published', 'alias', 'not-a-person'];

/** What each answer means, said once before the first question. */
const CHOICES_EXPLAINED = `每个名字答一个数：
  1 有记录，或者要建记录：写的是他本人，同意书要有
  2 公开的职务：文件里的人，或者现任公职、以公职身份出现，要写出处
  3 别处登过：正式的报刊、网站写过他的名字，这里只提名字，要写出处
  4 化名：名字是编辑换过的
  5 不是人名：书名、店名、地名、普通的词
  直接按回车就用后面写的那个；r 看全部原句；s 这一个先不定。`;

const ASK_SOURCE: Readonly<Partial<Record<NameKind, string>>> = {
  public: '出处：哪里公布的，什么职务',
  published: '出处：哪家登的，哪一天',
};

/** Asks one name after the other; what was typed as a source is offered again for the next one. */
class NameAsking {
  readonly #asked: Asked;
  readonly #lastSources = new Map<NameKind, string>();

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Asks about one name. Rejects with `Stopped` where nobody answers any more. */
  async about(question: NameQuestion, number: string): Promise<NameAnswer> {
    const { person, places, sentences, elsewhere, shared } = question;
    const suggested = elsewhere ? KINDS.indexOf(elsewhere.is) + 1 : 1;
    this.#asked.tell(`\n${number}　${person.name}（${places}）\n    ${sentences[0] ?? ''}`);
    if (shared) this.#asked.tell('    授权记录里有同名的人：写的是他，答 1；是别人，答别的。');
    while (true) {
      const word = NAME_KIND_WORDS[KINDS[suggested - 1] ?? 'recorded'];
      const hint = elsewhere ? `回车＝${suggested} ${word}，别的稿件里这样定的` : `回车＝${suggested}`;
      const typed = (
        await this.#asked.ask(`  1 有记录　2 公职　3 登过　4 化名　5 不是人名（${hint}；r 看原句，s 先不定）\n> `)
      )
        .normalize('NFKC')
        .trim()
        .toLowerCase();
      if (typed === 's') return { kind: 'skipped' };
      if (typed === 'r') {
        this.#asked.tell(sentences.map((sentence) => `    ${sentence}`).join('\n'));
        continue;
      }
      const is = KINDS[(typed === '' ? suggested : Number(typed)) - 1];
      if (is === undefined) this.#asked.tell('  写 1 到 5 里的一个数，或者 r、s。');
      else if (is === 'not-a-person' && person.listed) {
        this.#asked.tell('  稿头的 people、图片的 people 里写了这个名字，它就是人；真不是，先从那里去掉。');
      } else return this.#settled(question, is);
    }
  }

  async #settled({ person, elsewhere, shared, writable }: NameQuestion, is: NameKind): Promise<NameAnswer> {
    const { name } = person;
    if (is === 'recorded') {
      if (shared) return { kind: 'decided', decision: { name, is } };
      return { kind: 'record', now: writable && (await this.#isWritten(name)) };
    }
    const asks = ASK_SOURCE[is];
    if (asks === undefined) return { kind: 'decided', decision: { name, is } };
    const source = await this.#source(asks, is, (elsewhere?.is === is && elsewhere.source) || null);
    return source === null ? { kind: 'skipped' } : { kind: 'decided', decision: { name, is, source } };
  }

  async #isWritten(name: string): Promise<boolean> {
    const typed = await this.#asked.ask(`  授权记录里还没有${name}。写 y 现在就记他，问几句；回车以后再记\n> `);
    return /^\s*(?:y|是|记)/iu.test(typed);
  }

  async #source(asks: string, is: NameKind, before: string | null): Promise<string | null> {
    const offered = before ?? this.#lastSources.get(is) ?? null;
    while (true) {
      const hint = offered === null ? '' : `；回车就用“${offered}”`;
      const typed = (await this.#asked.ask(`  ${asks}${hint}；s 先不定\n> `)).trim();
      if (/^[sS]$/u.test(typed)) return null;
      const source = typed === '' ? offered : typed;
      if (source !== null) {
        this.#lastSources.set(is, source);
        return source;
      }
      this.#asked.tell('  这里不能空着：没有出处的，答 1，请本人授权。');
    }
  }
}

/** Decisions of other stories, by the name as it is printed there. */
function decisionsElsewhere(stories: readonly Story[], own: Story): ReadonlyMap<string, NameDecision> {
  const others = stories.filter(({ id, sample }) => id !== own.id && sample === own.sample);
  return new Map(others.flatMap(({ names = [] }) => names.map((one) => [one.name, one] as const)));
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

/** Reads the story and what is around it. Throws `NotDone` where it cannot be asked about. */
function namesOf(id: string, environment: Environment): NamesToSettle {
  const read = readAll(environment);
  const { standings, records } = read;
  const standing = standingOf(read, id, environment.contentDir, '先改好这些，再来问名字。什么也没有写。');
  const folder = recordsFolder(environment, dayInChina(environment.now.toISOString()));
  const broken = folder.read.problems.some(({ severity }) => severity === 'error');
  const newRecords = broken || standing.sample ? null : new NewRecords(folder);
  return { standing, standings, records: recordsOfStories(records, standing.sample), newRecords };
}

/** Puts the answers into the story, and new people into the records: all of it or nothing. */
function write({ standing, newRecords }: NamesToSettle, { decisions }: Settled, { contentDir }: Environment): void {
  const path = join(contentDir, standing.file);
  const between = () => {
    if (newRecords && newRecords.people.length > 0) newRecords.write();
  };
  try {
    if (decisions.length === 0) between();
    else replaceFile(path, withNames(readFileSync(path, 'utf8'), decisions), { between });
  } catch (error) {
    if (!(error instanceof UnreadFront)) throw error;
    throw new NotDone(
      '没有写：稿头的写法太特别，names 不知道加在哪里。照 content/README.md 的例子，自己在稿头加 names。',
    );
  }
}

/** What was made, and what to do next. */
function report(names: NamesToSettle, settled: Settled, { environment, shown }: Desk): string {
  const { decisions, toRecord, skipped } = settled;
  const { standing, newRecords } = names;
  const { story, file, approvals } = standing;
  const people = newRecords?.people ?? [];
  const made = [
    ...decisions.map(({ name, is, source }) => `  ${name}　${NAME_KIND_WORDS[is]}${source ? `：${source}` : ''}`),
    ...people.map(
      (person) => `  记了${personLine(person)}　${shown(newRecords?.pathOf(`people/${person.id}.yaml`) ?? '')}`,
    ),
  ];
  const place = decisions.length > 0 ? `：${shown(join(environment.contentDir, file))}` : '';
  const next = [
    ...toRecord.map((name) => `记下${name}：npm run new:person -- --name ${name}`),
    ...[...toRecord, ...people.map(({ name, alias }) => name ?? alias ?? '')].map(
      (name) => `收到${name}的授权书：npm run new:consent -- --person ${name}`,
    ),
    ...(skipped.length > 0 ? [`还没有定的：${skipped.join('、')}，再运行一次 npm run people -- ${story.id}`] : []),
    ...(decisions.length > 0 && approvals.length > 0
      ? [`稿头改了，签过的要看一眼再签：npm run review -- ${story.id} --since`]
      : []),
    '检查一遍：npm run check',
  ];
  const head = made.length > 0 ? `\n■ 写好了${place}\n${made.join('\n')}` : '\n■ 什么也没有写。';
  return `${head}\n下一步\n${next.map((line) => `  ${line}`).join('\n')}`;
}

/** Lists everyone named in a story with what covers them; asks about the rest and writes the answers down. */
export const people = act({
  name: 'people',
  values: [],
  switches: ['list'],
  others: 1,
  undone: '',
  stopped: '停下了，什么也没有写。',
  failed: '没有写成',
  untouched: '稿件和记录都没有动。',
  run: async ({ others: [id], switches }, desk) => {
    if (id === undefined) throw new Misused('要写一个稿件id：它就是稿件文件夹的名字。');
    const names = namesOf(id, desk.environment);
    const { lines, open } = foundList(names);
    if (lines.length === 0) return '稿件里没有找到人的名字。';
    desk.say(`《${names.standing.story.title}》提到${lines.length}个名字\n${lines.join('\n')}`);
    if (open.length === 0) return '\n■ 都定好了，没有要问的。';
    desk.say(`\n还有${open.length}个没有定。`);
    const settled = switches.has('list')
      ? null
      : await desk.withAsked((asked, handedIn) => settleNames(open, names, asked, handedIn));
    if (settled === null) return `下一步\n  一个一个定：npm run people -- ${id}`;
    const wrong = names.newRecords?.findings().filter(({ severity }) => severity === 'error') ?? [];
    if (wrong.length > 0) throw new NotDone(`${findingsText(wrong)}\n什么也没有写。`);
    write(names, settled, desk.environment);
    return report(names, settled, desk);
  },
});
