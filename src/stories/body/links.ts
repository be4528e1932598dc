import type { Definition, Link, Nodes } from 'mdast';
import { type BodyProblem, clipped, mistake } from './problem.ts';

/** What browsers make of an address: they skip control characters and spaces before it, and tabs and breaks inside. */
const asBrowsers = (url: string) => url.replaceAll(/^[\s\p{Cc}]+|[\t\n\r]|[\s\p{Cc}]+$/gu, '');

/** The address with its `%41` undone, however often it was done, so that nothing hides in it. */
function undone(url: string): string {
  let text = url;
  for (let i = 0; i < 3; i++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

interface Verdict {
  readonly code: 'story-link-unsafe' | 'story-link-relative' | 'story-link-broken';
  readonly what: string;
  readonly mend: string;
}

const FORMS = 'https://… 、/页面/ 、#标题 、mailto: 或 tel:';

/** Whether an address on the web names a site, and nobody's password, and no words follow the name. */
function isWhole(url: string): boolean {
  if (!/^https?:\/\/[^/?#，。；：、！？“”（）《》]+([/?#]|$)/i.test(url) || !URL.canParse(url)) return false;
  const { hostname, username } = new URL(url);
  return /[^.]\.[^.]/.test(hostname) && username === '';
}

/** Why an address may not be linked to; null: it may. */
export function badAddress(address: string): Verdict | null {
  const url = asBrowsers(address);
  const bare = asBrowsers(undone(url)).replaceAll(/\s/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*)[:：]/i.exec(bare)?.[1]?.toLowerCase();
  const unsafe = (what: string, mend: string): Verdict => ({ code: 'story-link-unsafe', what, mend });
  if (url === '')
    return { code: 'story-link-broken', what: '链接没有网址', mend: '在圆括号里写上网址，或者去掉链接。' };
  if (/^[/\\]{2}/.test(bare)) {
    return unsafe('网址不能以两条斜线开头', '别的网站写全 https://，本站的页面只写一条斜线：/页面/。');
  }
  if (scheme && !['http', 'https', 'mailto', 'tel'].includes(scheme) && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(scheme)) {
    return unsafe(
      `不能链接到 ${clipped(scheme, 20)}: 开头的地址`,
      '换成 https:// 开头的网址；没有就去掉链接，只留文字。',
    );
  }
  if (/^https?:/i.test(url)) {
    return isWhole(url)
      ? null
      : {
          code: 'story-link-broken',
          what: '网址不完整',
          mend: '核对网址：https:// 后面是网站的名字，如 www.example.cn。',
        };
  }
  if (/^(mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:[\d+][\d+()-]*)$/i.test(url) || /^[/#]/.test(url)) return null;
  if (/^(mailto|tel):/i.test(url)) {
    return {
      code: 'story-link-broken',
      what: '邮箱或电话不完整',
      mend: '写成 mailto:name@example.cn 或 tel:0100000000。',
    };
  }
  if (/^https?：/i.test(url))
    return { code: 'story-link-broken', what: '网址里的冒号是全角的', mend: '把“：”改成英文的“:”。' };
  const parts = { code: 'story-link-relative' as const, what: '这个链接哪里也到不了' };
  if (/\.(jpe?g|png|gif|webp|svg|avif)$/i.test(url)) {
    return { ...parts, mend: '是要放图片，就用 <Photo …/> 组件；写成 ![…](…) 的，感叹号要用英文的。' };
  }
  if (/^[\w-]+(\.[\w-]+)+/.test(url) && !/\.(mdx?|html?|pdf|docx?)$/i.test(url)) {
    return { ...parts, mend: `前面加上 https://：https://${clipped(url, 60)}。` };
  }
  return { ...parts, mend: '本站的页面从斜线写起，如 /projects/；别的网站以 https:// 开头。' };
}

function aboutAddress(node: Link | Definition, source: string): BodyProblem[] {
  const at = node.position?.start.offset ?? 0;
  // A bare address in a sentence ends where Chinese begins.
  const url = source[at] === '[' ? node.url : node.url.replace(/[^\u0021-\u007e].*$/su, '');
  const verdict = badAddress(url);
  return verdict
    ? [mistake(at, { ...verdict, found: url === '' ? '空的' : `“${clipped(url)}”`, expected: FORMS })]
    : [];
}

/** A definition that nothing uses is shown nowhere; mostly it was meant as a line of text, which would be lost. */
function hidden({ label, identifier, url, position }: Definition): BodyProblem {
  return mistake(position?.start.offset ?? 0, {
    code: 'story-line-hidden',
    severity: badAddress(url) ? 'error' : 'warning',
    what: '这一行不会显示出来',
    found: `“[${clipped(label ?? identifier, 20)}]: ${clipped(url, 20)}”`,
    expected: '看得见的文字',
    mend: '把方括号后面的英文冒号改成中文冒号“：”；用不着就删掉这一行。',
  });
}

function withoutWords({ url, children, position }: Link): BodyProblem[] {
  if (children.some((child) => child.type !== 'text' || child.value.trim() !== '')) return [];
  const parts = { code: 'story-link-empty', what: '链接没有字', found: `“[](${clipped(url, 30)})”` };
  const mend = '在方括号里写上读者要点的字。';
  return [mistake(position?.start.offset ?? 0, { ...parts, expected: '[要点的字](网址)', mend })];
}

/** Addresses that lead nowhere, or where no reader should be led; links without words. */
export function linkProblems(nodes: readonly Nodes[], source: string): BodyProblem[] {
  const [links, pictures] = [new Set<string>(), new Set<string>()];
  for (const node of nodes) {
    if (node.type === 'linkReference') links.add(node.identifier);
    if (node.type === 'imageReference') pictures.add(node.identifier);
  }
  const problems: BodyProblem[] = [];
  for (const node of nodes) {
    if (node.type === 'link') problems.push(...aboutAddress(node, source), ...withoutWords(node));
    if (node.type !== 'definition') continue;
    // The address of a picture has rules of its own.
    if (links.has(node.identifier)) problems.push(...aboutAddress(node, source));
    else if (!pictures.has(node.identifier)) problems.push(hidden(node));
  }
  return problems;
}
