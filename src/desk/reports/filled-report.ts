import { chineseNumber } from '#domain/plan/chinese-number.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Report } from '#domain/programme/report.ts';
import { type ReportedNumber, reportedNumbers, reportingUnits } from '#domain/programme/reported-numbers.ts';
import { FORM_COLUMNS, FORM_FIELDS, type FormColumn, type FormField, formId } from '#exports/report-form/fields.ts';
import { plannedWords } from '#format/reported-number.ts';
import { dayOfSerial, readDay, tidyLine } from '../clerk-words.ts';
import { cellTrouble, plainHeading, remarksOn } from '../spreadsheet/head.ts';
import type { FilledForm, FormRow } from './form-rows.ts';
import { readQuantity } from './read-quantity.ts';

/** A number of the form that is to be written, with the one it follows. */
export interface ReadNumber {
  readonly number: ReportedNumber;
  readonly quantity: number;
  readonly note: string;
}

/** What a form comes to. */
export interface ReadForm {
  /** Cell by cell; while there is one, nothing is written. */
  readonly errors: readonly string[];
  /** What was understood in a way that whoever imports should look at. */
  readonly notes: readonly string[];
  /** What is to be written; null while something is wrong, or nothing is filled in. */
  readonly report: Report | null;
  readonly numbers: readonly ReadNumber[];
  /** Numbers that the form asks for and that were left empty: not reported, which is not 0. */
  readonly unreported: readonly ReportedNumber[];
}

/** More than so many times the plan asks for a word of why. */
const FAR_ABOVE = 3;
/** A number of a telephone or an id is in no field that readers see. */
const LONG_NUMBER = /\d{7,}/;

const headingOf = (key: FormColumn['key']) => FORM_COLUMNS.find((one) => one.key === key)?.heading ?? key;
const labelOf = (key: FormField['key']) => FORM_FIELDS.find((one) => one.key === key)?.label ?? key;

/** What a number was reported as before, by this unit. */
const before = ({ own }: ReportedNumber) => own?.reported ?? null;

/** Reads one form, field by field and line by line. */
class FormReader {
  readonly errors: string[] = [];
  readonly notes: string[] = [];
  readonly unreported: ReportedNumber[] = [];
  readonly #form: FilledForm;
  readonly #programme: Programme;
  readonly #today: string;

  constructor(form: FilledForm, programme: Programme, today: string) {
    this.#form = form;
    this.#programme = programme;
    this.#today = today;
  }

  #tell(row: number, heading: string, problem: string): void {
    this.errors.push(`第${row}行“${heading}”：${problem}`);
  }

  /** The words of a field above the lines; null where it is empty, or cannot be read, which is told. */
  #field(key: FormField['key']): { text: string; row: number } | null {
    const found = this.#form.fields.get(key);
    if (!found) return null;
    const trouble = cellTrouble(found.cell);
    if (trouble !== null) {
      this.#tell(found.row, labelOf(key), trouble);
      return null;
    }
    return { text: tidyLine(found.cell.text), row: found.row };
  }

  /** Whose form it is: by its id, else by its name. */
  unit(): string | null {
    const units = reportingUnits(this.#programme);
    const told = this.errors.length;
    const [id, name] = [this.#field('unit-id'), this.#field('unit')];
    const bare = (text: string) => plainHeading(text).replace(/^共青团|团?(?:市|县|省|区)?委$|[市县区]$/gu, '');
    const named = units.filter((unit) => name && bare(this.#programme.executorName(unit)) === bare(name.text));
    if (!id && named.length === 1) return named[0] ?? null;
    if (id && units.includes(id.text)) {
      if (named.length === 0 || named.includes(id.text)) return id.text;
      const own = this.#programme.executorName(id.text);
      this.#tell(
        id.row,
        labelOf('unit-id'),
        `现在是“${id.text}”（${own}），可是“${labelOf('unit')}”是“${name?.text}”；改成同一个单位。`,
      );
      return null;
    }
    const said = id ?? name;
    const list = units.map((unit) => `${unit}（${this.#programme.executorName(unit)}）`).join('、');
    if (said) this.#tell(said.row, labelOf(id ? 'unit-id' : 'unit'), `现在是“${said.text}”，应当是：${list}。`);
    else if (this.errors.length === told)
      this.errors.push(`没有写“${labelOf('unit-id')}”：看不出是哪个单位报的。在标题上面加一格，写其中一个：${list}。`);
    return null;
  }

  /** A day in a field; null where none stands there, or what stands there is told. */
  #day(key: 'as-of' | 'date'): { day: string; row: number } | null {
    const field = this.#field(key);
    if (!field) return null;
    const read = readDay(dayOfSerial(field.text));
    if ('value' in read) return { day: read.value, row: field.row };
    this.#tell(field.row, labelOf(key), `现在是“${field.text}”，应当是${read.expected}。`);
    return null;
  }

  /** When it was reported, and up to when the numbers count; checked against today and the reports before. */
  days(last: Report | null): { asOf: string; date: string } | null {
    const told = this.errors.length;
    const [asOf, given] = [this.#day('as-of'), this.#day('date')];
    const date = given ?? { day: this.#today, row: asOf?.row ?? 0 };
    if (this.errors.length > told) return null;
    if (!asOf) {
      this.errors.push(`“${labelOf('as-of')}”空着：写下面的数算到哪一天，写成年-月-日。`);
      return null;
    }
    if (!given) this.notes.push(`“${labelOf('date')}”空着，按今天（${this.#today}）记。`);
    if (date.day > this.#today)
      this.#tell(date.row, labelOf('date'), `现在是“${date.day}”，还没有到；今天是 ${this.#today}。`);
    else if (asOf.day > date.day)
      this.#tell(asOf.row, labelOf('as-of'), `现在是“${asOf.day}”，晚于上报日期 ${date.day}；数只能算到上报那天。`);
    if (last && date.day < last.date)
      this.#tell(
        date.row,
        labelOf('date'),
        `现在是“${date.day}”，早于这个单位上一次上报（${last.date}）；早的不能盖过晚的。`,
      );
    else if (last && asOf.day < last.as_of)
      this.#tell(asOf.row, labelOf('as-of'), `现在是“${asOf.day}”，早于上一次上报的 ${last.as_of}。`);
    return this.errors.length > told ? null : { asOf: asOf.day, date: date.day };
  }

  by(): string | null {
    const told = this.errors.length;
    const field = this.#field('by');
    if (!field) {
      if (this.errors.length === told) this.errors.push(`“${labelOf('by')}”空着：写科室或者职务，例如 团市委办公室。`);
      return null;
    }
    if (!LONG_NUMBER.test(field.text.normalize('NFKC').replaceAll(/[\s-]/gu, ''))) return field.text;
    this.#tell(field.row, labelOf('by'), '里面有电话或者证件号码，网页上看得到；只写科室或者职务。');
    return null;
  }

  /** What a row says that it is of: its id, else the words of the line and the year. */
  #saidOf(row: FormRow, mine: readonly ReportedNumber[]) {
    const id = tidyLine(row.cells.get('id')?.text ?? '').normalize('NFKC');
    const year = tidyLine(row.cells.get('year')?.text ?? '')
      .normalize('NFKC')
      .replace(/年度?$/u, '');
    const name = plainHeading(row.cells.get('line')?.text ?? '');
    const ofYear = ({ year: own }: ReportedNumber) => year === '' || own === (Number(year) || chineseNumber(year));
    const byId = mine.filter(({ line, year: own }) => formId(line.id, own) === id);
    const byName = mine.filter(({ line }) => [line.title, line.short].some((one) => plainHeading(one) === name));
    return { id, year, byName, ofYear, found: id !== '' ? byId : byName.filter(ofYear) };
  }

  /** Which number a row is of; null: that is told. */
  #numberOf(row: FormRow, mine: readonly ReportedNumber[]): ReportedNumber | null {
    const { id, year, byName, ofYear, found } = this.#saidOf(row, mine);
    const [only, ...more] = found;
    if (only && more.length === 0) {
      if (ofYear(only)) return only;
      this.#tell(row.number, headingOf('year'), `现在是“${year}”，和编号“${id}”里的年份不一样；改成一样。`);
      return null;
    }
    const place = id !== '' ? 'id' : 'line';
    const said = id !== '' ? id : tidyLine(row.cells.get('line')?.text ?? '');
    if (only) this.#tell(row.number, headingOf('year'), `空着，“${said}”有几年；写上是哪一年。`);
    else if (id === '' && byName.length > 0)
      this.#tell(
        row.number,
        headingOf('year'),
        `现在是“${year}”，这一项有 ${byName.map((one) => one.year).join('、')}年。`,
      );
    else if (said === '') this.#tell(row.number, headingOf('id'), '空着，看不出是哪一项的数。写上编号或者任务的名称。');
    else {
      const known = [...new Set(mine.map(({ line }) => line.title))].join('、');
      this.#tell(row.number, headingOf(place), `现在是“${said}”，这个单位没有这一项。它报的有：${known}。`);
    }
    return null;
  }

  /** Cells of which nobody can tell what is written in them, a number that several rows share among them, are told. */
  #isUnclear({ number, cells }: FormRow): boolean {
    const read: readonly FormColumn['key'][] = ['quantity', 'note', 'id', 'year', 'line', 'unit'];
    let unclear = false;
    for (const [key, cell] of cells) {
      const shared = key === 'quantity' && cell.from !== undefined;
      const trouble = shared ? `和第${cell.from}行合并成了一格，看不出各是多少。拆开，各填各的。` : cellTrouble(cell);
      if (trouble === null || !read.includes(key)) continue;
      this.#tell(number, headingOf(key), trouble);
      unclear = true;
    }
    return unclear;
  }

  /** What a row reports; null: nothing, or something that is told. */
  #row(row: FormRow, mine: readonly ReportedNumber[], asOf: string | null): ReadNumber | null {
    const written = row.cells.get('quantity')?.text ?? '';
    const note = tidyLine(row.cells.get('note')?.text ?? '');
    for (const one of remarksOn(row, headingOf)) this.notes.push(`${one}；要登的写进“${headingOf('note')}”。`);
    if (this.#isUnclear(row)) return null;
    const filled = readQuantity(written, '');
    if (filled.is === 'empty') {
      const { found } = this.#saidOf(row, mine);
      if (found.length === 1) this.unreported.push(...found);
      if (note !== '')
        this.#tell(
          row.number,
          headingOf('quantity'),
          `空着，可是写了说明“${note}”：有数就写上；没有数，说明也不登，删掉。`,
        );
      else if (tidyLine(written) !== '')
        this.notes.push(`第${row.number}行写的“${tidyLine(written)}”当作没有数，不是0。`);
      return null;
    }
    const number = this.#numberOf(row, mine);
    if (!number) return null;
    const { line, year } = number;
    const unit = tidyLine(row.cells.get('unit')?.text || line.unit);
    if (unit.normalize('NFKC') !== line.unit.normalize('NFKC')) {
      this.#tell(row.number, headingOf('unit'), `现在是“${unit}”，文件按“${line.unit}”计；换算成${line.unit}再填。`);
      return null;
    }
    const read = readQuantity(written, line.unit);
    if (read.is !== 'number') {
      const expected = read.is === 'unclear' ? read.expected : '一个数';
      this.#tell(row.number, headingOf('quantity'), `现在是“${tidyLine(written)}”，应当是${expected}。`);
      return null;
    }
    if (read.remark !== '') this.notes.push(`第${row.number}行数后面的“${read.remark}”移到了说明里。`);
    const words = [note, read.remark].filter((one) => one !== '').join('；');
    if (LONG_NUMBER.test(words.normalize('NFKC').replaceAll(/[\s-]/gu, ''))) {
      this.#tell(row.number, headingOf('note'), '里面有电话或者证件号码，网页上看得到；去掉它。');
      return null;
    }
    if (asOf !== null && asOf < `${year}-01-01`) {
      this.#tell(
        row.number,
        headingOf('quantity'),
        `是${year}年的数，可是“${labelOf('as-of')}”是 ${asOf}，那一年还没有开始。`,
      );
      return null;
    }
    this.#judge(row.number, number, read.value, words);
    return { number, quantity: read.value, note: words };
  }

  /** Numbers that may be right, and are more often a slip: they ask for a word. */
  #judge(row: number, number: ReportedNumber, quantity: number, note: string): void {
    const { own, line } = number;
    const nameOf = this.#programme.executorName;
    const target = own?.amount?.to ?? own?.target ?? null;
    const last = before(number);
    if (target !== null && target > 0 && quantity > target * FAR_ABOVE && note === '') {
      const times = Math.round(quantity / target);
      this.#tell(
        row,
        headingOf('quantity'),
        `现在是${quantity}${line.unit}，是计划（${plannedWords(number, nameOf)}）的${times}倍。核对；没有写错的，在“${headingOf('note')}”里写一句为什么。`,
      );
    }
    if (last && quantity < last.quantity && note === '') {
      this.#tell(
        row,
        headingOf('quantity'),
        `现在是${quantity}${line.unit}，比 ${last.report.date} 报的${last.quantity}${line.unit}少。报的是从年初起一共多少；确实要改小的，在“${headingOf('note')}”里写一句为什么。`,
      );
    }
    if (own?.status === 'not-listed')
      this.notes.push(`第${row}行：文件这一年没有给这个单位写数，网页上写“本年未列”，报的数照登。`);
  }

  numbers(unit: string, asOf: string | null): ReadNumber[] {
    const mine = this.#programme.document.years.flatMap((year) => reportedNumbers(this.#programme, unit, year));
    const rows = new Map<string, number>();
    for (const sum of this.#form.sums) this.notes.push(`第${sum}行是合计，没有读。`);
    return this.#form.rows.flatMap((row) => {
      const read = this.#row(row, mine, asOf);
      if (!read) return [];
      const id = formId(read.number.line.id, read.number.year);
      const twice = rows.get(id);
      rows.set(id, row.number);
      if (twice === undefined) return [read];
      this.#tell(row.number, headingOf('id'), `和第${twice}行是同一项、同一年；只留一行。`);
      return [];
    });
  }
}

/** The newest report of a unit; null: there is none. */
export const lastReportOf = (reports: readonly Report[], unit: string): Report | null =>
  reports.filter(({ executor }) => executor === unit).toSorted((a, b) => b.date.localeCompare(a.date))[0] ?? null;

/** Reads a form that came back, against what the programme plans and what was reported before. `today` in China. */
export function readForm(form: FilledForm, programme: Programme, today: string): ReadForm {
  const reader = new FormReader(form, programme, today);
  const unit = reader.unit();
  const days = unit === null ? null : reader.days(lastReportOf(programme.content.reports, unit));
  const by = reader.by();
  const numbers = unit === null ? [] : reader.numbers(unit, days?.asOf ?? null);
  const { errors, notes, unreported } = reader;
  if (errors.length > 0 || unit === null || days === null || by === null || numbers.length === 0)
    return { errors, notes, report: null, numbers, unreported };
  const report: Report = {
    id: `${unit}-${days.date}`,
    executor: unit,
    date: days.date,
    sample: false,
    as_of: days.asOf,
    reported_by: by,
    rows: numbers.map(({ number: { line, year }, quantity, note }) => ({
      ...{ line: line.id, year, quantity, unit: line.unit },
      ...(note === '' ? {} : { note }),
    })),
  };
  return { errors, notes, report, numbers, unreported };
}
