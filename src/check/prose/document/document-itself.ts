import type { Programme } from '#domain/programme/programme.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { PlanRule, ProseFinding, Range } from '../prose.ts';
import { issueDates } from './document-itself-dates.ts';
import { wrongIssuers } from './document-itself-issuer.ts';
import { wrongNumbers } from './document-itself-numbers.ts';
import { wrongTitles } from './document-itself-titles.ts';
import { aboutReader } from './document-itself-words.ts';

type Told = Pick<ProseFinding, 'severity' | 'code' | 'what' | 'expected' | 'written' | 'mend'>;

/** What is said of each kind of mistake about the document. */
function messages({ document, clauses, passages }: Programme) {
  const [year = '', month = '', day = ''] = document.date.split('-');
  const date = `${year}年${Number(month)}月${Number(day)}日`;
  const at = (role: string) => {
    const clause = clauses.find((c) => c.role === role);
    return clause ? (passages.get(clause.id)?.label ?? null) : null;
  };
  const number = document.number;
  return {
    date: (severity: ProseFinding['severity']): Told => ({
      severity,
      code: 'document-date',
      what: '通知的印发日期不对',
      expected: date,
      written: at('date'),
      mend: `改成${date}；如果说的是另一份文件，写出它的名字。`,
    }),
    number: (severity: ProseFinding['severity']): Told => ({
      severity,
      code: 'document-number',
      what: number === null ? '通知没有写发文字号' : '通知的发文字号不对',
      expected: number ?? '不写字号',
      written: null,
      mend:
        number === null
          ? '删去这个字号；如果说的是另一份文件，写出它的名字。'
          : `改成${number}；如果说的是另一份文件，写出它的名字。`,
    }),
    title: (severity: ProseFinding['severity'], right: string): Told => ({
      severity,
      code: 'document-title',
      what: '文件的标题和原文不同',
      expected: `《${right}》`,
      written: at('title'),
      mend: `照原文改成《${right}》，一个字不差；要用简称，写“${document.short}”。`,
    }),
    issuer: (): Told => ({
      severity: 'warning',
      code: 'document-issuer',
      what: '印发这份通知的单位和落款不同',
      expected: document.issuer,
      written: at('signature'),
      mend: `改成${document.issuer}；如果说的是另一份文件，写出它的名字。`,
    }),
  };
}

/** The date, number, title and issuer of the notice itself, where a sentence speaks of it. */
export const documentItself: PlanRule = ({ programme }) => {
  const about = aboutReader(programme);
  const dates = issueDates(programme, about);
  const numbers = wrongNumbers(programme, about);
  const titles = wrongTitles(programme);
  const issuers = wrongIssuers(about, programme.document.issuer);
  const tell = messages(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      const found = (range: Range, told: Told): ProseFinding => ({
        block,
        ...range,
        ...told,
        ...(source.quoted ? { severity: 'warning' as const } : {}),
        found: `“${source.text.slice(range.start, range.end)}”`,
      });
      const inSentences = sentencesIn(source.text).flatMap(({ start, end }) => {
        const text = source.text.slice(start, Math.min(end, start + 2000));
        const moved = (range: Range) => ({ start: range.start + start, end: range.end + start });
        return [
          ...dates(text, source).map((d) => found(moved(d), tell.date(d.severity))),
          ...numbers(text).map((n) => found(moved(n), tell.number(n.severity))),
          ...issuers(text).map((i) => found(moved(i), tell.issuer())),
        ];
      });
      return [
        ...inSentences,
        ...titles(source.text).map((t) => found({ start: t.start, end: t.end }, tell.title(t.severity, t.right))),
      ];
    });
};
