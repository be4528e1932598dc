import type { Content } from '#domain/programme/programme.ts';
import { type Finding, finding, shown } from '../finding.ts';
import type { ProseReader } from '../prose/prose.ts';

/** The texts that others copy, shortest first. */
const TEXTS = ['short', 'medium', 'long'] as const;

/**
 * What is handed to those who write about the programme: its texts are read as a story is, since they are copied as they
 * stand, and each number is a fact.
 */
export function pressWords(
  { site, document }: Pick<Content, 'site' | 'document'>,
  facts: ReadonlySet<string>,
  readers: () => readonly ProseReader[],
): Finding[] {
  const press = site.press;
  if (!press) return [];
  const words = TEXTS.flatMap((key) => {
    const text = press[key];
    if (text === undefined) return [];
    const block = { part: 'paragraph' as const, text, proved: [], group: null, quoted: false };
    const read = readers().flatMap((reader) => reader({ blocks: [block], date: document.date }));
    return read.map(({ code, severity, what, found, expected, mend }) =>
      finding({ file: 'site.yaml', path: ['press', key], code, severity, what, found, expected, mend }),
    );
  });
  const unknown = (press.facts ?? []).flatMap((id, i) =>
    facts.has(id)
      ? []
      : [
          finding({
            file: 'site.yaml',
            path: ['press', 'facts', i],
            code: 'unknown-fact',
            what: '没有这个编号的事实',
            found: shown(id),
            expected: '一个事实的编号',
            mend: '在网站的“事实”页上查，编号在每个数自己的网址里。',
          }),
        ],
  );
  return [...words, ...unknown];
}
