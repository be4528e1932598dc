import { isMinor } from '../../consent/person.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range, StoryProse } from '../prose.ts';
import { childhoodOf } from './minors-child.ts';
import { contextsIn, type SentenceContext } from './minors-context.ts';
import { mayTellWhere, type Sign, type SignKind } from './minors-signs.ts';
import { maskedName, namesIn } from './personal-names.ts';
import { type RecordedName, recordedNames, saysAlias, touching } from './personal-records.ts';

const has = (signs: readonly Sign[], ...kinds: readonly SignKind[]) => signs.some(({ kind }) => kinds.includes(kind));

type Judged = Pick<ProseFinding, 'severity' | 'code'> & { readonly signs: readonly Sign[] };

/** A child of the records: under the real name one sign is enough, under the 化名 school and class together. */
function judgedRecord({ people, alias }: RecordedName, { linked, near }: SentenceContext): Judged | null {
  if (alias) {
    if (!has(linked, 'school') || !has(linked, 'class')) return null;
    return { severity: 'warning', code: 'alias-identifiable', signs: linked };
  }
  const certain = people.every(isMinor) && has(linked, 'school', 'class', 'home');
  if (certain) return { severity: 'error', code: 'minor-identifiable', signs: linked };
  const all = [...linked, ...near];
  return all.length > 0 ? { severity: 'warning', code: 'minor-identifiable', signs: all } : null;
}

/** Somebody nobody has a record of, who is a child by the words of the sentence. */
function judgedChild(childhood: 'certain' | 'likely', { linked }: SentenceContext): Judged | null {
  if (linked.length === 0) return null;
  const severity = childhood === 'certain' && has(linked, 'class', 'home') ? 'error' : 'warning';
  if (childhood === 'likely' && !has(linked, 'school', 'class', 'home')) return null;
  return { severity, code: 'minor-identifiable', signs: linked };
}

const NAMED_SIGN: Readonly<Record<SignKind, string>> = { school: '学校', class: '班级', home: '住处', place: '住处' };

function findingOf(block: number, range: Range, name: string, { severity, code, signs }: Judged): ProseFinding {
  const told = [...new Set(signs.map(({ kind }) => NAMED_SIGN[kind]))].join('、');
  const alias = code === 'alias-identifiable';
  return {
    block,
    start: range.start,
    end: range.end,
    severity,
    code,
    what: alias ? '用了化名，学校和班级合起来还是认得出是哪个孩子' : `写了孩子的名字，又写了${told}，认得出是谁`,
    found: `“${maskedName(name)}”和${told}写在一起`,
    expected: alias ? '化名旁边不同时写学校和班级' : `化名，或者只有名字，没有${told}`,
    written: null,
    mend: alias
      ? '去掉班级，最好学校也去掉，只写“一名小学生”。'
      : `去掉${told}，写“县里的一名小学生”；或者改用化名，并且说明是化名。`,
  };
}

/**
 * A child's name beside the school, the class or the home: whoever reads it can find the child. Children of the records
 * are known; others are seen by age, grade and the words before a name, and only where these are plain.
 */
export const minors: OwnRule = ({ people }) => {
  const recorded = recordedNames(people);
  const readBlock = (source: ProseBlock, block: number, { blocks }: StoryProse, aliases: boolean): ProseFinding[] => {
    const row = source.part === 'cell' && source.group !== null ? blocks.filter((b) => b.group === source.group) : [];
    if (![source, ...row].some(({ text }) => mayTellWhere(text))) return [];
    const told = new Set<string>();
    const contexts = contextsIn(
      source.text,
      row.map(({ text }) => text),
    );
    const known = recorded(source.text);
    const taken = touching(known);
    const find = (range: Range, name: string, judge: (context: SentenceContext) => Judged | null): ProseFinding[] => {
      const judged = told.has(name) ? null : judge(contexts.at(range.start, name));
      if (!judged) return [];
      told.add(name);
      return [findingOf(block, range, name, judged)];
    };
    const ofRecords = known
      .filter((found) => found.people.some(isMinor))
      .flatMap((found) => find(found, found.name, (context) => judgedRecord(found, context)));
    if (aliases || source.text.includes('化名')) return ofRecords;
    const seen = contexts.sentences.flatMap(({ start, end }) => {
      const sentence = source.text.slice(start, end);
      return namesIn(sentence).flatMap((person): ProseFinding[] => {
        const childhood = childhoodOf(person, sentence);
        const range = { start: person.start + start, end: person.end + start };
        if (!childhood || taken(range)) return [];
        return find(range, person.name, (context) => judgedChild(childhood, context));
      });
    });
    return [...ofRecords, ...seen];
  };
  return (prose) => {
    const aliases = saysAlias(prose.blocks.map(({ text }) => text));
    return prose.blocks.flatMap((source, block) => readBlock(source, block, prose, aliases));
  };
};
