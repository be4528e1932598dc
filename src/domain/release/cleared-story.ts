import { peopleIn } from '../picture.ts';
import type { Story } from '../story.ts';
import type { Clearing } from './clearing.ts';
import { withoutName } from './names-in-text.ts';

/** A tag of a picture, whole. */
const PHOTO = /<Photo\b(?:[^>"']|"[^"]*"|'[^']*')*\/>/g;
const GALLERY = /<Gallery\b(?:[^>"']|"[^"]*"|'[^']*')*>([\s\S]*?)<\/Gallery>/g;
const linesOf = (text: string) => '\n'.repeat(text.split('\n').length - 1);

/** The source without the pictures that are left out; a gallery of which none is left goes too. Lines stay where they are. */
function withoutPictures(source: string, left: ReadonlySet<string>): string {
  const rest = source.replaceAll(PHOTO, (tag) => {
    const [, , src = ''] = /\ssrc\s*=\s*(["'])(.*?)\1/.exec(tag) ?? [];
    return left.has(src) ? linesOf(tag) : tag;
  });
  return rest.replaceAll(GALLERY, (all, inside: string) => (inside.trim() === '' ? linesOf(all) : all));
}

/** What is shown of a story: names given way, pictures gone, in the front matter and in the source of the body. */
export interface ClearedText {
  readonly front: Omit<Story, 'id' | 'sample' | 'body' | 'clearance'>;
  readonly source: string;
}

/** The words of a story as they may be shown. Nothing of what gave way is left in them. */
export function clearedText(story: Story, { replaced, leftOut }: Clearing): ClearedText {
  const rename = (text: string): string =>
    [...replaced].reduce((words, [name, instead]) => withoutName(words, name, instead), text);
  const left = new Set(leftOut.map(({ src }) => src));
  const {
    id: _id,
    sample: _sample,
    body,
    clearance: _clearance,
    fallbacks: _fallbacks,
    cover,
    coverFile,
    ...front
  } = story;
  const kept = cover && !left.has(cover.src) ? { cover, ...(coverFile && { coverFile }) } : {};
  // Names may stand in any of its words, and in those about its pictures.
  const words = JSON.parse(rename(JSON.stringify({ ...front, ...kept }))) as ClearedText['front'];
  return { front: words, source: rename(withoutPictures(body.source, left)) };
}

/** The pictures of the body that are still shown, with the names that stand for people now. */
export function clearedPictures({ body }: Story, { replaced, leftOut }: Clearing): Story['body']['pictures'] {
  const left = new Set(leftOut.map(({ src }) => src));
  return body.pictures
    .filter(({ file }) => !left.has(file.src))
    .map((picture) => {
      if (!picture.rights) return picture;
      const people = peopleIn(picture.rights).map((name) => replaced.get(name) ?? name);
      return { ...picture, rights: { ...picture.rights, people: people.join('、') || '无' } };
    });
}
