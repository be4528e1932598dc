import { notWellFormed } from '../../charts/kit/well-formed.ts';
import { decoded } from '../feed-xml.ts';
import { isWhole, notWholeIn } from './addresses.ts';

/** A date after RFC 822 as RSS 2.0 wants it, with four digits of the year. */
const DAY = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const RFC822 = new RegExp(
  `^(?:(${DAY}), )?(\\d{1,2}) (${MONTH}) (\\d{4}) \\d{2}:\\d{2}(?::\\d{2})? (?:GMT|UT|[+-]\\d{4})$`,
);

/** What makes a text no date after RFC 822: its form, a day that is none, a day of the week that is another. */
export function notRfc822(text: string): string | null {
  const [, weekday, day = '', month = ''] = RFC822.exec(text) ?? [];
  if (!month) return `no date of RFC 822: ${text}`;
  const date = new Date(text.replace(/^\w{3}, /, ''));
  if (Number.isNaN(date.getTime()) || Number(day) > 31) return `no such day: ${text}`;
  const shifted = new Date(Date.UTC(Number(text.match(/\d{4}/)?.[0]), MONTH.split('|').indexOf(month), Number(day)));
  if (shifted.getUTCDate() !== Number(day)) return `no such day: ${text}`;
  return weekday && DAY.split('|')[(shifted.getUTCDay() + 6) % 7] !== weekday ? `another weekday: ${text}` : null;
}

/** The children of an element whose text is given, by name: elements of a feed are never inside one of their own name. */
function childrenOf(xml: string): { name: string; attributes: string; inside: string }[] {
  const found: { name: string; attributes: string; inside: string }[] = [];
  const TAG = /<([\w:]+)((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/\1>)/g;
  for (const [, name = '', attributes = '', inside = ''] of xml.matchAll(TAG)) found.push({ name, attributes, inside });
  return found;
}

/** Elements of RSS 2.0 that may stand in a channel and in an item; those with a prefix belong to other vocabularies. */
const IN_CHANNEL =
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item';
const IN_ITEM = 'title link description author category comments enclosure guid pubDate source';
const MANY = new Set(['item', 'category', 'atom:link']);

/** What in a feed breaks the rules of RSS 2.0, or would not work away from its site. */
export function rssFaults(xml: string): string[] {
  const faults: string[] = [];
  const need = (fault: string | null | false) => {
    if (fault) faults.push(fault);
  };
  need(notWellFormed(xml.replace(/^<\?xml[^>]*\?>/, '')));
  need(!/^<\?xml version="1\.0" encoding="UTF-8"\?>/i.test(xml) && 'no declaration of XML in UTF-8');
  const [, root = '', content = ''] = /<rss\b([^>]*)>([\s\S]*)<\/rss>\s*$/.exec(xml) ?? [];
  need(!/\sversion="2\.0"/.test(root) && 'not version 2.0');
  for (const prefix of new Set(Array.from(content.matchAll(/<(\w+):/g), (m) => m[1])))
    need(!root.includes(`xmlns:${prefix}="`) && `the prefix ${prefix} is not declared`);
  const channels = childrenOf(content);
  need((channels.length !== 1 || channels[0]?.name !== 'channel') && 'not exactly one channel');
  const parts = childrenOf(channels[0]?.inside ?? '');
  const checkNames = (where: string, names: readonly string[], allowed: string) => {
    for (const name of new Set(names)) {
      need(!name.includes(':') && !allowed.split(' ').includes(name) && `${where}: ${name} is no element of it`);
      need(!MANY.has(name) && names.filter((one) => one === name).length > 1 && `${where}: ${name} twice`);
    }
  };
  const texts = (list: typeof parts, name: string) =>
    list.filter((one) => one.name === name).map(({ inside }) => decoded(inside));
  checkNames(
    'channel',
    parts.map(({ name }) => name),
    IN_CHANNEL,
  );
  for (const name of ['title', 'link', 'description']) need(!texts(parts, name)[0]?.trim() && `channel: no ${name}`);
  for (const link of texts(parts, 'link')) need(!isWhole(link) && `channel: ${link} is no whole address`);
  for (const name of ['pubDate', 'lastBuildDate']) for (const date of texts(parts, name)) need(notRfc822(date));
  for (const language of texts(parts, 'language'))
    need(!/^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(language) && `channel: ${language} is no language`);
  const selves = parts.filter(({ name, attributes }) => name === 'atom:link' && attributes.includes('rel="self"'));
  need(selves.length !== 1 && 'channel: it does not say once where it lies itself');
  for (const { attributes } of selves)
    need(!isWhole(/href="([^"]*)"/.exec(attributes)?.[1]) && 'channel: its own address is not whole');
  const guids: string[] = [];
  for (const { name, inside } of parts) {
    if (name !== 'item') continue;
    const own = childrenOf(inside);
    const title = texts(own, 'title')[0] ?? '';
    checkNames(
      title,
      own.map((one) => one.name),
      IN_ITEM,
    );
    need(!title.trim() && !texts(own, 'description')[0]?.trim() && 'an item without title and description');
    for (const link of texts(own, 'link')) need(!isWhole(link) && `${title}: ${link} is no whole address`);
    for (const date of texts(own, 'pubDate')) need(notRfc822(date));
    for (const { attributes, inside: guid } of own.filter((one) => one.name === 'guid')) {
      guids.push(guid);
      need(!/isPermaLink="false"/.test(attributes) && !isWhole(decoded(guid)) && `${title}: its guid leads nowhere`);
    }
    for (const author of texts(own, 'author'))
      need(!author.includes('@') && `${title}: ${author} is no address for mail`);
    for (const html of texts(own, 'content:encoded'))
      for (const value of notWholeIn(html)) need(`${title}: ${value} is no whole address`);
  }
  need(new Set(guids).size < guids.length && 'two items with one guid');
  return faults;
}
