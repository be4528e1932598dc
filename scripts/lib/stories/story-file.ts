/** The Markdown of a story file that passed the check: UTF-8 without BOM, line ends `\n`, without its front matter. */
export function bodyOfStory(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n');
  return text.slice(text.indexOf('\n---', 3)).replace(/^\n---[^\n]*\n?/, '');
}
