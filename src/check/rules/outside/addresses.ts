import { type Finding, finding, shown } from '../../finding.ts';
import { citationsOf, type FiledCitation, type Rule } from '../draft.ts';
import { isPlaceholderAddress } from '../placeholder-address.ts';

/** Hosts that are nobody's on the public network. */
const LOCAL = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\]|[^.]+)$|\.(?:local|internal|lan|home|corp)$/;

/** Why an address leads nowhere; null where it may lead somewhere. */
export function deadForm(address: string): { found: string; expected: string } | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const found = shown(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { found, expected: 'https:// 开头的网址' };
  if (url.username !== '' || url.password !== '')
    return { found: `${found}，里面有用户名或密码`, expected: '谁都打得开的网址' };
  if (isPlaceholderAddress(address)) return { found: `占位的${found}`, expected: '真的网址' };
  if (LOCAL.test(url.hostname)) return { found: `只在内部打得开的${found}`, expected: '公开的网址' };
  return null;
}

function wrongAddress({ file, path, source: { url, http } }: FiledCitation): Finding[] {
  if (url === undefined) return [];
  const base = { file, path: [...path, 'url'] };
  const form = deadForm(url);
  if (form) {
    const mend = '打开原文，从浏览器的地址栏里照抄；没有找到原文，就把这一行整行删掉，网页上只写媒体和日期。';
    return [finding({ ...base, code: 'dead-address', what: '这个网址打不开', ...form, mend })];
  }
  if (http || !/^http:/i.test(url)) return [];
  const words = { what: '网址不是 https:// 的', found: shown(url), expected: 'https:// 开头的' };
  const mend = '把 http 改成 https，打得开就用它；原址就是 http:// 的，在下面加一行“http: true”。';
  return [finding({ ...base, code: 'address-not-secure', ...words, mend })];
}

/** Addresses lead somewhere, on a protected way unless they were found without one. */
export const outsideAddresses: Rule = (draft) => citationsOf(draft).flatMap(wrongAddress);
