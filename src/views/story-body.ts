import storyModule from 'virtual:story-bodies';

/** The compiled Markdown of a story and its headings; the page hands the components in. Throws where there is none. */
export async function storyBody(id: string) {
  const body = await storyModule(id);
  if (!body) throw new Error(`没有稿件 ${id}`);
  return { Content: body.Content, headings: body.getHeadings() };
}
