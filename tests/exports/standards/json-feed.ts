import { isWhole, notWholeIn } from './addresses.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** A date after RFC 3339, of a day that there is. */
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
export function isRfc3339(value: unknown): boolean {
  const [, year, month, day] = typeof value === 'string' ? (RFC3339.exec(value) ?? []) : [];
  if (day === undefined || Number.isNaN(Date.parse(String(value)))) return false;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

const FEED_KEYS =
  'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items';
const ITEM_KEYS =
  'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments';

/** What in a value breaks the rules of JSON Feed 1.1, or would not work away from its site. */
export function jsonFeedFaults(feed: unknown): string[] {
  const faults: string[] = [];
  const need = (fault: string | false) => {
    if (fault) faults.push(fault);
  };
  if (!isObject(feed)) return ['no object'];
  const strange = (where: string, value: Json, keys: string) => {
    for (const key of Object.keys(value))
      need(!keys.split(' ').includes(key) && !key.startsWith('_') && `${where}: ${key} is no member of it`);
  };
  const authors = (where: string, value: unknown) => {
    if (value === undefined) return;
    const fine =
      Array.isArray(value) && value.every((one) => isObject(one) && (isText(one['name']) || isText(one['url'])));
    need(!fine && `${where}: authors that nobody is`);
  };
  strange('feed', feed, FEED_KEYS);
  need(feed['version'] !== 'https://jsonfeed.org/version/1.1' && 'not version 1.1');
  need(!isText(feed['title']) && 'no title');
  for (const key of ['home_page_url', 'feed_url']) need(!isWhole(feed[key]) && `${key} is no whole address`);
  need(feed['language'] !== undefined && !/^[a-z]{2,3}(-\w+)*$/i.test(String(feed['language'])) && 'no language');
  authors('feed', feed['authors']);
  const { items } = feed;
  if (!Array.isArray(items)) return [...faults, 'no list of items'];
  for (const [at, item] of items.entries()) {
    if (!isObject(item)) return [...faults, `item ${at} is no object`];
    const where = String(item['title'] ?? at);
    strange(where, item, ITEM_KEYS);
    need(!isText(item['id']) && `${where}: no id`);
    need(
      typeof item['content_html'] !== 'string' && typeof item['content_text'] !== 'string' && `${where}: no content`,
    );
    for (const key of ['url', 'external_url', 'image', 'banner_image'])
      need(item[key] !== undefined && !isWhole(item[key]) && `${where}: ${key} is no whole address`);
    for (const key of ['date_published', 'date_modified'])
      need(item[key] !== undefined && !isRfc3339(item[key]) && `${where}: ${key} is no date of RFC 3339`);
    const { tags } = item;
    need(tags !== undefined && !(Array.isArray(tags) && tags.every(isText)) && `${where}: tags that are no words`);
    authors(where, item['authors']);
    for (const value of notWholeIn(String(item['content_html'] ?? ''))) need(`${where}: ${value} is no whole address`);
  }
  const ids = items.map((item: Json) => item['id']);
  need(new Set(ids).size < ids.length && 'two items with one id');
  return faults;
}
