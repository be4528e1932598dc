/** What makes a document no well-formed XML, in words, or null: a strict reader for the SVG that charts write. */
export function notWellFormed(xml: string): string | null {
  const open: string[] = [];
  let roots = 0;
  for (const [token] of xml.trim().matchAll(/<[^>]*>|[^<]+|</g)) {
    if (!token.startsWith('<')) {
      if (open.length === 0 && token.trim()) return `text outside the root: ${token}`;
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(token)) return `unknown entity in: ${token}`;
      continue;
    }
    const end = /^<\/([\w:-]+)\s*>$/.exec(token);
    if (end) {
      const begun = open.pop();
      if (begun !== end[1]) return `</${end[1]}> closes <${begun}>`;
      continue;
    }
    const start = /^<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(token);
    if (!start) return `not a tag: ${token}`;
    const names = Array.from((start[2] ?? '').matchAll(/\s([\w:-]+)="([^"]*)"/g));
    if (new Set(names.map((m) => m[1])).size < names.length) return `an attribute twice: ${token}`;
    if (names.some((m) => /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(m[2] ?? ''))) return `unknown entity in: ${token}`;
    if (open.length === 0 && ++roots > 1) return `a second root: ${token}`;
    if (!start[3]) open.push(start[1] ?? '');
  }
  return open.length ? `never closed: ${open.join(', ')}` : null;
}
