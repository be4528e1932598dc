import { describe, expect, it } from 'vitest';
import { builtSites } from './built-site.ts';
import { attribute, elements, fileBehind, readPage, readText, tag, textOf } from './pages.ts';

const { production, based } = await builtSites('production', 'based');

describe('the page for those who write about the programme', () => {
  const page = readPage(production, '/media/');
  const fields = new Map(
    elements(page.root, tag('textarea')).map((field) => [attribute(field, 'id') ?? '', textOf(field)]),
  );

  it('says what the programme is in 50, 150 and 400 characters, as it is to be copied', () => {
    for (const [id, most] of [
      ['text-short', 50],
      ['text-medium', 150],
      ['text-long', 400],
    ] as const) {
      const text = fields.get(id) ?? '';
      expect([id, text.length > most / 3, text.length <= most]).toEqual([id, true, true]);
    }
  });

  it('gives ten numbers, each with a sentence that names its source, its address and the data release that holds it', () => {
    const numbers = [...fields].filter(([id]) => id.startsWith('fact-'));
    expect(numbers).toHaveLength(10);
    for (const [id, text] of numbers) {
      expect(text).toMatch(
        /[^。]（.*湘青援藏，https:\/\/xiangqing\.example\.invalid\/facts\/[a-z0-9-]+\/(?:，数据版本\d{4}-\d\d-\d\d)?）。$/,
      );
      expect(fileBehind(production, `/facts/${id.slice('fact-'.length)}/`)).not.toBeNull();
    }
  });

  it('leads to files that are there, the cloth in the colours of the site among them', () => {
    for (const site of [production, based]) {
      const links = elements(readPage(site, '/media/').root, tag('a')).map((a) => attribute(a, 'href') ?? '');
      const cloth = links.find((href) => href.endsWith('/media/cloth.svg')) ?? '';
      expect(fileBehind(site, cloth)).not.toBeNull();
    }
    expect(readText(production, '/media/cloth.svg').match(/<rect/g)).toHaveLength(28);
  });

  it('is found from the foot of every page', () => {
    const foot = elements(readPage(production, '/plan/').root, tag('footer')).flatMap((e) => elements(e, tag('a')));
    expect(foot.map((a) => attribute(a, 'href'))).toContain('/media/');
  });
});
