import { html, listing, type Markup, section, staffPage } from '../markup.ts';
import type { ReviewSheetData, SheetFinding } from './data.ts';
import { sheetHead, signBox } from './head.ts';
import { numbersTable, unprovedTable } from './numbers.ts';
import { peopleTable } from './people.ts';
import { leftOutSection } from './pictures.ts';
import { storySection } from './story.ts';
import { sheetStyle } from './style.ts';

const KINDS: Readonly<Record<SheetFinding['kind'], string>> = { error: '错误', warning: '提醒', accepted: '已认可' };

const findingRow = ({ kind, line, message, mend, reason }: SheetFinding): Markup =>
  html`<tr><td class="line">${line}</td><td class="kind">${KINDS[kind]}</td>
<td>${message}${kind === 'accepted' ? null : html`<small>怎么改：${mend}</small>`}${reason === null ? null : html`<small>认可的理由：${reason}</small>`}</td></tr>
`;

function findingsTable(findings: readonly SheetFinding[]): Markup {
  const count = (kind: SheetFinding['kind']) => findings.filter((one) => one.kind === kind).length;
  return listing({
    title: '检查的结果',
    count: `错误${count('error')}个，提醒${count('warning')}个，已认可${count('accepted')}个`,
    name: 'finding',
    columns: ['行', '轻重', '检查说了什么'],
    rows: findings.map(findingRow),
    none: '检查没有发现问题。',
  });
}

/** Everything somebody has to decide before signing, in the order of the sheet. */
function questionsOf({ unproved, findings, questions }: ReviewSheetData): string[] {
  return [
    ...questions,
    // The numbers of one line, or of one row of a table, mostly have one source.
    ...[...Map.groupBy(unproved, ({ line }) => line)].map(
      ([line, all]) => `第${line}行的${all.map(({ number }) => number).join('、')}：从哪里来的？查过了没有？`,
    ),
    ...findings.flatMap(({ kind, line, message }) => {
      if (kind === 'error') return [`第${line}行有错误，要改：${message}`];
      return kind === 'warning' ? [`第${line}行有提醒，改还是认可：${message}`] : [];
    }),
  ];
}

function checklist(data: ReviewSheetData): Markup {
  const questions = questionsOf(data);
  const items = questions.map(
    (question) => html`<li><span>${question}</span></li>
`,
  );
  const list = items.length > 0 ? html`<ol class="ask">${items}</ol>` : html`<p class="none">没有要问的事。</p>`;
  return section('要问清的事', items.length > 0 ? `共${items.length}件，问清一件勾一件` : '', list);
}

/** The first digits of the digest: enough to tell by eye whether a sheet is of the story as it stands. */
const shortHash = (hash: string) => hash.slice(0, 12);
const cut = (title: string) => ([...title].length > 22 ? `${[...title].slice(0, 21).join('')}…` : title);

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The review sheet (送审单) of a story: one HTML file for people who read on paper. It asks for nothing from anywhere,
 * and is for the staff only.
 */
export function reviewSheet(data: ReviewSheetData): string {
  const hash = shortHash(data.hash);
  const secret = html`<strong>内部材料，不公开</strong>`;
  const body = html`<header><p class="mark head"><span>${secret}</span><span>${data.made}<span class="hash">　校验码 ${hash}</span></span></p>
${sheetHead(data)}</header>
<main>
${peopleTable(data)}
${checklist(data)}
${storySection(data.story)}
${leftOutSection(data.leftOut)}
${numbersTable(data.numbers)}
${unprovedTable(data.unproved)}
${findingsTable(data.findings)}
${signBox(data.steps)}
</main>
<footer><p class="mark foot"><span>${secret}</span><span>${data.site}　${data.publisher}</span></p></footer>`;
  const style = sheetStyle(`送审单　${cut(data.title)}`, hash);
  return staffPage({ title: `送审单　${data.title}`, style, policy: POLICY, body });
}
