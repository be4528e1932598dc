import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { dayInChina } from '#format/date.ts';
import { readContent } from '#reader/read-content.ts';
import { type MadeStory, type StoryIngredients, storyMaker } from './made-stories.ts';
import { ownStory } from './story-files.ts';

/** What made content is made from, and where it goes; folders absolute. */
export interface MadeContentOptions {
  /** A content folder that passes its check. */
  readonly source: string;
  /** Emptied first. */
  readonly target: string;
  readonly count: number;
  readonly now: Date;
}

/** A story is made anew so many times at most: far more than any has needed. */
const ROUNDS = 40;
/** People of the made records, who permitted nothing: so many names a finished site is searched for. */
const PEOPLE = 40;

/** What made stories are made from, of a content that has been read. */
function ingredientsOf(content: Content, now: Date): StoryIngredients {
  const facts = [...assemble(content).facts.values()].filter(({ basis }) => basis.kind === 'quoted');
  const clauses = content.clauses.filter(({ role, withheld }) => role === 'item' && !withheld);
  return {
    texts: [...content.clauses.map(({ text }) => text), ...content.stories.map(({ body }) => body.text)],
    projects: content.projects.map(({ id }) => id).sort(),
    places: content.pairings.flatMap(({ city, county, townships }) => [city, county, ...townships]).sort(),
    facts: facts.map(({ id, value, unit }) => ({ id, value: `${value}${unit}` })),
    quotes: clauses.flatMap(({ id, text }) => {
      const words = /\p{Script=Han}[\p{Script=Han}，、]{6,58}\p{Script=Han}/u.exec(text)?.[0];
      return words ? [{ clause: id, words }] : [];
    }),
    today: dayInChina(now.toISOString()),
  };
}

/**
 * Copies a content folder, without its samples and records, and puts made stories beside its own: every one of them
 * passes the check without a word and is let out. One that does not is made anew. Returns them in their order.
 */
export function writeMadeContent({ source, target, count, now }: MadeContentOptions): MadeStory[] {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    if (name !== 'samples' && name !== 'records') cpSync(join(source, name), join(target, name), { recursive: true });
  }
  writePeople(join(target, 'records', 'people'));
  const own = readContent({ dir: target, samples: false, now }).content;
  if (!own) throw new Error('the content does not pass its check');
  const make = storyMaker(ingredientsOf(own, now));
  const made: MadeStory[] = [];
  let open = Array.from({ length: count }, (_, i) => i + 1);
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt === ROUNDS) throw new Error(`${open.length} made stories are not let out by the check`);
    const stories = open.map((number) => make(number, attempt));
    for (const story of stories) write(target, story);
    const out = letOut(target, now);
    made.push(...stories.filter(({ id }) => out.has(id)));
    // What is good already lies aside meanwhile: each round reads only what is new.
    for (const { id } of stories) rmSync(folderOf(target, id), { recursive: true });
    open = open.filter((_, i) => !out.has(stories[i]?.id ?? ''));
  }
  for (const story of made) write(target, story);
  return made.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Changes one word in the body of the first of these stories that the check lets out with it, and writes it.
 * Returns its id.
 */
export function changeOneWord(target: string, stories: readonly MadeStory[], now: Date): string {
  for (const story of stories) {
    const changed = story.blocks.map((block, i) =>
      i === 0 && block.kind === 'text' ? { ...block, words: block.words.replace(/。$/u, '，又记。') } : block,
    );
    write(target, { ...story, blocks: changed });
    if (letOut(target, now).has(story.id)) return story.id;
    write(target, story);
  }
  throw new Error('in no made story could a word be changed');
}

const folderOf = (target: string, id: string) => join(target, 'stories', id);

function write(target: string, story: MadeStory): void {
  mkdirSync(folderOf(target, story.id), { recursive: true });
  writeFileSync(join(folderOf(target, story.id), 'index.mdx'), ownStory(story));
}

/** Ids of the stories that a build would show and that the check says nothing about. */
function letOut(target: string, now: Date): ReadonlySet<string> {
  const { standings, problems } = readContent({ dir: target, samples: false, now });
  const told = new Set(problems.map(storyOf));
  const free = standings.filter(({ holds }) => holds.length === 0).map(({ story }) => story.id);
  return new Set(free.filter((id) => !told.has(id)));
}

const storyOf = ({ file }: Problem): string => /^stories\/([^/]+)\//.exec(file)?.[1] ?? '';

/** Without anybody in the records a finished site would not be searched for names at all. */
function writePeople(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < PEOPLE; i++) {
    const name = `样例${String.fromCodePoint(0x4e00 + i * 97, 0x7000 + i * 89)}`;
    writeFileSync(join(folder, `made-${i + 1}.yaml`), `name: ${name}\nage_band: adult\nrole: 样例\n`);
  }
}
