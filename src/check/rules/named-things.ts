import type { Referred } from '#domain/plan/reference.ts';
import { editDistance, listed, nearest } from '#domain/search/nearest.ts';
import type { Draft } from './draft.ts';
import { usualExecutors } from './pairing-roles.ts';

/** A thing of the content that others name by its id. */
export interface Named {
  readonly id: string;
  /** As it is called, the usual name first; empty where nobody knows. */
  readonly names: readonly string[];
}

/** What someone meant who wrote a word where an id belongs. */
interface Meant {
  readonly id: string;
  /** How it was found: by a name as written, by one that is near, by an id that is near. */
  readonly by: 'name' | 'near-name' | 'id';
  /** The name by which it was found, or its usual one; empty where it has none. */
  readonly name: string;
}

const isHan = (word: string) => /\p{Script=Han}/u.test(word);

/** The one thing of which some name passes; null where several do. */
function only(known: readonly Named[], passes: (name: string) => boolean): Meant | null {
  const found = known.filter(({ names }) => names.some(passes));
  const [first] = found;
  if (!first || found.length > 1) return null;
  return { id: first.id, by: 'near-name', name: first.names[0] ?? '' };
}

/** The thing whose name differs by the fewest characters, at most one of three. */
function nearestName(word: string, known: readonly Named[]): Meant | null {
  const most = Math.max(1, Math.floor([...word].length / 3));
  const all = known.flatMap(({ id, names }) => names.map((name) => ({ id, name, far: editDistance(word, name) })));
  const [first, second] = all.filter(({ far }) => far <= most).toSorted((a, b) => a.far - b.far);
  if (!first || (second && second.far === first.far && second.id !== first.id)) return null;
  return { id: first.id, by: 'near-name', name: first.name };
}

/** What was meant by a word that is no known id: by its name, a part of its name, a name or an id with a slip. */
export function meantId(word: string, known: readonly Named[]): Meant | null {
  const wanted = word.trim();
  const usual = (id: string) => known.find((one) => one.id === id)?.names[0] ?? '';
  const named = known.find(({ names }) => names.includes(wanted));
  if (named) return { id: named.id, by: 'name', name: wanted };
  if (isHan(wanted)) {
    const long = [...wanted].length > 1;
    return (
      (long ? only(known, (name) => name.startsWith(wanted) || (name.length > 1 && wanted.startsWith(name))) : null) ??
      (long ? only(known, (name) => name.includes(wanted) || (name.length > 1 && wanted.includes(name))) : null) ??
      nearestName(wanted, known)
    );
  }
  const plain = wanted.toLowerCase().replaceAll(/[\s_.]+/gu, '-');
  const id = nearest(
    plain,
    known.map((one) => one.id),
  );
  return id === null ? null : { id, by: 'id', name: usual(id) };
}

/** Ids with their names, as many as a sentence holds. */
const shownIds = (known: readonly Named[]) =>
  listed(
    known.map(({ id, names }) => (names[0] ? `${id}（${names[0]}）` : id)),
    12,
  );

/** How to mend a word where an id belongs; `otherwise` where nothing near is known. */
export function idMend(word: string, known: readonly Named[], otherwise?: string): string {
  const meant = meantId(word, known);
  switch (meant?.by) {
    case 'name':
      return `“${meant.name}”在这里写它的 id：${meant.id}。`;
    case 'near-name':
      return `“${word.trim()}”多半是“${meant.name}”，在这里写它的 id：${meant.id}。`;
    case 'id':
      return `是不是想写“${meant.id}”${meant.name ? `（${meant.name}）` : ''}？`;
    default:
      return otherwise ?? `能写的有：${shownIds(known)}。`;
  }
}

/** Several that were meant to be a list, parted by the marks of a sentence. */
function asList(word: string, known: readonly Named[]): string | null {
  const ids = word
    .split(/[，、；;]/u)
    .map((part) => known.find(({ id, names }) => id === part.trim() || names.includes(part.trim()))?.id);
  return ids.length > 1 && ids.every((id) => id !== undefined) ? ids.join(', ') : null;
}

/** The words of a finding about something that stands where an id belongs, and has no form of one. */
export function notAnId(word: string, known: readonly Named[]): { what: string; expected: string; mend: string } {
  const list = asList(word, known);
  if (list !== null)
    return {
      what: '列表里的逗号不是英文的',
      expected: '用英文逗号隔开的 id',
      mend: `写成 [${list}]：逗号用英文的，后面空一格。`,
    };
  return {
    what: isHan(word) ? '这里写 id，不写名字' : 'id 的写法不对',
    expected: meantId(word, known)?.id ?? '已经有的 id 里的一个',
    mend: idMend(word, known),
  };
}

/** Everything that can be named by its id, by kind, with what it is called; of a file that could not be read, what is known. */
export type NamedThings = Readonly<Record<Referred, readonly Named[]>>;

/** The ids and names of a content folder. */
export function namedThings(draft: Draft): NamedThings {
  const placeNames = new Map(
    draft.places.map(({ id, name, name_today: today, former_names: former = [], other_spellings: others = [] }) => [
      id,
      [name, ...(today ? [today] : []), ...former, ...others.map(({ text }) => text)],
    ]),
  );
  const place = [...(draft.knownPlaces?.keys() ?? [])].map((id) => ({ id, names: placeNames.get(id) ?? [] }));
  const lines = draft.projects.flatMap((project) => project.lines);
  const lineNames = new Map(lines.map(({ id, short, title }) => [id, [short, title]]));
  const own = draft.site?.own_level;
  const executors = usualExecutors(draft);
  return {
    place,
    project: draft.projects.map(({ id, short, title, aliases = [], lines: own }) => ({
      id,
      names: [short, title, ...aliases, ...own.flatMap((line) => [line.short, line.title])],
    })),
    department: [...(draft.knownDepartments ?? [])].map(([id, name]) => ({ id, names: name ? [name] : [] })),
    line: [...(draft.knownLines ?? [])].map((id) => ({ id, names: lineNames.get(id) ?? [] })),
    executor: [
      ...(own ? [{ id: own.id, names: [own.name] }] : []),
      ...place.filter(({ id }) => executors.has(id) && id !== own?.id),
    ],
  };
}
