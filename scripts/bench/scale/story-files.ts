import { stringify } from 'yaml';
import type { MadeBlock, MadeStory } from './made-stories.ts';

/** A made story as the file of this site: explained things need no review as long as they name nobody. */
export function ownStory({ title, summary, date, projects, places, blocks }: MadeStory): string {
  const lists = { ...(projects.length > 0 && { projects }), ...(places.length > 0 && { places }) };
  const front = { kind: 'explainer', title, summary, date, ...lists, editor: '样例编辑', source: '样例单位' };
  return file(front, blocks, {
    fact: (words, { id }) => `${words}<Num fact="${id}"/>。`,
    quote: ({ clause, words }) => `<Quote clause="${clause}">\n\n“${words}”\n\n</Quote>`,
  });
}

/** The same as plain Markdown, which MDX reads too, with the front matter of Starlight: values and quotations written out. */
export function plainStory({ title, summary, date, blocks }: MadeStory): string {
  return file({ title, description: summary, lastUpdated: date }, blocks, {
    fact: (words, { value }) => `${words}${value}。`,
    quote: ({ words }) => `> “${words}”`,
  });
}

/** How what is not plain text is written. */
interface Writing {
  readonly fact: (words: string, fact: Extract<MadeBlock, { kind: 'fact' }>['fact']) => string;
  readonly quote: (quote: Extract<MadeBlock, { kind: 'quote' }>['quote']) => string;
}

function file(front: object, blocks: readonly MadeBlock[], writing: Writing): string {
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${blocks.map((block) => blockText(block, writing)).join('\n\n')}\n`;
}

function blockText(block: MadeBlock, writing: Writing): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.words}`;
    case 'text':
      return block.words;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'fact':
      return writing.fact(block.words, block.fact);
    case 'quote':
      return writing.quote(block.quote);
  }
}
