import { notWellFormed } from '../../charts/kit/well-formed.ts';
import { decoded } from '../feed-xml.ts';
import { isWhole } from './addresses.ts';

/** A date of the W3C: a day, or a moment with its zone. */
const W3C =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** What may stand in an entry, in the order of the schema. */
const PARTS = { url: ['loc', 'lastmod', 'changefreq', 'priority'], sitemap: ['loc', 'lastmod'] } as const;
const ROOTS = { urlset: 'url', sitemapindex: 'sitemap' } as const;

/**
 * What in a map of a site, or in an index of maps, breaks the schema of sitemaps.org.
 * @param under the address that everything listed begins with
 */
export function sitemapFaults(xml: string, under: string): string[] {
  const faults: string[] = [];
  const need = (fault: string | null | false) => {
    if (fault) faults.push(fault);
  };
  need(notWellFormed(xml.replace(/^<\?xml[^>]*\?>/, '')));
  const [, root = '', attributes = '', content = ''] =
    /<(urlset|sitemapindex)\b([^>]*)>([\s\S]*)<\/\1>\s*$/.exec(xml) ?? [];
  if (!root) return [...faults, 'neither a map nor an index of maps'];
  need(!attributes.includes(`xmlns="${NAMESPACE}"`) && 'not in the namespace of sitemaps');
  const entry = ROOTS[root as keyof typeof ROOTS];
  const entries = Array.from(content.matchAll(new RegExp(`<${entry}>([\\s\\S]*?)</${entry}>`, 'g')), (m) => m[1] ?? '');
  need(
    content.replaceAll(new RegExp(`<${entry}>[\\s\\S]*?</${entry}>`, 'g'), '').trim() !== '' &&
      'something between its entries',
  );
  need(entries.length === 0 && 'nothing in it');
  need(entries.length > 50_000 && 'more than 50000 entries');
  const places: string[] = [];
  for (const one of entries) {
    const parts = Array.from(one.matchAll(/<(\w+)>([^<]*)<\/\1>/g), ([, name = '', text = '']) => ({ name, text }));
    const loc = decoded(parts.find(({ name }) => name === 'loc')?.text ?? '');
    places.push(loc);
    need((!isWhole(loc) || loc.length > 2048) && `${loc} is no whole address`);
    need(!loc.startsWith(under) && `${loc} lies outside of ${under}`);
    const order = parts.map(({ name }) => (PARTS[entry] as readonly string[]).indexOf(name));
    need(
      order.some((at, i) => at < 0 || at <= (order[i - 1] ?? -1)) && `${loc}: its parts are not those of the schema`,
    );
    for (const { name, text } of parts) {
      need(name === 'lastmod' && !W3C.test(text) && `${loc}: ${text} is no date`);
      need(name === 'priority' && !/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text) && `${loc}: ${text} is no priority`);
    }
  }
  need(new Set(places).size < places.length && 'an address twice');
  return faults;
}
