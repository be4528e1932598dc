import type { Correction } from '#domain/corrections/correction.ts';
import type { FrozenFact } from '#domain/data-releases/data-release.ts';
import { type EarlierValue, factHistory } from '#domain/data-releases/fact-history.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { longDate } from '#format/date.ts';
import { quantity } from '#format/number.ts';
import { releaseName } from '#format/publisher.ts';
import { build, routes } from './programme.ts';

/** Words of a sentence, some of which lead somewhere. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const correctionLink = ({ id }: Correction): Piece => ({ text: '更正', href: routes.correction(id) });
const releaseLink = (date: string): Piece => ({ text: releaseName(date), href: routes.dataRelease(date) });

/** Since when a fact has its value, in one line: what is known of it and no more. */
function sinceWords({ corrected, content: { dataReleases } }: Programme, id: string, history: History): Piece[] {
  const by = corrected.get(id);
  const newest = dataReleases.at(-1)?.date;
  const { since, release, earlier } = history;
  if (by && since === by.date) {
    const own = by.subject === id;
    return [
      { text: own ? `${longDate(by.date)}` : `${longDate(by.date)}，它所依据的数` },
      correctionLink(by),
      { text: own ? '以后是这个数。' : '以后是这个数。' },
    ];
  }
  const never = earlier.length === 0 ? '，没有更正过' : '';
  if (newest === undefined)
    return [{ text: `本站还没有发布过数据版本；这个数${never === '' ? '改过' : '没有更正过'}。` }];
  if (since !== null && dataReleases.some(({ date }) => date === since))
    return [{ text: '从' }, releaseLink(since), { text: `起是这个数${never}。` }];
  if (since !== null) return [{ text: `${longDate(since)}起是这个数${never}。` }];
  if (release === null) return [{ text: '最近的' }, releaseLink(newest), { text: '里还没有这个数。' }];
  return [{ text: '从' }, releaseLink(release), { text: `起是这个数${never}。` }];
}

type History = ReturnType<typeof factHistory>;

/** Why an earlier value ended, in words. */
function whyWords(by: Correction | null, id: string): string {
  if (by === null) return '以后的数更新，原来的不算错';
  return by.subject === id ? by.why : `它所依据的数更正了：${by.why}`;
}

const earlierView = (id: string, { value, unit, since, until, by }: EarlierValue) => ({
  value: quantity(value, unit),
  when: `${since === null ? '' : `${longDate(since)}起，`}${until === null ? '' : `到${longDate(until)}`}` || '以前',
  why: whyWords(by, id),
  href: by === null ? null : routes.correction(by.id),
});

/** The values that a fact had and has: since when, in which data release it can be cited, and the earlier ones. */
export function historyView(programme: Programme, id: string) {
  const history = factHistory(id, programme.facts, programme.content);
  return {
    release: history.release,
    since: sinceWords(programme, id, history),
    earlier: history.earlier.map((value) => earlierView(id, value)),
  };
}

/** What a fact was called that is no longer there, in the newest data release that had it. */
export function lastHeld(programme: Programme, id: string): FrozenFact | null {
  for (const { gone, added } of programme.content.dataReleases.toReversed()) {
    const found = gone.find((fact) => fact.id === id) ?? added.find((fact) => fact.id === id);
    if (found) return found;
  }
  return null;
}

/** The facts that a data release had and that are no longer there: their addresses stay. */
export async function goneFactIds(): Promise<string[]> {
  const { content, facts } = (await build()).programme;
  const ids = content.dataReleases.flatMap(({ added }) => added.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => !facts.has(id));
}

/** What is left of a fact that is no longer there: what it was called, its values, and why it went. */
export async function goneFactView(id: string) {
  const { programme } = await build();
  const held = lastHeld(programme, id);
  if (!held) throw new Error(`没有编号为 ${id} 的事实`);
  const { earlier } = historyView(programme, id);
  return { label: held.label, text: '本站不再有这个数。网址保留，以前的值和为什么去掉写在下面。', earlier };
}
