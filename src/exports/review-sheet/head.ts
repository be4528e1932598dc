import { html, type Inside, type Markup, section } from '../markup.ts';
import type { ReviewSheetData, SheetStep } from './data.ts';

const row = (name: string, value: Inside, whole = false): Markup =>
  html`<div${whole ? html` class="whole"` : null}><dt>${name}</dt><dd>${value}</dd></div>`;

/** What is sent for review, how far it has come, and when it may be out; the story itself comes further down. */
export function sheetHead(data: ReviewSheetData): Markup {
  const { kind, sample, title, id, file, embargo, end, sourceUrl, places, steps, story, people } = data;
  const pictures = story.pictures.size + (story.cover ? 1 : 0);
  return html`<p class="name">送审单</p>
<p class="title">${title}</p>
<dl>
${row('类别', `${sample ? '样稿　' : ''}${kind}`)}${row('稿件id', id)}
${row('篇幅', `${data.length}字，图${pictures}张`)}${row('找到的人', `${people.length}个`)}
${row('禁发至', embargo ?? '不限，审完就发')}${row('撤下', end ?? '不限')}
${row('地方', places.join('、') || '无', true)}
${sourceUrl === null ? null : row('原文网址', sourceUrl, true)}${row('文件', file, true)}
${row('审到', steps.map(stepWords).join('　'), true)}
</dl>`;
}

const stepWords = ({ step, needed, status, by }: SheetStep): string => {
  if (!needed) return `${step}：不用`;
  return `${step}：${by === null ? '还没有签' : `${by}，${STATUS[status]}`}`;
};

const STATUS: Readonly<Record<SheetStep['status'], string>> = {
  missing: '',
  valid: '已审，有效',
  carried: '已审，有效（之后改了几个字，由后面一步的人看过）',
  small: '改了几个字，等最后签字的人再看一眼',
  void: '不算数了，要重新审',
  unlisted: '不算数，签字的人不在审稿人名单上',
  'same-person': '不算数，要换一个人',
  'out-of-order': '不算数，次序不对，要重新审',
};

function stepRow({ step, needed, status, why, by, at }: SheetStep): Markup {
  const counts = (status === 'valid' || status === 'carried') && needed;
  const name = html`<td class="step">${step}</td>`;
  if (!needed) return html`<tr>${name}<td colspan="3" class="no">这一篇不用${step}</td></tr>`;
  const before = by === null || counts ? null : `原签：${by}，${at}`;
  const reasons = [...(counts ? [] : why), ...(before === null ? [] : [before])];
  return html`<tr>${name}<td>${STATUS[status]}${reasons.map((one) => html`<small>${one}</small>`)}</td>
<td class="who">${counts ? by : null}</td><td class="when">${counts ? at : '　　　年　　月　　日'}</td></tr>`;
}

/** Where a reviewer writes what is to be done, and signs: at the end, when everything has been read. */
export function signBox(steps: readonly SheetStep[]): Markup {
  const note = steps.some(({ needed }) => needed)
    ? '每一步由不同的人依次签。签在纸上以后，还要运行 npm run approve 记下来才算数。'
    : '这一类不用审，纸上的签字只供参考。';
  const head = ['审次', '意见', '签字', '日期'].map((column) => html`<th scope="col">${column}</th>`);
  const inside = html`<div class="write"><div></div><div></div><div></div></div>
<table class="sign"><thead><tr>${head}</tr></thead><tbody>
${steps.map(stepRow)}</tbody></table>
<p class="stamp">${note}</p>`;
  return html`<div class="last">${section('审稿意见和签字', '', inside)}</div>`;
}
