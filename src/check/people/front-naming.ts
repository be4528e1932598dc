import { frontWords } from '#domain/people/found-people.ts';
import type { Mention, MentionPart } from '#domain/people/mentions.ts';
import { peopleIn } from '#domain/stories/picture.ts';
import type { Story } from '#domain/stories/story.ts';
import type { DataPath } from '../finding.ts';
import { isMarkedAlias } from '../text/names/aliases.ts';
import { namesIn } from '../text/names/names.ts';
import { namesInField, type PlacedName } from './field-names.ts';
import { namesInWords, withoutOverlaps } from './names-in-words.ts';

const mentionsIn = (text: string, part: MentionPart, path: DataPath, names: readonly PlacedName[]): Mention[] =>
  names.map(({ start, end, certainty }) => ({
    ...{ name: text.slice(start, end), part, certainty, alias: isMarkedAlias(text, { start, end }) },
    at: { path, start, end },
  }));

const inWords = (text: string, part: MentionPart, path: DataPath): Mention[] => {
  const kind = { alone: part !== 'summary' && part !== 'correction', picture: part === 'caption' || part === 'alt' };
  const names = namesInWords(text, kind);
  // A box of a few words tells of people only: whatever may be a name there is asked about.
  return mentionsIn(text, part, path, part === 'profile' ? withoutOverlaps([...names, ...namesIn(text)]) : names);
};

/** A value that is one name as it stands: whoever the story itself lists. */
const whole = (name: string, part: MentionPart, path: DataPath, start = 0): Mention => ({
  ...{ name, part, certainty: 'certain', alias: /[（(][^（()）]{0,8}化名/u.test(name) },
  at: { path, start, end: start + name.length },
});

/** Words that say that who is the author speaks of themselves. */
const TELLS_OF_SELF = /口述|讲述|自述/u;

/** A story of which only that is left to say. */
type Unnamed = Omit<Story, 'named'>;

/** An author is who a story tells of where they tell it, or where the same name stands in it. */
function ofAuthor({ author, title, subtitle, summary, body }: Unnamed): Mention[] {
  if (author === undefined) return [];
  const names = namesInField(author.replaceAll(/口述|讲述|自述|整理|采访|执笔/gu, (word) => '、'.repeat(word.length)));
  const words = [title, subtitle, summary, body.source].join('\n');
  const told = names.filter(
    ({ start, end, certainty }) =>
      certainty === 'certain' && (TELLS_OF_SELF.test(author) || words.includes(author.slice(start, end))),
  );
  return mentionsIn(author, 'author', ['author'], told);
}

/** Who is named in the front matter of a story: those it lists, and the names in its words. */
export function frontMentions(story: Unnamed): Mention[] {
  const { people = [], cover } = story;
  let at = 0;
  const inCover = (cover ? peopleIn(cover) : []).map((name) => {
    at = cover?.people.indexOf(name, at) ?? 0;
    return whole(name, 'photo-people', ['cover', 'people'], at);
  });
  return [
    ...frontWords(story).flatMap(({ text, part, path }) => inWords(text, part, path)),
    ...people.map((name, index) => whole(name, 'people', ['people', index])),
    ...ofAuthor(story),
    ...inCover,
  ];
}
