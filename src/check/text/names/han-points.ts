/**
 * What each sign speaks for (or, below 0, against) a name of surname and given name. The numbers are the weights of a
 * logistic regression over all places of a labelled newspaper where a surname stands: their sum is the logarithm of the
 * odds that somebody is named there.
 */
const POINTS = {
  // What it is made of.
  one: -0.6,
  two: 0.3,
  'surname-double': 1.2,
  'surname-common': 0.4,
  'surname-middle': -0.6,
  'surname-rare': -1.0,
  'surname-wordy': -0.6,
  'surname-grammar': -0.9,
  'typical-0-of-1': -1.0,
  'typical-1-of-1': -0.1,
  'typical-0-of-2': -2.8,
  'typical-1-of-2': -0.1,
  'typical-2-of-2': 1.8,
  'namely-0-of-1': -1.1,
  'namely-1-of-1': -0.1,
  'namely-0-of-2': 0,
  'namely-1-of-2': -0.3,
  'namely-2-of-2': 1.9,
  'foreign-1': -0.3,
  'foreign-2': 0.1,
  'sounds-1': 0.9,
  'sounds-2': -0.4,
  direction: -0.7,
  'starts-in-grammar': -1.7,
  'ends-in-grammar': -3.4,
  'ends-going-on': -0.9,
  'more-behind': -3.9,
  // How the dictionary cuts it.
  'inside-word': -1.1,
  'is-word-1': -0.7,
  'is-word-2': 1.0,
  'word-from-surname': -2.7,
  'given-is-word-0': -0.8,
  'given-is-word-1': -0.2,
  'given-is-word-2': -0.3,
  loose: 1.4,
  'announced-word': 3.3,
  'word-over-end': -3.3,
  'word-over-start': -1.6,
  // What stands around it.
  'after-and': 0.1,
  'after-bracket': 1.1,
  'after-called': 2.3,
  'after-grammar': -0.2,
  'after-list': -0.1,
  'after-loose': -2.4,
  'after-nothing': 2.2,
  'after-owns': 2.5,
  'after-pause': 0.1,
  'after-place': 1.3,
  'after-quote': 2.5,
  'after-sound': -5.3,
  'after-speaks': 0.8,
  'after-speech': 1.2,
  'after-strong': 2.0,
  'after-verb': 1.0,
  'after-when': 1.7,
  'after-word': -1.3,
  'before-and': -0.4,
  'before-called': 2.2,
  'before-grammar': 0.1,
  'before-list': -0.6,
  'before-loose': -2.6,
  'before-nothing': 1.0,
  'before-number': -5.5,
  'before-office': -0.5,
  'before-pause': 0.3,
  'before-sound': -4.2,
  'before-strong': 1.6,
  'before-verb': 0.6,
  'before-word': -1.9,
  'beside-name': 2.3,
};

/** A sign that what stands there is a name, or that it is none. */
export type HanSign = keyof typeof POINTS;

/** What all names have before anything is known of them. */
const FROM = -0.3;

/** How much all signs together speak for a name; from 0 it is more likely one than not. */
export const pointsOf = (signs: readonly HanSign[]): number => signs.reduce((sum, sign) => sum + POINTS[sign], FROM);
