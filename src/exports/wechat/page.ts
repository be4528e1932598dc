import { LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { html, Markup, staffPage } from '../markup.ts';
import type { TakenPicture } from '../taken-story/taken-story.ts';
import { lengthOf, type WechatField } from './fields.ts';
import { COLUMN, COVERS } from './rules.ts';

/** A picture to be uploaded, with its place. */
export interface SlotPicture extends TakenPicture {
  readonly file: string;
}

/** What the page for the editor holds. */
export interface WechatPage {
  readonly title: string;
  readonly fields: readonly WechatField[];
  readonly pictures: readonly SlotPicture[];
  /** With pictures in their places, to be looked at; and without, to be copied. Both are made here, not escaped. */
  readonly shown: string;
  readonly copied: string;
  /** The last day on which it may be out, as it is read; null: no end. */
  readonly until: string | null;
}

const { ink, mute, line, paper, wash, serif, sans } = LIGHT_TOKENS;

const STYLE = `body{margin:0;background:${wash};color:${ink};font:16px/1.7 ${sans}}
header,main{box-sizing:border-box;max-width:${COLUMN + 80}px;margin:0 auto;padding:24px 40px}
header h1{margin:0 0 8px;font:900 26px/1.35 ${serif}}
header h2{margin:28px 0 8px;padding-top:10px;border-top:3px solid ${ink};font:900 19px/1.35 ${serif}}
header ol{margin:0;padding-left:1.4em}
header li{margin:0 0 6px}
dl{margin:0}
dl div{display:grid;grid-template-columns:5em 1fr auto;gap:12px;align-items:start;padding:8px 0;border-top:1px solid ${line}}
dt{color:${mute}}
dd{margin:0;overflow-wrap:anywhere}
header small{display:block;font-size:14px;color:${mute}}
button{min-height:44px;padding:6px 18px;border:1.5px solid ${ink};background:${paper};color:${ink};font:inherit;cursor:pointer}
button.first{background:${ink};color:${paper};font-weight:bold}
button:focus-visible{outline:3px solid ${mute};outline-offset:2px}
.said{min-height:1.7em;margin:8px 0 0}
.covers{display:flex;flex-wrap:wrap;gap:16px;align-items:end}
.covers figure{margin:0}
.covers img{display:block;height:160px;max-width:100%;object-fit:contain}
main{background:#fff;margin-bottom:40px;border-top:1px solid ${line}}
@media (max-width:${COLUMN}px){header,main{padding:16px}dl div{grid-template-columns:1fr auto}dt{grid-column:1/-1}}`;

/**
 * Lays something on the clipboard: rich text and plain text. Where the browser does not let a page do so by itself the
 * words are selected and copied as a person would; where that fails too, it says what to press.
 */
const SCRIPT = `const said = document.querySelector('.said');
function tell(words) { said.textContent = words; }
function byHand(html, text) {
  const holder = document.createElement('div');
  holder.style.cssText = 'position:fixed;left:-9999px;top:0;white-space:pre-wrap';
  if (html) holder.innerHTML = html; else holder.textContent = text;
  document.body.append(holder);
  const range = document.createRange();
  range.selectNodeContents(holder);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const put = (event) => {
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', put);
  let done = false;
  try { done = document.execCommand('copy'); } catch { done = false; }
  document.removeEventListener('copy', put);
  selection.removeAllRanges();
  holder.remove();
  return done;
}
async function copy(html, text) {
  try {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch { return byHand(html, text); }
}
for (const button of document.querySelectorAll('button[data-copy]')) button.addEventListener('click', async () => {
  const article = document.querySelector('template').content;
  const whole = button.dataset.copy === 'article';
  const html = whole ? article.firstElementChild.outerHTML : '';
  const text = whole ? document.querySelector('template').dataset.text : document.getElementById(button.dataset.copy).textContent;
  const done = await copy(html, text);
  tell(done ? (whole ? '已复制正文：到公众号后台的正文框里粘贴。' : '已复制' + button.dataset.name + '。')
    : '这个浏览器不让网页复制。请选中要的字，按 Ctrl+C（苹果电脑按 ⌘C）。');
});`;

const POLICY = "default-src 'none'; img-src file: 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/** The words of an article, one line a block, for editors that take no rich text. */
export const plainWords = (article: string): string =>
  article
    .replaceAll(/<br>|<\/(?:p|h[2-4]|li|tr|section)>/g, '\n')
    .replaceAll(/<\/t[dh]>/g, '　')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([0-9a-f]+);|&lt;|&amp;|&quot;/gi, (entity, code: string | undefined) =>
      code
        ? String.fromCodePoint(Number.parseInt(code, 16))
        : ({ '&lt;': '<', '&amp;': '&', '&quot;': '"' }[entity] ?? entity),
    )
    .replaceAll(/[ \t　]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

function fieldRow({ name, text, most, whole, note }: WechatField, i: number): Markup {
  const id = `field-${i}`;
  const count = name === '原文地址' ? '' : `${lengthOf(text)}／${most}字`;
  const cut = whole === null ? '' : `　截短了，原来是：${whole}`;
  const said = [count, note].filter(Boolean).join('　') + cut;
  return html`<div><dt>${name}</dt><dd><span id="${id}">${text}</span><small>${said}</small></dd><dd>${
    text === '' ? null : html`<button type="button" data-copy="${id}" data-name="${name}">复制${name}</button>`
  }</dd></div>
`;
}

const pictureRow = ({ number, file, caption, under, kind }: SlotPicture): Markup =>
  html`<li value="${number}">pictures/${file}<small>${kind === 'figure' ? '图' : '照片'}　${caption}　位置：${
    under === null ? '第一个标题以前' : `“${under}”下面`
  }</small></li>
`;

/** The page an editor opens from disk: what to do, what to copy, and the article as it will be read. It asks for nothing from anywhere. */
export function wechatPage({ title, fields, pictures, shown, copied, until }: WechatPage): string {
  const rows = fields.map(fieldRow);
  const list =
    pictures.length === 0
      ? html`<p>正文里没有图。</p>`
      : html`<p>先按次序传到公众号后台（素材库，图片）。正文里写着〔此处放图……〕的地方，把光标放在那一行，插入同一个号的图，再删掉那一行字。</p><ol>${pictures.map(pictureRow)}</ol>`;
  // An attribute that keeps its line ends.
  const text = plainWords(copied)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', '&#10;');
  const body = html`<header>
<h1>${title}</h1>
<p>这一页只给编辑用。下面灰线以后是正文，读者看到的就是那些字。${until === null ? '' : `最晚用到${until}，到时从公众号删掉。`}</p>
<p><button type="button" class="first" data-copy="article">复制正文</button></p>
<p class="said" role="status" aria-live="polite"></p>
<h2>一项一项填</h2>
<dl>
${rows}</dl>
<h2>封面</h2>
<div class="covers"><figure><img src="${COVERS.wide.file}" alt="封面，2.35:1"><figcaption>${COVERS.wide.file}</figcaption></figure>
<figure><img src="${COVERS.square.file}" alt="封面，1:1"><figcaption>${COVERS.square.file}</figcaption></figure></div>
<h2>正文里的图</h2>
${list}
</header>
<main>
${new Markup(shown)}
</main>
<template data-text="${new Markup(text)}">${new Markup(copied)}</template>
<script>${new Markup(SCRIPT)}</script>`;
  return staffPage({ title: `公众号　${title}`, style: STYLE, policy: POLICY, body });
}
