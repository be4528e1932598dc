import type { Programme } from '#domain/programme/programme.ts';
import { editDistance } from '#domain/search/nearest.ts';
import { literal } from '../counts/scope.ts';
import type { Range } from '../prose.ts';
import { normalTitle } from './document-itself-words.ts';

/** A title that is nearly the document's own. */
export interface WrongTitle extends Range {
  readonly right: string;
  readonly severity: 'error' | 'warning';
}

/** Titles in 《》, the outer and the inner ones. */
function titlesIn(text: string): Range[] {
  const [open, found]: [number[], Range[]] = [[], []];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') open.push(i);
    if (text[i] !== '》') continue;
    const start = open.pop();
    if (start !== undefined && i - start < 160) found.push({ start, end: i + 1 });
  }
  return found;
}

/** Whether a text's letters all stand in a longer one, in order: something was left out, nothing changed. */
function isShortened(text: string, whole: string): boolean {
  let at = -1;
  return [...text].every((letter) => {
    at = whole.indexOf(letter, at + 1);
    return at >= 0;
  });
}

const oneLine = (title: string) => title.replaceAll(/\s+/g, '');

/** Titles of a text that are nearly but not exactly the title of the notice or of its plan. */
export function wrongTitles({ document, tables, clauses }: Programme) {
  const own = [document.plan_title, document.title].map((title) => ({
    title: oneLine(title),
    plain: normalTitle(title),
  }));
  const others = [...tables.map((t) => t.title), ...clauses.filter((c) => c.role === 'title').map((c) => c.text)];
  const known = [...own.map((o) => o.plain), ...others.map(normalTitle)];
  const range = /(?<from>\d{4})年?[—–―－~～至到-]+(?<to>\d{4})/u;
  const [, tail = ''] = document.plan_title.split(range.exec(document.plan_title)?.[0] ?? '\n');
  // Without 《》 the title is known by what follows its years.
  const bare =
    tail.length > 5 ? new RegExp(`(?<years>\\d{4}年?[—–―－~～至到-]+\\d{4})${literal(tail.slice(0, 6))}`, 'gu') : null;
  const years = (text: string) => (range.exec(text)?.slice(1, 3) ?? []).join('-');

  function inBrackets(text: string): WrongTitle[] {
    return titlesIn(text).flatMap(({ start, end }): WrongTitle[] => {
      const title = normalTitle(text.slice(start + 1, end - 1));
      if (title.length < 10 || known.some((k) => k.includes(title))) return [];
      const scored = own.map((o) => ({ ...o, distance: editDistance(title, o.plain) }));
      const [best] = scored.toSorted((a, b) => a.distance - b.distance);
      if (!best || best.distance > Math.max(2, Math.floor(best.plain.length * 0.15))) return [];
      if (others.some((other) => editDistance(title, normalTitle(other)) < best.distance)) return [];
      // The wrong letters stand in the inner title: it is told there.
      const inner = titlesIn(text).some((t) => t.start > start && t.end < end);
      if (inner && best.plain !== own[1]?.plain) return [];
      return [{ start, end, right: best.title, severity: isShortened(title, best.plain) ? 'warning' : 'error' }];
    });
  }

  return (text: string): WrongTitle[] => {
    const found = inBrackets(text);
    const innermost = found.filter((f) => !found.some((o) => o !== f && o.start >= f.start && o.end <= f.end));
    const narrow = text.replaceAll(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    const plain = bare ? [...narrow.matchAll(bare)] : [];
    return [
      ...innermost,
      ...plain.flatMap(({ index, groups }): WrongTitle[] => {
        const words = groups?.['years'] ?? '';
        const told = innermost.some((f) => f.start <= index && index < f.end);
        if (told || years(words) === years(document.plan_title)) return [];
        return [{ start: index, end: index + words.length, right: oneLine(document.plan_title), severity: 'error' }];
      }),
    ];
  };
}
