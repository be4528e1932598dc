import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { builtSites } from './built-site.ts';
import { attribute, type Element, elements, pagesOf, type SitePage, tag, textOf } from './pages.ts';

const sites = await builtSites('production', 'samples');
const pages = [...pagesOf(sites.production), ...pagesOf(sites.samples)];

/** The policy of a page by directive. */
function policyOf(page: SitePage): Map<string, string[]> {
  const metas = elements(page.root, (e) => attribute(e, 'http-equiv')?.toLowerCase() === 'content-security-policy');
  expect([page.path, metas.length]).toEqual([page.path, 1]);
  const text = attribute(metas[0] ?? elements(page.root)[0]!, 'content') ?? '';
  const directives = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.filter(([name]) => name).map(([name = '', ...values]) => [name, values]));
}

/** What a browser does not run, whatever the policy says. */
const isData = (element: Element) => attribute(element, 'type') === 'application/ld+json';

const failing = (wrong: (page: SitePage) => unknown) => pages.filter(wrong).map((page) => page.path);

describe('every page', () => {
  it('carries a policy that allows nothing by default and only the own origin where needed', () => {
    for (const page of pages) {
      const policy = policyOf(page);
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('img-src')).toEqual(["'self'", 'data:']);
      for (const name of ['font-src', 'connect-src', 'form-action']) expect(policy.get(name)).toEqual(["'self'"]);
    }
  });

  it('allows scripts and styles of the own origin or by their hash, never unsafe ones', () => {
    for (const page of pages) {
      const policy = policyOf(page);
      for (const name of ['script-src', 'style-src']) {
        const values = policy.get(name) ?? [];
        expect(values.length).toBeGreaterThan(0);
        const strange = values.filter((v) => v !== "'self'" && !/^'sha(256|384|512)-[\w+/=]+'$/.test(v));
        // The search engine is compiled there and nowhere else.
        const engine = name === 'script-src' && page.path === '/search/' ? ["'wasm-unsafe-eval'"] : [];
        expect([page.path, strange]).toEqual([page.path, engine]);
      }
    }
    expect(failing((page) => /(?<!wasm-)unsafe-(inline|eval|hashes)/.test(page.html))).toEqual([]);
  });

  it('leaves out what a meta policy cannot say: frame-ancestors, report-uri, sandbox', () => {
    const deaf = ['frame-ancestors', 'report-uri', 'sandbox'];
    expect(failing((page) => deaf.some((name) => policyOf(page).has(name)))).toEqual([]);
  });

  it('states the policy before the first style and the first script', () => {
    const late = failing((page) => {
      const order = elements(page.root, (e) => ['style', 'script', 'meta'].includes(e.tagName) && !isData(e));
      const policy = order.findIndex((e) => attribute(e, 'http-equiv') !== null);
      return order.findIndex((e) => e.tagName !== 'meta') < policy;
    });
    expect(late).toEqual([]);
  });

  it('holds only inline styles and scripts whose hash the policy knows', () => {
    const blocked = pages.flatMap((page) => {
      const policy = policyOf(page);
      return elements(page.root, tag('style', 'script')).flatMap((element) => {
        if (attribute(element, 'src') !== null || isData(element)) return [];
        const hash = `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`;
        const known = policy.get(`${element.tagName}-src`)?.includes(hash);
        return known ? [] : [`${page.path}: <${element.tagName}> ${textOf(element).slice(0, 60)}`];
      });
    });
    expect(blocked).toEqual([]);
  });

  it('allows nothing by a hash that is not of what stands in it, data for machines no more than that', () => {
    for (const page of pages) {
      const inline = elements(page.root, tag('style', 'script')).filter((element) => !isData(element));
      const hashes = inline.map((one) => `'sha256-${createHash('sha256').update(textOf(one)).digest('base64')}'`);
      const allowed = [...policyOf(page).values()].flat().filter((value) => value.startsWith("'sha256-"));
      expect([page.path, allowed.filter((hash) => !hashes.includes(hash))]).toEqual([page.path, []]);
    }
  });

  it('has no style attribute and no inline event handler, in its drawings neither', () => {
    const wrong = pages.flatMap((page) =>
      elements(page.root).flatMap((element) =>
        element.attrs
          .filter((a) => a.name === 'style' || /^on/i.test(a.name) || /^\s*javascript:/i.test(a.value))
          .map((a) => `${page.path}: <${element.tagName} ${a.name}>`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
