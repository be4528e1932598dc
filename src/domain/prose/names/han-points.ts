/**
 * What each sign speaks for (or, below 0, against) a name of surname and given name. The numbers are the weights of a
 * logistic regression over all places of a labelled newspaper where a surname stands: their sum is the logarithm of the
 * odds that somebody is named there.
 */
const POINTS = {
  // What it is made of.
  one: -0.7,
  two: 0.3,
  'surname-double': 1.2,
  'surname-common': 0.3,
  'surname-middle': -0.7,
  'surname-rare': -1.1,
  'surname-wordy': -0.6,
  'surname-grammar': -0.9,
  'typical-0-of-1': -1.1,
  'typical-1-of-1': -0.2,
  'typical-0-of-2': -2.8,
  'typical-1-of-2': -0.3,
  'typical-2-of-2': 1.7,
  'namely-0-of-1': -1.1,
  'namely-1-of-1': 0,
  'namely-0-of-2': -0.1,
  'namely-1-of-2': -0.2,
  'namely-2-of-2': 1.8,
  'foreign-1': -0.3,
  'foreign-2': 0.1,
  'sounds-1': 1.1,
  'sounds-2': -0.4,
  direction: -0.7,
  'starts-in-grammar': -2.0,
  'ends-in-grammar': -3.4,
  'ends-going-on': -0.8,
  'more-behind': -4.0,
  // How the dictionary cuts it.
  'inside-word': -0.9,
  'is-word-1': -0.4,
  'is-word-2': -0.8,
  'word-from-surname': -2.6,
  'given-is-word-0': -0.5,
  'given-is-word-1': -0.1,
  'given-is-word-2': 0,
  loose: 1.6,
  'announced-word': 3.3,
  'word-over-end': -3.2,
  'word-over-start': -1.5,
  // What stands around it.
  'after-and': 0.1,
  'after-bracket': 1.2,
  'after-called': 2.3,
  'after-grammar': -0.3,
  'after-list': -0.1,
  'after-loose': -2.4,
  'after-nothing': 2.2,
  'after-owns': 2.5,
  'after-pause': 0,
  'after-place': 1.1,
  'after-quote': 2.5,
  'after-sound': -5.4,
  'after-speaks': 0.9,
  'after-speech': 1.2,
  'after-strong': 2.0,
  'after-verb': 1.1,
  'after-when': 1.7,
  'after-word': -1.4,
  'before-and': -0.5,
  'before-called': 2.4,
  'before-grammar': 0.2,
  'before-list': -0.6,
  'before-loose': -2.5,
  'before-nothing': 1.1,
  'before-number': -5.4,
  'before-office': -0.5,
  'before-pause': 0.4,
  'before-sound': -4.3,
  'before-strong': 1.7,
  'before-verb': 0.7,
  'before-word': -1.7,
  'beside-name': 2.4,
};

/** A sign that what stands there is a name, or that it is none. */
export type HanSign = keyof typeof POINTS;

/** What all names have before anything is known of them. */
const FROM = -0.3;

/** How much all signs together speak for a name; from 0 it is more likely one than not. */
export const pointsOf = (signs: readonly HanSign[]): number => signs.reduce((sum, sign) => sum + POINTS[sign], FROM);
