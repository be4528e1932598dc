import type { Range } from './range.ts';

/** A mark of a pair where it stands; round brackets of both widths are one kind. */
interface Mark {
  readonly at: number;
  readonly char: string;
  /** The opening mark of its pair. */
  readonly kind: string;
  readonly opens: boolean;
  /** A closing bracket behind a number or letter: 1） may be the label of an item. */
  readonly label: boolean;
}

/** What is wrong with the marks of one block. */
export type MarkFault = Range & {
  readonly kind: string;
  readonly fault: 'unclosed' | 'unopened' | 'twice' | 'crossed' | 'mixed' | 'nested';
};

/** Opening marks and what closes them. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '（': '）',
  '【': '】',
  '〔': '〕',
};
const OPENS = new Map(Object.entries(CLOSES).map(([open, close]) => [close, open]));
const ANY = /[“”‘’《》〈〉「」『』（）【】〔〕()]/gu;
const LETTER = /\p{Script=Latin}/u;
const LABEL =
  /(?:^|[^\p{Script=Han}\p{L}\d]|[^件第表图页条项款章附级年\p{L}\d.]|[括为是有])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]{1,4})$/u;

/** Whether a single quotation mark stands in or beside a Latin word, a year or a measure: don’t, ’19, 29°14’. */
const isApostrophe = (text: string, at: number, char: string) => {
  const [before, behind] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (LETTER.test(before) && LETTER.test(behind)) return true;
  return char === '‘' && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4)) && !text.slice(at + 1, at + 30).includes('’');
};

/** 29°14’30”, 5’30”: minutes and seconds. */
const isMeasure = (text: string, at: number) => /[’'′°]\d{1,2}(?:\.\d+)?$/u.test(text.slice(Math.max(0, at - 8), at));
const isSmiley = (text: string, at: number) => /(?:[:;=][-^o']?|：)$/u.test(text.slice(Math.max(0, at - 2), at));

/** All marks of a text that want a partner. */
function marksIn(text: string): Mark[] {
  return [...text.matchAll(ANY)].flatMap(({ index: at, 0: char }): Mark[] => {
    if ((char === '’' || char === '‘') && isApostrophe(text, at, char)) return [];
    if (char === '”' && isMeasure(text, at)) return [];
    if ((char === '(' || char === ')' || char === '）') && isSmiley(text, at)) {
      if (char !== '(' || !text.slice(at, at + 60).includes(')')) return [];
    }
    const wide = char === '(' ? '（' : char === ')' ? '）' : char;
    const opens = Object.hasOwn(CLOSES, wide);
    const label = wide === '）' && LABEL.test(text.slice(Math.max(0, at - 6), at));
    return [{ at, char, kind: opens ? wide : (OPENS.get(wide) ?? wide), opens, label }];
  });
}

/** A closing ’ without its partner that is an apostrophe after all: students’, ’19, 6’. */
const mayBeApostrophe = (text: string, at: number): boolean =>
  /[\p{Script=Latin}\d]/u.test((text[at - 1] ?? '') + (text[at + 1] ?? ''));

interface Open extends Mark {
  /** A pair of the same kind directly inside it. */
  nested: Mark | null;
}

/** Of each mark the next of its kind. */
function nextOfKind(marks: readonly Mark[]): (Mark | undefined)[] {
  const last = new Map<string, Mark>();
  const next: (Mark | undefined)[] = Array.from({ length: marks.length });
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (!mark) continue;
    next[i] = last.get(mark.kind);
    last.set(mark.kind, mark);
  }
  return next;
}

/** Goes through the marks of one block with a stack of those that are open. */
class Pairs {
  readonly faults: MarkFault[] = [];
  readonly #stack: Open[] = [];
  /** Brackets that a label like 1） closed: their own closing bracket is still to come. */
  #takenByLabels = 0;
  /** Closing marks that were told with the pair they cross. */
  readonly #skipped = new Set<number>();
  /** How many of each kind are open, so that a stack is not searched in vain. */
  readonly #open = new Map<string, number>();
  /** Of each mark the next of its kind. */
  readonly #next: readonly (Mark | undefined)[];
  readonly #text: string;
  readonly #marks: readonly Mark[];

  constructor(text: string) {
    this.#text = text;
    this.#marks = marksIn(text);
    this.#next = nextOfKind(this.#marks);
    for (const [i, mark] of this.#marks.entries()) {
      if (mark.opens) this.#push(mark);
      else this.#close(mark, i);
    }
    this.#finish();
  }

  #fault(fault: MarkFault['fault'], { at, kind }: Mark): void {
    this.faults.push({ fault, kind, start: at, end: at + 1 });
  }

  #count(kind: string, by: number): void {
    this.#open.set(kind, (this.#open.get(kind) ?? 0) + by);
  }

  #push(mark: Mark): void {
    this.#stack.push({ ...mark, opens: true, nested: null });
    this.#count(mark.kind, 1);
  }

  #close(mark: Mark, i: number): void {
    const top = this.#stack.at(-1);
    if (top?.kind === mark.kind) {
      this.#stack.pop();
      this.#count(top.kind, -1);
      this.#pair(top, mark);
      return;
    }
    if ((this.#open.get(mark.kind) ?? 0) === 0) {
      this.#unopened(mark, i);
      return;
    }
    const from = this.#stack.findLastIndex(({ kind }) => kind === mark.kind);
    this.#closeOver(from, mark, i);
  }

  #pair(open: Open, close: Mark): void {
    if (open.kind === '（' && close.label && close.at - open.at > 3) this.#takenByLabels++;
    if (open.kind === '（' && (open.char === '（') !== (close.char === '）')) {
      this.faults.push({ fault: 'mixed', kind: open.kind, start: open.at, end: close.at + 1 });
    }
    if (open.nested) this.#fault('nested', open.nested);
    const outer = this.#stack.at(-1);
    if (outer && outer.kind === open.kind && (open.kind === '“' || open.kind === '‘')) outer.nested ??= open;
  }

  /** A closing mark of an outer pair while inner ones are open: they cross, or the inner ones were never closed. */
  #closeOver(from: number, mark: Mark, i: number): void {
    const inner = this.#stack.splice(from);
    for (const { kind } of inner) this.#count(kind, -1);
    const [open, ...rest] = inner;
    if (open) this.#pair(open, mark);
    for (const left of rest) {
      const later = this.#marks.slice(i + 1, i + 4).find(({ kind, opens }) => kind === left.kind && !opens);
      const reopened = this.#marks.slice(i + 1, i + 4).find(({ kind, opens }) => kind === left.kind && opens);
      if (later && (!reopened || reopened.at > later.at)) {
        this.#fault('crossed', mark);
        this.#skipped.add(later.at);
      } else if (left.kind !== '‘' || !/\d|\p{Script=Latin}/u.test(this.#text[left.at + 1] ?? '')) {
        this.#fault('unclosed', left);
      }
    }
  }

  #unopened(mark: Mark, i: number): void {
    if (this.#skipped.has(mark.at) || mark.label) return;
    if (mark.kind === '’' || (mark.kind === '‘' && mayBeApostrophe(this.#text, mark.at))) return;
    if (mark.kind === '（' && this.#takenByLabels > 0) {
      this.#takenByLabels--;
      return;
    }
    if (mark.char === ')' && this.#text.slice(Math.max(0, mark.at - 20), mark.at).includes('[')) return;
    const next = this.#next[i];
    // ”甲”: the first of the two should open.
    if (mark.kind === '“' && next && !next.opens) {
      this.#fault('twice', mark);
      this.#push(mark);
    } else this.#fault('unopened', mark);
  }

  #finish(): void {
    const left = this.#stack;
    for (const [i, mark] of left.entries()) {
      const before = left[i - 1];
      // “甲“: the second of the two should close.
      if (before?.kind === mark.kind && mark.kind === '“' && this.faults.at(-1)?.start === before.at) {
        this.faults.pop();
        this.#fault('twice', mark);
      } else if (mark.char === '(' && this.#text.slice(mark.at, mark.at + 20).includes(']')) continue;
      else if (mark.kind === '‘' && /[\d\p{Script=Latin}]/u.test(this.#text[mark.at + 1] ?? '')) continue;
      else this.#fault('unclosed', mark);
    }
  }
}

/** What is wrong with the pairs of marks in a text, in order. */
export const markFaults = (text: string): MarkFault[] => new Pairs(text).faults.sort((a, b) => a.start - b.start);

/** The closing mark to an opening one. */
export const closing = (kind: string): string => CLOSES[kind] ?? kind;
