import { valueAt } from '#check/data/explain-issue.ts';
import { parseYaml } from '#check/data/parse-data.ts';
import type { Position } from '#check/finding.ts';
import type { FoundPerson, NameCover } from '#domain/people/found-people.ts';
import type { Mention, MentionPlace } from '#domain/people/mentions.ts';
import type { Story } from '#domain/stories/story.ts';
import { MENTION_WORDS, NAME_KIND_WORDS } from '#format/name-words.ts';
import type { ReadStory } from '#reader/stories/read-story.ts';
import { splitStory } from '#stories/body/split.ts';

type PositionOf = (at: MentionPlace, name: string) => Position;

/** What of a read story tells where something stands in its file. */
export type PlacedStory = Pick<ReadStory, 'position'> & { readonly text: string };

/**
 * Finds line and column of the places of a story that name somebody, counted from 1 in its file. In a value of the front
 * matter the column is that of the name where the value stands on one line, else of the value.
 */
export function mentionPositions({ text, position }: PlacedStory): PositionOf {
  const front = splitStory(text).front ?? '';
  const data = parseYaml(front).data;
  const lines = text.split('\n');
  return ({ path, start }, name) => {
    if (path === null) return position(start);
    const { line, column } = data?.locate(path) ?? { line: 1, column: 1 };
    const found = (lines[line - 1] ?? '').indexOf(name, column - 1);
    return { line, column: found < 0 ? column : found + 1 };
  };
}

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
  if (cover.is === 'plan') return '文件里印着的名字';
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
