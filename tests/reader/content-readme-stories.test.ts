import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type ComponentSpec, STORY_COMPONENT_NAMES, STORY_COMPONENTS } from '#domain/stories/components.ts';
import { coverSchema, pictureSchema } from '#domain/stories/picture.ts';
import { profileSchema } from '#domain/stories/profile.ts';
import { storySchema } from '#domain/stories/story.ts';
import { readContent } from '#reader/read-content.ts';
import { mutatedContent, NOW } from './mutation.ts';
import { codesIn, frontOf, manualComponents, section, tableRows, writeStory } from './readme-examples.ts';

const FRONT = section('### stories/<稿件id>/index.mdx　稿件');
const TEXT = section('### 稿件的正文：Markdown');

/** The keys of a schema, each with 是 where it must be written. */
const keysOf = (schema: z.ZodObject) =>
  Object.entries(schema.shape).map(([key, value]) => [key, value.safeParse(undefined).success ? '否' : '是']);
/** Keys as the tables of the manual have them. */
const keysIn = (rows: readonly string[][]) => rows.map(([key = '', needed]) => [codesIn(key)[0], needed]);

describe('what content/README.md says of the front matter', () => {
  const rows = tableRows(FRONT, '键');

  test('is a line for every key of a story, of its cover and of its profile, in order, each marked as needed or not', () => {
    expect(keysIn(rows)).toEqual([...keysOf(storySchema), ...keysOf(coverSchema), ...keysOf(profileSchema)]);
  });

  test('names the keys inside names, corrections and accept', () => {
    for (const key of ['names', 'corrections', 'accept'] as const) {
      const inside = Object.keys(storySchema.shape[key].unwrap().element.shape);
      const [, , words = ''] = rows.find(([name = '']) => codesIn(name)[0] === key) ?? [];
      expect([key, inside.filter((name) => !codesIn(words).includes(name))]).toEqual([key, []]);
    }
  });

  test('gives examples that the schema takes', () => {
    const examples = rows.flatMap(([key = '', , , example = '']) => {
      const [name = '', value] = [codesIn(key)[0], codesIn(example)[0]];
      return value === undefined ? [] : [[name, value] as const];
    });
    expect(examples.length).toBeGreaterThan(12);
    const schemas = storySchema.shape as Readonly<Record<string, z.ZodType>>;
    const read = (text: string) =>
      /^-?\d+$/.test(text) ? Number(text) : text.startsWith('[') ? text.slice(1, -1).split(', ') : text;
    expect(examples.filter(([key, value]) => !schemas[key]?.safeParse(read(value)).success)).toEqual([]);
  });

  test('names every choice of a key that has choices', () => {
    const { focus, form } = coverSchema.shape;
    const kinds = [...storySchema.shape.kind.options, ...[focus, form].flatMap((key) => key.unwrap().options)];
    expect(kinds.filter((kind) => !codesIn(FRONT).includes(kind))).toEqual([]);
  });
});

describe('what content/README.md says of the components', () => {
  const components = manualComponents();

  test('is a section for each, under its name and what it is for', () => {
    expect(components.map(({ name, what }) => [name, what])).toEqual(
      STORY_COMPONENT_NAMES.map((name) => [name, STORY_COMPONENTS[name].what]),
    );
  });

  test.each(components)(
    'is a line for every attribute of $name, marked as needed or not, with its choices',
    ({ name, attributes }) => {
      const specs = Object.entries(
        (STORY_COMPONENTS as Readonly<Record<string, ComponentSpec>>)[name]?.attributes ?? {},
      );
      expect(keysIn(attributes)).toEqual(specs.map(([key, { required }]) => [key, required ? '是' : '否']));
      for (const [i, [, { choices = [] }]] of specs.entries()) {
        expect(codesIn(attributes[i]?.[2] ?? '').filter((word) => choices.includes(word))).toEqual([...choices]);
      }
    },
  );

  test.each(components)('shows $name with every attribute it has', ({ name, attributes, examples }) => {
    const written =
      examples
        .join('')
        .match(new RegExp(`<${name}\\b[^>]*`, 'g'))
        ?.join('') ?? '';
    expect(keysIn(attributes).filter(([key]) => !written.includes(` ${key}="`))).toEqual([]);
  });

  test('does not differ from what the picture of a cover needs, but for how wide a photo stands', () => {
    const photo = keysIn(components.find(({ name }) => name === 'Photo')?.attributes ?? []);
    expect([...keysOf(pictureSchema), ['form', '否']]).toEqual(photo);
  });
});

describe('what content/README.md tells editors to write', () => {
  let dir = '';
  beforeEach(() => {
    dir = mutatedContent([]);
    rmSync(`${dir}/stories`, { recursive: true, force: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** What the check says of the stories: file and code. */
  const told = () =>
    readContent({ dir, samples: false, now: NOW })
      .problems.filter((p) => p.file.startsWith('stories/'))
      .map((p) => ({ ...p, id: p.file.split('/')[1] }));

  test('passes the check: every example of a component, as it stands', async () => {
    for (const { name, examples } of manualComponents()) {
      for (const [i, body] of examples.entries()) {
        const id = `${name.toLowerCase()}-${i}`;
        // The people of the examples are nobody, which the front matter says as it would of a 化名.
        const named = ['样例甲', '样例乙', '样例丙'].filter((one) => body.includes(one));
        const names = named.map((one) => `  - { name: ${one}, is: alias }\n`);
        const front = frontOf(id).replace(/---\n$/, names.length > 0 ? `names:\n${names.join('')}---\n` : '---\n');
        await writeStory(dir, id, body, front);
      }
    }
    expect(told().map((p) => `${p.file}:${p.line} ${p.message}`)).toEqual([]);
  });

  const forbidden = tableRows(TEXT, '写了').map(([wrong = '', right = '']) => ({
    wrong: codesIn(wrong)[0] ?? '',
    right: /^`[^`]+`$/.test(right) ? codesIn(right)[0] : undefined,
  }));

  test('and names what is forbidden, with what to write instead: the one is an error, the other is not', async () => {
    expect(forbidden.length).toBeGreaterThan(15);
    for (const [i, { wrong, right = '一句话。' }] of forbidden.entries()) {
      await writeStory(dir, `wrong-${i}`, `一段话。\n\n${wrong}\n\n又一段话。\n`);
      await writeStory(dir, `right-${i}`, `一段话。\n\n${right}\n\n又一段话。\n`);
    }
    const problems = told();
    const refused = new Set(problems.filter((p) => p.severity === 'error').map((p) => p.id));
    expect(forbidden.filter((_, i) => !refused.has(`wrong-${i}`)).map(({ wrong }) => wrong)).toEqual([]);
    expect(problems.filter((p) => p.id?.startsWith('right')).map((p) => p.message)).toEqual([]);
  });

  test('lets ordinary Chinese sentences stand as they are', async () => {
    const line = TEXT.split('\n').find((words) => words.startsWith('中文的标点')) ?? '';
    const sentences = codesIn(line);
    expect(sentences.length).toBeGreaterThan(6);
    await writeStory(dir, 'plain', sentences.join('\n\n'));
    expect(told()).toEqual([]);
  });
});

test('content/README.md lists the code of every kind of mistake that reading a story may tell', () => {
  const folder = join(import.meta.dirname, '../../src/check/prose');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const told = [
    ...source.matchAll(/\bcode: (?:[\w.' =]+\? )?'(?<code>[a-z-]+)'(?: : '(?<other>[a-z-]+)')?/g),
    ...source.matchAll(/\b(?:told|tell)\(\s*(?:\w+\(text\), )?'(?<code>[a-z-]+)'/g),
  ].flatMap(({ groups }) => [groups?.['code'], groups?.['other']].filter((code) => code !== undefined));
  const listed = codesIn(tableRows(section('### 检查会读正文'), '关于什么').flat().join());
  expect(told.length).toBeGreaterThan(70);
  expect([...new Set(told)].filter((code) => !listed.includes(code))).toEqual([]);
  // Two of the codes stand in the source only as the end of a choice.
  const known = new Set([...told, ...(source.match(/'[a-z]+(?:-[a-z]+)+'/g)?.map((code) => code.slice(1, -1)) ?? [])]);
  expect(listed.filter((code) => /-/.test(code) && !known.has(code))).toEqual([]);
});
