/**
 * What each sign speaks for (or, below 0, against) a name of surname and given name. The numbers are the weights of a
 * logistic regression over all places of a labelled newspaper where a surname stands: their sum is the logarithm of the
 * odds that somebody is named there.
 */
const POINTS = {
  // What it is made of.
  one: -0.7,
  two: 0.4,
  'surname-double': 1.2,
  'surname-common': 0.4,
  'surname-middle': -0.7,
  'surname-rare': -1.1,
  'surname-wordy': -0.6,
  'surname-grammar': -0.6,
  'typical-0-of-1': -0.9,
  'typical-1-of-1': -0.1,
  'typical-0-of-2': -2.6,
  'typical-1-of-2': -0.3,
  'typical-2-of-2': 1.8,
  'namely-0-of-1': -1.0,
  'namely-1-of-1': 0.1,
  'namely-0-of-2': -0.3,
  'namely-1-of-2': -0.3,
  'namely-2-of-2': 1.8,
  'foreign-1': -0.3,
  'foreign-2': 0.1,
  'sounds-1': 1.0,
  'sounds-2': -0.2,
  direction: -0.9,
  'starts-in-grammar': -1.0,
  'ends-in-grammar': -1.8,
  'ends-going-on': -0.6,
  'more-behind': -4.0,
  // How the dictionary cuts it.
  'inside-word': -0.9,
  'is-word-1': -0.5,
  'is-word-2': -0.8,
  'word-from-surname': -2.6,
  'given-is-word-0': -0.3,
  'given-is-word-1': 0,
  'given-is-word-2': -0.1,
  loose: 1.5,
  'announced-word': 3.2,
  'word-over-end': -3.2,
  'word-over-start': -1.4,
  // What stands around it.
  'after-and': 0.3,
  'after-bracket': 2.7,
  'after-called': 2.2,
  'after-grammar': -0.4,
  'after-list': -0.3,
  'after-loose': -2.4,
  'after-nothing': 1.9,
  'after-owns': 2.1,
  'after-pause': -0.2,
  'after-place': 1.0,
  'after-quote': 2.5,
  'after-sound': -5.4,
  'after-speaks': 0.7,
  'after-speech': 1.2,
  'after-strong': 1.8,
  'after-verb': 1.0,
  'after-when': 1.5,
  'after-word': -1.3,
  'before-and': -0.5,
  'before-called': 2.4,
  'before-grammar': 0.2,
  'before-list': -0.5,
  'before-loose': -2.3,
  'before-nothing': 1.1,
  'before-number': -5.5,
  'before-office': -0.4,
  'before-pause': 0.4,
  'before-sound': -4.1,
  'before-strong': 1.7,
  'before-verb': 0.5,
  'before-word': -1.7,
  'beside-name': 2.3,
};

/** A sign that what stands there is a name, or that it is none. */
export type HanSign = keyof typeof POINTS;

/** What all names have before anything is known of them. */
const FROM = -0.3;

/** How much all signs together speak for a name; from 0 it is more likely one than not. */
export const pointsOf = (signs: readonly HanSign[]): number => signs.reduce((sum, sign) => sum + POINTS[sign], FROM);
