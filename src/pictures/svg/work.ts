import { widthsOf } from '#domain/stories/picture.ts';
import type { Size } from '../orientation.ts';
import { elementsById, namedBy } from './references.ts';
import { tooMuch } from './refusal.ts';
import type { XmlElement } from './xml.ts';

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

/** Over a minute at the worst; most effects cover a small part of a picture and cost a small part of that. */
const MOST_COST = 200;

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
    const targets = namedBy(element, byId);
    const effects = targets.filter(isEffect);
    // A filter costs nothing where it is only described.
    const drawn = [...element.children, ...targets].filter((one) => !isEffect(one)).map(workOf);
    const functions = element.attributes.reduce((sum, { local, value }) => sum + filtersIn(local, value), 0);
    const below = deepest([...drawn, ...effects.map(workOf)]);
    const depth = effects.length + functions > 0 ? below + 1 : below;
    const used = effects.reduce(
      (sum, effect) => sum + workOf(effect).cost * (effect.local === 'filter' ? depth : 1),
      functions * depth + ownCost(element),
    );
    const cost = drawn.reduce((sum, work) => sum + work.cost, used);
    if (cost * megapixels > MOST_COST)
      throw tooMuch(`滤镜、蒙版、图案套得太多（第${element.line}行），画出来要一分钟以上`, '几秒钟画得出来的 SVG');
    const work = { cost, depth };
    known.set(element, work);
    return work;
  };
  workOf(root);
}

const isEffect = ({ local }: XmlElement) => ['filter', 'mask', 'pattern'].includes(local);

const deepest = (all: readonly Work[]) => all.reduce((most, { depth }) => Math.max(most, depth), 0);

/** Without what it refers to and what lies in it. */
function ownCost({ local, attributes }: XmlElement): number {
  const named = COST[local] ?? (/^fe(?!Func|MergeNode|.*Light$)[A-Z]/.test(local) ? STEP : 0);
  return named + (attributes.some(({ local: name, value }) => isSeeThrough(name, value)) ? LAYER : 0);
}

/** Filters that an attribute states as functions: `blur(3px) sepia(1)`. */
function filtersIn(name: string, value: string): number {
  if (name === 'style') return declared(value, 'filter').reduce((sum, one) => sum + filtersIn('filter', one), 0);
  return name === 'filter' ? [...value.matchAll(/\b(?!url)[a-z-]+\(/gi)].length : 0;
}

function isSeeThrough(name: string, value: string): boolean {
  if (name === 'style') return declared(value, 'opacity').some((one) => isSeeThrough('opacity', one));
  return name === 'opacity' && !(Number.parseFloat(value) >= 1);
}

/** The values that a style gives to a property. */
const declared = (style: string, property: string) =>
  style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    return declaration.slice(0, Math.max(colon, 0)).trim() === property ? [declaration.slice(colon + 1)] : [];
  });
