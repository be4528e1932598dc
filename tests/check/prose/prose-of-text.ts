import type { ProseBlock, StoryProse } from '#check/prose/prose.ts';

/**
 * A story of a text as an editor writes it: paragraphs between empty lines, lists, tables; a line's end within a
 * paragraph is none, as in the page.
 */
export function proseOfText(text: string): StoryProse {
  const blocks: ProseBlock[] = [];
  let group = 0;
  const add = (part: ProseBlock['part'], words: string, own: number | null = null) =>
    blocks.push({ part, text: words.trim(), proved: [], group: own, quoted: false });
  for (const paragraph of text.split(/\n\s*\n/)) {
    const lines = paragraph.split('\n');
    if (lines.every((line) => line.startsWith('|'))) {
      for (const line of lines.filter((row) => !/^[-| :]+$/.test(row))) {
        group++;
        for (const cell of line.split('|').slice(1, -1)) add('cell', cell, group);
      }
    } else if (lines.every((line) => /^(?:[-*]|\d+\.) /.test(line))) {
      group++;
      for (const line of lines) add('item', line.replace(/^(?:[-*]|\d+\.) /, ''), group);
    } else add('paragraph', paragraph.replaceAll('**', '').replaceAll('\n', ''));
  }
  return { blocks, date: '2026-11-01' };
}
