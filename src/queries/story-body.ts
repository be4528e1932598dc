import { getEntry, render } from 'astro:content';

/** The compiled Markdown of a story and its headings; the page hands the components in. Throws where there is none. */
export async function storyBody(id: string) {
  const entry = await getEntry('stories', id);
  if (!entry) throw new Error(`没有稿件 ${id}`);
  const { Content, headings } = await render(entry);
  return { Content, headings: headings.map(({ depth, slug, text }) => ({ depth, slug, text })) };
}
