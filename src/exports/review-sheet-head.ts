import type { ReviewSheetData, SheetBlock, SheetStep } from './review-sheet-data.ts';
import { html, type Inside, type Markup, section } from './review-sheet-html.ts';

const row = (name: string, value: Inside, whole = false): Markup =>
  html`<div${whole ? html` class="whole"` : null}><dt>${name}</dt><dd>${value}</dd></div>`;

const orNone = (words: readonly string[]) => words.join('、') || '无';

/** What a story is, and when it may be out. */
export function storyHead(data: ReviewSheetData): Markup {
  const { kind, sample, title, subtitle, summary, id, date, embargo, end, author, editor, source, sourceUrl } = data;
  const dated = data.corrections.map(({ date, text }) => row('更正', `${date}　${text}`, true));
  return html`<p class="name">送审单</p>
<h1>${title}</h1>
${subtitle === null ? null : html`<p class="sub">${subtitle}</p>`}
<p class="summary">${summary}</p>
<dl>
${row('类别', `${sample ? '样稿　' : ''}${kind}`)}${row('稿件id', id)}
${row('日期', date)}${row('篇幅', `${data.length}字，图${data.pictures.length}张`)}
${row('禁发至', embargo ?? '不限，审完就发')}${row('撤下', end ?? '不限')}
${row('作者', author ?? '未署名')}${row('编辑', editor)}
${row('来源', source)}${row('项目', orNone(data.projects))}
${row('地方', orNone(data.places), true)}
${sourceUrl === null ? null : row('原文网址', sourceUrl, true)}${dated}
</dl>`;
}

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

/** The box in which the three steps are, or are to be, signed. */
export function signBox(steps: readonly SheetStep[]): Markup {
  const note = steps.some(({ needed }) => needed)
    ? '每一步由不同的人依次签。签在纸上以后，还要运行 npm run approve 记下来才算数。'
    : '这一类不用审，纸上的签字只供参考。';
  const head = ['审次', '意见', '签字', '日期'].map((column) => html`<th scope="col">${column}</th>`);
  return html`<table class="sign"><thead><tr>${head}</tr></thead><tbody>
${steps.map(stepRow)}</tbody></table>
<p class="stamp">${note}</p>`;
}

/** The whole text, each block with the line of the file on which it begins. */
export function wholeText(blocks: readonly SheetBlock[]): Markup {
  const lines = blocks.map(
    ({ line, part, text }) => html`<div class="${part}"><i>${line}</i><p>${text}</p></div>
`,
  );
  const body =
    lines.length === 0 ? html`<p class="none">没有正文。</p>` : html`<article class="text">${lines}</article>`;
  return section('正文', '左边是 index.mdx 的行号', body);
}
