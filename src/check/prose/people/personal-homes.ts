import { hitsOf, type PersonalFinder } from './personal-hits.ts';

const LIVES =
  /(?:家住|住在|家在|家就在|住址|家庭地址|现住|居住在|居住地|租住在|租住于|居住于|户籍地|住所)(?:是|为|在|：|:)?[^。！？；，\n]{0,60}/gu;
const NUMBER = '[\\d一二三四五六七八九十]{1,5}';
/** A door: a street with its number, a house with its flat, a group of a village with its house. */
const DOOR = new RegExp(
  `(?:[路街巷弄道]|胡同|大道|里弄)(?:东|西|南|北|中)?(?:段)?[ ]?${NUMBER}[号弄]|` +
    `${NUMBER}(?:栋|幢|座|号楼|单元)[^。，]{0,10}?${NUMBER}(?:室|号|房|户)|` +
    `[村组队]${NUMBER}号(?!文|公路|线)|${NUMBER}[-—－]${NUMBER}[-—－]${NUMBER}(?:室|号)?$`,
  'u',
);

/** Where a person lives, down to the door. */
export const homeAddresses: PersonalFinder = (source) =>
  hitsOf(source, LIVES, (_range, words) => {
    const door = DOOR.exec(words);
    if (!door) return null;
    const shown = words.slice(0, door.index + door[0].length).replaceAll(/[\d一二三四五六七八九十]+/g, '*');
    return { kind: 'home', severity: 'warning', shown };
  });
