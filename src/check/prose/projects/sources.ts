import { smallNumber } from '../calendar/calendar.ts';
import type { Range } from '../prose.ts';
import type { Known, LineKnown, Who } from './known.ts';

/** Where a sentence says that a number stands: in the text, in an annex (of that number, if it has one), or it does not say. */
export type Source =
  | { readonly kind: 'text' }
  | { readonly kind: 'annex'; readonly label: string | null }
  | { readonly kind: 'open' };

const OPEN: Source = { kind: 'open' };
const WORDS =
  /(?:(?<text>正文)|(?<annex>附件|附表|任务表|备注|(?<!\p{Script=Han}表)(?<=^|[，。；、：\s])表(?=[里上中]))(?<number>\d{1,2}|[一二三四五六七八九])?)(?![里中上]?(?:面|也|都|却|则|并)*(?:提到|说到|讲到|写到|没有?|找不到|查不到|看不到|见不到|未写|不见)(?:的|过)?)/gu;
/** 50人，这是正文写的数; 50人（附件3）. */
const BEHIND =
  /^[^，,。；;（(]{0,10}(?:[，,](?=(?:正文|附件|备注)[^，。；没未不找查\d]{0,10}(?:写|列|有|规定|定)[^，。；\d一二三四五六七八九十]*(?:[，。；]|$))|(?:[，,](?:这|那|这个数)?(?:是|见|出自|取自|来自|写在|列在|载于|据|按)|(?:出自|取自|来自|源自|见于|见|写在|列在|载于))|[（(](?:见|据|按)?)(?:通知|方案)?的?(?:正文|附件|附表|任务表|备注)/u;

const sourceIn = ({ groups }: RegExpExecArray): Source => {
  if (groups?.['text']) return { kind: 'text' };
  const number = groups?.['number'];
  return { kind: 'annex', label: number === undefined ? null : `附件${smallNumber(number)}` };
};

/** Where a number stands, by the words before it in its part of the sentence, or right behind it. */
export function sourceOf(sentence: string, { start, end }: Range): Source {
  const before = sentence.slice(sentence.lastIndexOf('；', start) + 1, start);
  const last = [...before.matchAll(WORDS)].at(-1);
  if (last) return sourceIn(last);
  const behind = BEHIND.exec(sentence.slice(end, end + 40))?.[0];
  const named = behind && [...behind.matchAll(WORDS)].at(-1);
  return named ? sourceIn(named) : OPEN;
}

/** The words before a number without those that belong to another source: 正文写每年20人，附件写40人. Offsets stay. */
export function withoutOtherSources(before: string): string {
  const places = [...before.matchAll(WORDS)].map(({ index }) => index);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  return before.slice(0, first) + '○'.repeat(last - first) + before.slice(last);
}

/** Whether the two are set against each other: then a number is that of the one named before it. */
export const comparesSources = (sentence: string) =>
  /正文/u.test(sentence) && /附件|附表|任务表|备注|[，。；]表[里上中]/u.test(sentence);

const inText = (known: LineKnown): LineKnown => {
  const { texts, years } = known;
  const each = texts.find(({ per }) => per !== 'total');
  const whole = texts.find(({ per }) => per === 'total');
  const added = each && each.per === 'year' ? { ...each, value: each.value * years.length, fact: null } : null;
  const ofAll = (who: Who, value: Known | null | undefined) => (who === 'all' ? (value ?? null) : null);
  return {
    ...known,
    inYear: (_, who) => ofAll(who, each),
    inAll: (who) => ofAll(who, whole ?? (added && { ...added, words: `每年${each?.value}${added.unit}` })),
  };
};

/** What the text alone or the annexes alone say of a line. */
export function saidIn(known: LineKnown, { kind }: Source): LineKnown {
  if (kind === 'open') return known;
  return kind === 'text' ? inText(known) : { ...known, texts: [] };
}
