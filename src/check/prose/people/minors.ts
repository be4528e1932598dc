import { isMinor } from '#domain/people/consent/person.ts';
import { shownName } from '../../text/names/names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range, StoryProse } from '../prose.ts';
import { mayTellWhere, type Sign, type SignKind, signsIn, whereaboutsIn } from './identifying.ts';
import { isAlias, type Passage, passagesIn } from './passages.ts';
import { sentenceNumberAt } from './personal-numbers.ts';
import { type RecordedName, recordedNames, saysAlias, touching } from './records.ts';
import { placeIn, unitsOf } from './units.ts';
import { tellingOf, whoIs } from './who.ts';

/** The signs of school, class and home around a name. */
interface SentenceContext {
  /** In its sentence, in one that goes on about the same person, in the same row of a table. */
  readonly linked: readonly Sign[];
  /** In the sentences before and after, which may be about somebody else. */
  readonly near: readonly Sign[];
}

const GOES_ON = /^[“‘\s]?(?:他|她|孩子|小姑娘|小男孩|小女孩|女孩|男孩|家住|家在|住在|就读|现在|目前|如今|今年|在)/u;

/** Prepares a block: its sentences, and what stands around an offset. Signs are looked for only where a name is. */
function contextsIn(text: string, row: readonly string[]) {
  const sentences = sentencesIn(text);
  const known = new Map<number, Sign[]>();
  const words = (number: number) => sentences[number]?.text ?? '';
  const signs = (number: number): Sign[] => {
    const found = known.get(number) ?? signsIn(words(number));
    known.set(number, found);
    return found;
  };
  const at = (offset: number, name: string): SentenceContext => {
    const number = sentenceNumberAt(sentences, offset);
    const goesOn = (next: number) => GOES_ON.test(words(next)) || words(next).includes(name);
    const beside = [
      { number: number - 1, linked: goesOn(number) && GOES_ON.test(words(number)) },
      { number: number + 1, linked: goesOn(number + 1) },
    ].filter((b) => sentences[b.number] !== undefined);
    return {
      linked: [
        ...signs(number),
        ...beside.filter(({ linked }) => linked).flatMap((b) => signs(b.number)),
        ...row.flatMap(signsIn),
      ],
      near: beside.filter(({ linked }) => !linked).flatMap((b) => signs(b.number)),
    };
  };
  return { sentences: sentences as readonly Range[], at };
}

const has = (signs: readonly Sign[], ...kinds: readonly SignKind[]) => signs.some(({ kind }) => kinds.includes(kind));

type Judged = Pick<ProseFinding, 'severity' | 'code'> & { readonly signs: readonly Sign[] };

/** A child of the records: under the real name one sign is enough, under the 化名 school and class together. */
function judgedRecord({ people, alias }: RecordedName, { linked, near }: SentenceContext): Judged | null {
  if (alias) {
    if (!has(linked, 'school')) return null;
    return { severity: 'error', code: 'alias-identifiable', signs: linked };
  }
  const certain = people.every(isMinor) && has(linked, 'school', 'class', 'home');
  if (certain) return { severity: 'error', code: 'minor-identifiable', signs: linked };
  const all = [...linked, ...near];
  return all.length > 0 ? { severity: 'warning', code: 'minor-identifiable', signs: all } : null;
}

/** Somebody nobody has a record of, who is a child by what the story says; `alias`: it says that the name is made up. */
function judgedChild(passage: Passage, alias: boolean, today: string, namesSchool: () => boolean): Judged | null {
  const texts = tellingOf(passage);
  if (!texts.some(mayTellWhere)) return null;
  const who = whoIs(passage, today);
  if (who.adult || who.child === null) return null;
  const signs = texts.flatMap(whereaboutsIn);
  if (alias) {
    return who.child === 'own' && has(signs, 'school')
      ? { severity: 'error', code: 'alias-identifiable', signs }
      : null;
  }
  if (who.child === 'near' && !has(signs, 'school', 'class')) return null;
  // 五年级学生样例: enough where the story names the school elsewhere.
  const found = signs.every(({ kind }) => kind === 'grade') ? signs.length > 0 && namesSchool() : true;
  return found ? { severity: 'error', code: 'minor-identifiable', signs } : null;
}

const NAMED_SIGN: Readonly<Record<SignKind, string>> = {
  ...{ school: '学校', class: '班级', grade: '年级' },
  ...{ home: '住处', place: '住处' },
};

function findingOf(block: number, range: Range, name: string, { severity, code, signs }: Judged): ProseFinding {
  const told = [...new Set(signs.map(({ kind }) => NAMED_SIGN[kind]))].join('、');
  const alias = code === 'alias-identifiable';
  return {
    block,
    start: range.start,
    end: range.end,
    severity,
    code,
    what: alias ? '用了化名，又写了学校，还是认得出是哪个孩子' : `写了孩子的名字，又写了${told}，认得出是谁`,
    found: `“${shownName(name)}”和${told}写在一起`,
    expected: alias ? '化名旁边不写学校' : `化名，或者只有名字，没有${told}`,
    written: null,
    mend: alias
      ? '去掉学校的名字，班级也去掉，只写“一名小学生”。'
      : `去掉${told}，写“县里的一名小学生”；或者改用化名，并且说明是化名。是大人的，写明是做什么的（老师、校长、家长），或者在记录里登记。`,
  };
}

/**
 * A child's name beside the school, the class or the home: whoever reads it can find the child. Children of the records
 * are known; others are seen by age, grade and the words before a name, and only where these are plain.
 */
export const minors: OwnRule = ({ people, today }) => {
  const recorded = recordedNames(people);
  const readBlock = (source: ProseBlock, block: number, { blocks }: StoryProse): ProseFinding[] => {
    const row = source.part === 'cell' && source.group !== null ? blocks.filter((b) => b.group === source.group) : [];
    if (![source, ...row].some(({ text }) => mayTellWhere(text))) return [];
    const told = new Set<string>();
    const contexts = contextsIn(
      source.text,
      row.map(({ text }) => text),
    );
    const known = recorded(source.text);
    const find = (range: Range, name: string, judge: (context: SentenceContext) => Judged | null): ProseFinding[] => {
      const judged = told.has(name) ? null : judge(contexts.at(range.start, name));
      if (!judged) return [];
      told.add(name);
      return [findingOf(block, range, name, judged)];
    };
    const ofRecords = known
      .filter((found) => found.people.some(isMinor))
      .flatMap((found) => find(found, found.name, (context) => judgedRecord(found, context)));
    return ofRecords;
  };
  return (prose) => {
    const aliases = saysAlias(prose.blocks.map(({ text }) => text));
    const ofRecords = prose.blocks.flatMap((source, block) => readBlock(source, block, prose));
    const recordedAt = prose.blocks.map(({ text }) => touching(recorded(text)));
    const namesSchool = () => prose.blocks.some(({ text }) => has(signsIn(text), 'school'));
    const seen = passagesIn(unitsOf(prose, mayTellWhere)).flatMap((passage) => {
      const [first] = passage.mentions;
      const judged = first && judgedChild(passage, aliases || isAlias(passage), today, namesSchool);
      if (!first || !judged) return [];
      const { block, at } = placeIn(first.unit, first.name.start);
      if (recordedAt[block]?.({ start: at, end: at + passage.name.length })) return [];
      return [findingOf(block, { start: at, end: at + passage.name.length }, passage.name, judged)];
    });
    return [...ofRecords, ...seen];
  };
};
