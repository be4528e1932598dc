import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** The manual of editors. */
export const MANUAL = readFileSync(join(import.meta.dirname, '../../content/README.md'), 'utf8');

/** What stands under a heading of the manual, up to the next one of the same or a higher level. */
export function section(heading: string): string {
  const [level = ''] = /^#+/.exec(heading) ?? [];
  const start = MANUAL.indexOf(`\n${heading}`);
  if (start < 0) throw new Error(`the manual has no heading ${heading}`);
  const rest = MANUAL.slice(start + 1 + heading.length);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The cells of a row, without the spaces around them; a bar in backticks parts nothing. */
const cells = (row: string) => [...row.matchAll(/\|((?:`[^`]*`|[^|`])*)(?=\|)/g)].map(([, cell = '']) => cell.trim());

/** The rows of the tables in a text whose first column is headed so, without their heads. */
export function tableRows(text: string, head: string): string[][] {
  const blocks = text.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  const wanted = blocks.filter(([first = '']) => cells(first)[0] === head);
  return wanted.flatMap((lines) => lines.slice(2).map(cells));
}

/** What stands in backticks. */
export const codesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The blocks of a text in one language. */
export const blocksIn = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

/** The examples that are whole files: YAML that begins with its name, a story after the line that names it. */
export function exampleFiles(): Map<string, string> {
  const data = blocksIn(MANUAL, 'yaml').flatMap((text): [string, string][] => {
    const [, file] = /^# (\S+)\n/.exec(text) ?? [];
    return file ? [[file, text]] : [];
  });
  const stories = [...MANUAL.matchAll(/(stories\/\S+\.mdx)：\n\n```mdx\n([\s\S]*?)^```/gm)];
  return new Map([...data, ...stories.map(([, file = '', text = '']): [string, string] => [file, text])]);
}

/** What the manual says of one component. */
export interface ManualComponent {
  readonly name: string;
  readonly what: string;
  /** Rows of its table: attribute, 是 or 否, words. */
  readonly attributes: readonly string[][];
  readonly examples: readonly string[];
}

export function manualComponents(): ManualComponent[] {
  return [...section('### 稿件里的组件').matchAll(/^#### `(\w+)`　(.*)$/gm)].map(([heading, name = '', what = '']) => {
    const text = section(heading);
    return { name, what, attributes: tableRows(text, '属性'), examples: blocksIn(text, 'mdx') };
  });
}

/** Writes a story into a content folder, with a small picture under every name that its text asks for. */
export async function writeStory(dir: string, id: string, body: string, front = frontOf(id)): Promise<void> {
  const folder = join(dir, 'stories', id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.mdx'), `${front}\n${body}`);
  const names = new Set([...body.matchAll(/(?:src="|!\[[^\]]*\]\()([^")]+)/g)].map(([, name = '']) => name));
  for (const [i, name] of [...names].filter((n) => !n.includes('/')).entries()) {
    const image = sharp({ create: { width: 400, height: 300, channels: 3, background: { r: 40 * i, g: 90, b: 120 } } });
    const bytes = name.endsWith('.png') ? image.png() : image.jpeg();
    writeFileSync(join(folder, name), await bytes.toBuffer());
  }
}

/** The front matter of a story of which only the text matters. */
export const frontOf = (id: string) =>
  `---\nkind: news\ntitle: 例子${id}\nsummary: 手册里的例子\ndate: 2026-11-20\neditor: 样例编辑\nsource: 样例单位\n---\n`;

/** Writes files into a folder, with the folders they lie in. */
export function writeFiles(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
}
