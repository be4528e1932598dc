/** Longest line of path data, and the longest tag that stays on one line. */
const [PATH, TAG] = [110, 140];

/** Path data in lines that begin with a command, none much longer than a screen is wide. */
function pathLines(d: string): string[] {
  const lines = [''];
  for (const command of d.match(/[a-zA-Z][^a-zA-Z]*/g) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + command.length > PATH) lines.push(command);
    else lines[lines.length - 1] = line + command;
  }
  return lines;
}

/** A start tag on one line, or, where it is long, with its path data on lines of its own. */
function tagLines(tag: string, indent: string): string {
  if (indent.length + tag.length <= TAG) return indent + tag;
  return indent + tag.replace(/ d="([^"]*)"/, (_, d: string) => ` d="${pathLines(d).join(`\n${indent}    `)}"`);
}

/**
 * The same SVG with one element a line, indented by depth, so that a change of a figure is read as a change of lines.
 * What stands within `<text>` stays as it is: white space would be drawn there.
 */
export function indented(svg: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const [token, whole] of svg.matchAll(/(<(text|title|desc)\b[^>]*>.*?<\/\2>)|<[^>]*>|[^<]+/gs)) {
    const indent = () => '  '.repeat(depth);
    if (whole !== undefined) lines.push(indent() + whole);
    else if (token.startsWith('</')) {
      depth--;
      lines.push(indent() + token);
    } else if (token.startsWith('<')) {
      lines.push(tagLines(token, indent()));
      if (!token.endsWith('/>')) depth++;
    } else if (token.trim()) lines.push(indent() + token.trim());
  }
  return `${lines.join('\n')}\n`;
}
