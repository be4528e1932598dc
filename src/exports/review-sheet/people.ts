import { html, type Inside, listing, type Markup, section } from '../markup.ts';
import type {
  ReviewSheetData,
  SheetAnswer,
  SheetChannel,
  SheetNoName,
  SheetPerson,
  SheetPlace,
  SheetRecord,
} from './data.ts';

function answerWords({ scopes, ...answer }: SheetAnswer): string {
  const what = scopes.join('、');
  if (!answer.permitted) return `${what}不可以（${answer.why}）`;
  return `${what}可以${answer.until === null ? '' : `，到${answer.until}`}`;
}

/** What may be used in one place, in one line: 网站：肖像可以，到2031年12月31日. */
export const answersWords = ({ channel, answers }: SheetChannel): string =>
  `${channel}：${answers.map(answerWords).join('；')}`;

/** A line of the file as the margin of the story has it, and the place where that says more. */
function placesWords(places: readonly SheetPlace[]): Inside {
  const lines = places.flatMap(({ line }) => line ?? []);
  const others = [...new Set(places.filter(({ line }) => line === null).map(({ part }) => part))];
  const parts = [...new Set(places.filter(({ line }) => line !== null).map(({ part }) => part))].filter(Boolean);
  const told = lines.length === 0 ? [] : [`第${[...new Set(lines)].join('、')}行`];
  return [[...others, ...told].join('、'), parts.length === 0 ? null : html`<small>${parts.join('、')}</small>`];
}

const answersCell = (answers: readonly SheetAnswer[], span = 1): Markup =>
  html`<td${span > 1 ? html` colspan="${span}"` : null}>${answers.map(
    (answer) =>
      html`<span class="${answer.permitted ? 'yes' : 'not'}">${answer.scopes.join('、')}　${
        answer.permitted ? `可以${answer.until === null ? '' : `，到${answer.until}`}` : `不可以：${answer.why}`
      }</span>`,
  )}</td>`;

/** What is the same everywhere is said once. */
function recordCells({ channels: given }: SheetRecord, channels: readonly string[]): Inside {
  const each = channels.map((name) => given.find(({ channel }) => channel === name)?.answers ?? []);
  const [first = []] = each;
  const same = each.every((answers) => JSON.stringify(answers) === JSON.stringify(first));
  return same ? answersCell(first, channels.length) : each.map((answers) => answersCell(answers));
}

/** One row for each who bears the name: whoever signs has to see that there are two. */
function personRows(person: SheetPerson, channels: readonly string[]): Markup {
  const { printed, alias, places, cover, settled, asked, persons, fallback } = person;
  const unknown = asked ? '没有记录，不知道同意了什么' : '不用授权书';
  const records = persons.length === 0 ? [null] : persons;
  const span = records.length;
  const head = html`<td rowspan="${span}"><span class="tick"></span></td>
<td rowspan="${span}"><b>${printed}</b>${alias ? html`<small>化名</small>` : null}</td><td rowspan="${span}">${placesWords(places)}</td>
<td rowspan="${span}" class="${settled ? 'yes' : 'wrong'}">${cover}${fallback === null ? null : html`<small>没有授权时：${fallback}</small>`}</td>`;
  return html`${records.map((record, i) => {
    const who = record && [record.age, record.role].filter(Boolean).join('，');
    const papers = record?.papers.map((paper) => html`<small>授权书存放：${paper}</small>`);
    const first = i === 0 ? head : null;
    return html`<tr>${first}<td>${who ?? ''}${papers}</td>${
      record ? recordCells(record, channels) : html`<td colspan="${channels.length}">${unknown}</td>`
    }</tr>
`;
  })}`;
}

/** What the story says is no name: it is ticked too, for a person may be hidden by it. */
const noNamesLine = (noNames: readonly SheetNoName[]): Markup | null =>
  noNames.length === 0
    ? null
    : html`<p class="no-names">稿头写明不是人名的：${noNames.map(
        ({ printed, places }) =>
          html`<span><span class="tick"></span> <b>${printed}</b>（${placesWords(places)}）</span>`,
      )}</p>`;

/** A line on which a reviewer writes down whom the check did not see. */
const OTHERS = html`<p class="write-in"><span class="tick"></span><span>读的时候还看见别的名字，写在这里：</span></p>`;

/** Everyone found in the story, by the name that is printed: where, by what they may stand there, what they permit. */
export function peopleTable({ people, noNames, channels }: Found): Markup {
  const open = people.filter(({ settled }) => !settled).length;
  const count = `共${people.length}个${open === 0 ? '' : `，${open}个还没有落实`}；核对一个勾一个`;
  const others = [noNamesLine(noNames), OTHERS];
  // Nobody found is not nobody there: the one who reads decides.
  if (people.length === 0) return section('找到的人', '', [html`<p class="none">检查没有认出名字。</p>`, others]);
  const table = listing({
    title: '找到的人',
    count,
    name: 'people',
    columns: ['', '印的名字', '在哪里', '凭什么', '是谁', ...channels],
    rows: people.map((person) => personRows(person, channels)),
    none: '',
  });
  return html`${table}${others}`;
}

type Found = Pick<ReviewSheetData, 'people' | 'noNames' | 'channels'>;
