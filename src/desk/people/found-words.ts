import { valueAt } from '#check/data/explain-kinds.ts';
import type { Position } from '#check/data/read-text.ts';
import type { FoundPerson, NameCover } from '#domain/people/found-people.ts';
import type { Mention } from '#domain/people/mentions.ts';
import type { Story } from '#domain/stories/story.ts';
import { MENTION_WORDS, NAME_KIND_WORDS } from '#format/name-words.ts';

type PositionOf = (at: Mention['at'], name: string) => Position;

/** Of many places so many are listed. */
const MOST_PLACES = 3;

/** Where somebody is named: 第2行标题，第10行正文. */
export function placesWords({ mentions }: FoundPerson, positionOf: PositionOf): string {
  const each = mentions.map(({ at, name, part }) => `第${positionOf(at, name).line}行${MENTION_WORDS[part]}`);
  const places = [...new Set(each)];
  const more = places.length - MOST_PLACES;
  return places.slice(0, MOST_PLACES).join('，') + (more > 0 ? `，另有${more}处` : '');
}

/** What covers a name, as an editor calls it. */
export function coverWords(cover: NameCover): string {
  if (cover.is === 'undecided') return '还没有定';
  if (cover.is === 'plan') return '通知里印着的名字';
  if (cover.is === 'recorded') return '授权记录里有';
  return NAME_KIND_WORDS[cover.is] + (cover.source === null ? '' : `：${cover.source}`);
}

/** How much of a long sentence is shown before and behind the name. */
const AROUND = 40;

/** The words in which somebody is named, the name marked. */
export function sentenceOf(story: Story, { at, name }: Mention): string {
  const whole = at.path === null ? story.body.source : String(valueAt(story, at.path) ?? name);
  const before =
    whole
      .slice(Math.max(0, at.start - AROUND), at.start)
      .split(/[\n。！？]/u)
      .at(-1) ?? '';
  const [after = ''] = whole.slice(at.end, at.end + AROUND).split(/(?<=[。！？])|\n/u);
  return `${before}【${whole.slice(at.start, at.end)}】${after}`.replaceAll(/[*_#>|]+/gu, '').trim();
}
