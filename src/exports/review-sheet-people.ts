import type { SheetPermission, SheetPerson, SheetPicture } from './review-sheet-data.ts';
import { html, listing, type Markup } from './review-sheet-html.ts';

/** A picture that stands in the file itself; any other address is not taken. */
const INSIDE = /^data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

const thumbnail = ({ thumbnail: src }: SheetPicture): Markup =>
  src !== null && INSIDE.test(src) ? html`<img src="${src}" alt="">` : html`<div class="blank">没有小图</div>`;

const named = (name: string, value: string): Markup => html`<div>${name}：${value || '没有写'}</div>`;

function pictureRow(picture: SheetPicture): Markup {
  const { file, where, alt, caption, photographer, holder, licence, people, expires, remark } = picture;
  return html`<tr><td>${thumbnail(picture)}</td>
<td>${where}<small class="fact">${file}</small></td>
<td>${named('画面', alt)}${named('说明', caption)}${remark === null ? null : html`<div><mark>${remark}</mark></div>`}</td>
<td>${named('拍摄', photographer)}${named('权利', holder)}${named('凭据', licence)}${named('认得出', people)}${named('用到', expires ?? '不限')}</td></tr>
`;
}

/** Every picture with what is known of it. */
export const picturesTable = (pictures: readonly SheetPicture[]): Markup =>
  listing({
    title: '图片',
    count: `共${pictures.length}张`,
    name: 'picture',
    columns: ['小图', '在哪里', '画面和说明', '权利'],
    rows: pictures.map(pictureRow),
    none: '没有图片。',
  });

function permission(one: SheetPermission['channels'][number]): Markup {
  if (!one.permitted) return html`<td>不可以：${one.why}</td>`;
  return html`<td>可以${one.until === null ? '' : `，到${one.until}`}</td>`;
}

const scopeRow = ({ scope, channels }: SheetPermission): Markup =>
  html`<tr><td class="value">${scope}</td>${channels.map(permission)}</tr>`;

function personRow(
  { printed, alias, age, role, permissions, papers, fallback }: SheetPerson,
  channels: readonly string[],
) {
  const head = html`<tr><th scope="col">可以用</th>${channels.map((channel) => html`<th scope="col">${channel}</th>`)}</tr>`;
  const rights =
    permissions.length === 0
      ? html`<p>授权记录里没有写可以用什么。</p>`
      : html`<table class="rights"><thead>${head}</thead><tbody>${permissions.map(scopeRow)}</tbody></table>`;
  return html`<tr><td><b>${printed}</b><small>${alias ? '化名' : '不是化名'}</small></td><td>${age}<small>${role}</small></td>
<td>${rights}${fallback === null ? null : html`<p class="person">没有授权时：${fallback}</p>`}
${papers.map((paper) => html`<p class="paper">授权书存放：${paper}</p>`)}</td></tr>
`;
}

/** Everyone the story tells of, by the name that is printed, with what they permitted. */
export const peopleTable = (people: readonly SheetPerson[], channels: readonly string[]): Markup =>
  listing({
    title: '写到的人',
    count: `共${people.length}人，只写稿件里印的名字`,
    name: 'people',
    columns: ['印的名字', '年龄、身份', '同意了什么'],
    rows: people.map((person) => personRow(person, channels)),
    none: '没有写到人。',
  });
