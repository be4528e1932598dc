import { widthsOf } from '#domain/picture.ts';
import type { Size } from './picture-orientation.ts';
import { elementsById, namedBy } from './svg-references.ts';
import { tooMuch } from './svg-refusal.ts';
import type { XmlElement } from './svg-xml.ts';

/**
 * What an element costs when it covers a picture of a million pixels, by name; a blur is 1, about a third of a second.
 * Shapes and lines cost next to nothing beside these.
 */
const COST: Readonly<Record<string, number>> = {
  mask: 0.25,
  pattern: 0.25,
  feGaussianBlur: 1,
  feDropShadow: 1.2,
  feTurbulence: 1.5,
  feDiffuseLighting: 1.2,
  feSpecularLighting: 1.2,
  feConvolveMatrix: 1.5,
  feMorphology: 14,
};
/** Every other step of a filter. */
const STEP = 0.1;
/** A layer that is see-through as a whole: it is drawn aside first. */
const LAYER = 0.02;

/** Under two minutes at the worst; most effects cover a small part of a picture and cost a small part of that. */
const MOST_COST = 300;

const WIDEST = widthsOf({ width: Number.POSITIVE_INFINITY }).at(-1) ?? 0;

/** What is drawn of an element: its cost with all that it refers to, and how many effects lie inside each other. */
interface Work {
  readonly cost: number;
  readonly depth: number;
}

/**
 * Counts the filters, masks and patterns of a drawing, each as often as it is used, filters times how deep they lie inside
 * each other, all times the size of the picture. Where effects are named in a style sheet they are not seen: those the limit of
 * time catches when it is drawn. Throws `Refused` where it is too much. References must lead to no circle.
 */
export function checkWork(root: XmlElement, { width, height }: Size): void {
  const byId = elementsById(root);
  const megapixels = (WIDEST * WIDEST * height) / width / 1e6;
  const known = new Map<XmlElement, Work>();
  const workOf = (element: XmlElement): Work => {
    const before = known.get(element);
    if (before) return before;
    const inside = element.children.map(workOf);
    const named = namedBy(element, byId).map((target) => ({ target, work: workOf(target) }));
    const effects = named.filter(({ target }) => EFFECTS.has(target.local));
    const drawn = [...inside, ...named.filter(({ target }) => !EFFECTS.has(target.local)).map(({ work }) => work)];
    const own = ownCost(element);
    const isEffect = effects.length > 0 || own > 0;
    const depth = deepest([...drawn, ...effects.map(({ work }) => work)]) + (isEffect ? 1 : 0);
    const used = effects.reduce(
      (sum, { target, work }) => sum + work.cost * (target.local === 'filter' ? depth : 1),
      own * Math.max(depth, 1),
    );
    const cost = drawn.reduce((sum, work) => sum + work.cost, used);
    if (cost * megapixels > MOST_COST)
      throw tooMuch(`滤镜、蒙版、图案套得太多（第${element.line}行），画出来要几分钟`, '几秒钟画得出来的 SVG');
    const work = { cost, depth };
    known.set(element, work);
    return work;
  };
  workOf(root);
}

const EFFECTS = new Set(['filter', 'mask', 'pattern']);

const deepest = (all: readonly Work[]) => all.reduce((most, { depth }) => Math.max(most, depth), 0);

/** Without what it refers to and what lies in it. */
function ownCost({ local, attributes }: XmlElement): number {
  const named = COST[local] ?? (/^fe(?!Func|MergeNode|.*Light$)[A-Z]/.test(local) ? STEP : 0);
  return attributes.reduce((sum, { local: attribute, value }) => sum + costOfAttribute(attribute, value), named);
}

function costOfAttribute(name: string, value: string): number {
  if (name === 'opacity') return isWhole(value) ? 0 : LAYER;
  // `filter: blur(3px) sepia(1)`: every function is a filter of its own.
  if (name === 'filter') return [...value.matchAll(/\b(?!url)[a-z-]+\(/gi)].length;
  if (name !== 'style') return 0;
  return value.split(';').reduce((sum, declaration) => {
    const [property = '', ...rest] = declaration.split(':');
    return /^\s*(opacity|filter)\s*$/.test(property) ? sum + costOfAttribute(property.trim(), rest.join(':')) : sum;
  }, 0);
}

const isWhole = (opacity: string) => Number.parseFloat(opacity) >= 1;
