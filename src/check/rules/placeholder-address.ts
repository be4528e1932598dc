import { finding, shown } from '../finding.ts';
import type { Rule } from './draft.ts';

const PLACEHOLDER = /(^|\.)(invalid|example|test|localhost)$|(^|\.)example\.(com|cn|org|net)$/;

/** Whether an address is one that nobody can have: the site has none yet. */
export function isPlaceholderAddress(address: string): boolean {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1] ?? '';
  return PLACEHOLDER.test(host.toLowerCase());
}

/** The public address is still a placeholder: told once, as a warning, for feeds and citations carry it. */
export const placeholderAddress: Rule = ({ site }) => {
  if (!site || !isPlaceholderAddress(site.address)) return [];
  return [
    finding({
      file: 'site.yaml',
      path: ['address'],
      severity: 'warning',
      code: 'placeholder-address',
      what: '网址还是占位的',
      found: shown(site.address),
      expected: '正式网址',
      mend: '网址定下以后改 site.yaml 里的 address，或者生成时用 SITE_URL 指定。',
    }),
  ];
};
