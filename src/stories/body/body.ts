import type { Nodes, Root } from 'mdast';
import { isLanguage } from '#domain/places/language-name.ts';
import { PHOTO_FORMS, type PictureRights } from '#domain/stories/picture.ts';
import type { ForeignRun, StoryBody, StoryFigure, StoryPicture } from '#domain/stories/story.ts';
import { nodesIn } from '../grammar/nodes.ts';
import { type Element, isElement } from './nodes.ts';

/** What the body of a story holds, before its picture files are looked at. */
export interface ReadBody extends Omit<StoryBody, 'pictures' | 'source' | 'firstLine'> {
  readonly pictures: readonly ReadPicture[];
}

type ReadPicture = Omit<StoryPicture, 'file'> & { readonly src: string };

const BLOCKS = new Set(['paragraph', 'heading', 'tableRow', 'code']);

const valuesOf = ({ attributes }: Element) =>
  Object.fromEntries(
    attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [[a.name, String(a.value ?? '')]] : [])),
  );

/** What a `Name` puts into its sentence. The check has seen that it is one of the two. */
function foreignOf(node: Element): ForeignRun | null {
  const { lang = '', place, text } = valuesOf(node);
  if (!isLanguage(lang)) return null;
  return place ? { lang, place } : { lang, text: text ?? '' };
}

/** What a `Photo` shows, and how wide. The check has seen that all of the rights are there. */
function photoOf(node: Element): ReadPicture {
  const { form: written, ...rights } = valuesOf(node);
  const form = PHOTO_FORMS.find((one) => one === written);
  return { src: rights['src'] ?? '', rights: rights as unknown as PictureRights, ...(form && { form }) };
}

/** The words between the marks, one line a paragraph or row; of components what stands between their tags. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break' || node.type === 'thematicBreak') return '\n';
  if (isElement(node) && node.name === 'Name') return foreignOf(node)?.text ?? '';
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf).join(node.type === 'tableRow' ? '　' : '');
  return BLOCKS.has(node.type) ? `${words}\n` : words;
}

const COUNTED =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[.,'’-](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;

/** Chinese characters, Latin words, numbers and Tibetan syllables. */
export const lengthOf = (text: string) => text.match(COUNTED)?.length ?? 0;

/** Reads what a story holds from its tree as it is meant. */
export function bodyOf(tree: Root): Omit<ReadBody, 'naming'> {
  const facts = new Set<string>();
  const figures: StoryFigure[] = [];
  const foreign: ForeignRun[] = [];
  const pictures: ReadPicture[] = [];
  for (const node of nodesIn(tree)) {
    if (!isElement(node)) continue;
    const values = valuesOf(node);
    const { fact, name, title, form, src } = values;
    if (node.name === 'Name') foreign.push(...[foreignOf(node) ?? []].flat());
    if (node.name === 'Num' && fact) facts.add(fact);
    if (node.name === 'Figure' && name) {
      const drawn = form === 'phone' || form === 'wide' ? { form } : {};
      figures.push({ name, ...(title && { title }), ...(drawn as Pick<StoryFigure, 'form'>) });
    }
    if (node.name === 'Photo' && src) pictures.push(photoOf(node));
    if (node.name === 'PlainPhoto' && src) pictures.push({ src, rights: null });
  }
  const text = wordsOf(tree)
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
  return { facts: [...facts], figures, foreign, pictures, text, length: lengthOf(text) };
}
