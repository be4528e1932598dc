import type { WrittenSource } from './citation.ts';

type Publication = Pick<WrittenSource, 'title' | 'publisher' | 'date' | 'url'>;

/** Letters, figures and characters alone: marks and spaces are set differently by whoever copies a title. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** An address without what does not say which page it is: the protocol, a slash or an anchor at the end. */
const bareAddress = (url: string) =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');

/** What tells that two entries are one publication: the address, and title with publisher and day. */
export function publicationKeys({ title, publisher, date, url }: Publication): string[] {
  return [
    ...(url === undefined ? [] : [`at ${bareAddress(url)}`]),
    ...(title === undefined ? [] : [`named ${bare(title)} ${bare(publisher)} ${date ?? ''}`]),
  ];
}
