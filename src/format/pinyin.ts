import { pinyin, polyphonic } from 'pinyin-pro';

/** One character of a text with its syllable; empty where it is not read. */
interface Sounded {
  readonly origin: string;
  readonly pinyin: string;
}

/** After these 藏 means to hide or keep; everywhere else it is a people, a region, a river. */
const HIDING = '收储躲埋珍馆隐冷矿蕴迷暗窖掩典';
/** Before these it is the people even then: 接收藏族学生. */
const PEOPLE = '族文语历医';

/** Surnames with two readings that are both in use, the more usual first: whoever bears one is found by either. */
const SURNAMES: Readonly<Record<string, readonly string[]>> = {
  单: ['shan', 'dan'],
  覃: ['qin', 'tan'],
  乐: ['yue', 'le'],
  谌: ['chen', 'shen'],
  缪: ['miao', 'mou'],
  牟: ['mou', 'mu'],
  翟: ['zhai', 'di'],
  柏: ['bai', 'bo'],
  盖: ['gai', 'ge'],
  召: ['shao', 'zhao'],
  员: ['yun', 'yuan'],
  隗: ['wei', 'kui'],
  郇: ['xun', 'huan'],
  黑: ['hei', 'he'],
};

/** Read so in every name of a person or a place, whatever they are in a sentence: 阿都力, 乌什. */
const IN_NAMES: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi' };
/** In names of people and places two readings are in use, and nothing but who bears it knows which: 王乐, 李行. */
const EITHER: Readonly<Record<string, readonly string[]>> = {
  乐: ['le', 'yue'],
  行: ['xing', 'hang'],
  长: ['chang', 'zhang'],
  朝: ['chao', 'zhao'],
};

/** Each character with how it is read where it stands, without tones, `v` for ü. */
function sounded(text: string, person: boolean): Sounded[] {
  const options = { toneType: 'none', type: 'all', v: true, surname: person ? 'head' : 'off' } as const;
  const all = pinyin(text, options);
  return all.map(({ origin, pinyin: syllable }, i) => {
    if (origin !== '藏') return { origin, pinyin: syllable };
    const [before = '?', after = '?'] = [all[i - 1]?.origin, all[i + 1]?.origin];
    const hiding = HIDING.includes(before) && !PEOPLE.includes(after);
    return { origin, pinyin: hiding ? 'cang' : 'zang' };
  });
}

/** The syllables of a text; numbers and Latin words count as one each, signs are left out. */
function syllables(text: string, person: boolean): Sounded[] {
  const found: Sounded[] = [];
  let inWord = false;
  for (const { origin, pinyin: syllable } of sounded(text.normalize('NFKC'), person)) {
    const letter = /^[a-z0-9]+$/iu.test(origin);
    if (syllable !== '') found.push({ origin, pinyin: syllable });
    else if (letter) {
      const before = inWord ? (found.pop()?.pinyin ?? '') : '';
      found.push({ origin, pinyin: before + origin.toLowerCase() });
    }
    inWord = letter;
  }
  return found;
}

/** The usual readings of a character where it stands in a name, the more usual first. */
function readingsInName({ origin, pinyin: syllable }: Sounded): string[] {
  const own = IN_NAMES[origin] ?? syllable;
  return [own, ...(EITHER[origin] ?? []).filter((other) => other !== own)];
}

/** As many as anybody types: a name of nothing but doubtful characters has no more readings than these. */
const MOST_READINGS = 8;

/** All ways to read a row of syllables, the most usual first. */
const combined = (readings: readonly (readonly string[])[]): string[] =>
  readings
    .reduce<string[][]>((all, own) => own.flatMap((one) => all.map((before) => [...before, one])), [[]])
    .map((row) => row.join(' '))
    .slice(0, MOST_READINGS);

/** How a text is read: syllables without tones, parted by spaces. Of a person the surname is read as one. */
export function soundOf(text: string, person = false): string {
  return syllables(text, person)
    .map(({ pinyin: syllable }) => syllable)
    .join(' ');
}

/** All usual readings of the name of a person, the most usual first. */
export function soundsOfPerson(name: string): string[] {
  const [first, ...rest] = syllables(name, true);
  if (!first) return [];
  return combined([SURNAMES[name.slice(0, 1)] ?? [first.pinyin], ...rest.map(readingsInName)]);
}

/** Every reading of each character of a text, without tones, `v` for ü. */
export const readingsOf = (text: string): string[][] => polyphonic(text, { toneType: 'none', type: 'array', v: true });

/** Readings of the characters that joined are exactly the letters; null where there are none. */
function spelt(characters: readonly string[], letters: string): string[] | null {
  const [first, ...rest] = characters;
  if (first === undefined) return letters === '' ? [] : null;
  const readings = new Set(pinyin(first, { toneType: 'none', type: 'array', v: true, multiple: true }));
  for (const reading of readings) {
    const written = [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')].find((w) => letters.startsWith(w));
    const others = written ? spelt(rest, letters.slice(written.length)) : null;
    if (others) return [reading, ...others];
  }
  return null;
}

/**
 * The syllables of a name whose id is its pinyin without tones: the id knows better than the library how a name is
 * read. Given by character, for other names of the same thing. Empty where the id is something else.
 */
export function syllablesById(name: string, id: string): ReadonlyMap<string, string> {
  const characters = [...name];
  const stems = [id.replaceAll('-', ''), id.replace(/-[^-]*$/u, '').replaceAll('-', '')];
  for (const letters of stems) {
    // The id stands for the name, or for its beginning: what kind of place it is is left out.
    for (let length = characters.length; length > 0; length--) {
      const own = characters.slice(0, length);
      const found = spelt(own, letters);
      if (found) return new Map(own.map((character, i) => [character, found[i] ?? '']));
    }
  }
  return new Map();
}

/** How the name of a place is read where some of its characters are known: one way where all of them are. */
export function soundsWith(text: string, known: ReadonlyMap<string, string>): string[] {
  return combined(
    sounded(text, false)
      .filter(({ origin, pinyin: syllable }) => known.has(origin) || syllable !== '')
      .map((one) => {
        const own = known.get(one.origin);
        return own === undefined ? readingsInName(one) : [own];
      }),
  );
}

/** The letter under which a text is filed, A to Z; `#` where it begins with neither a Han nor a Latin letter. */
export function initialOf(text: string, person = false): string {
  const first = [...text.normalize('NFKC')].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? '';
  if (!/[\p{Script=Han}\p{Script=Latin}]/u.test(first)) return '#';
  const sound = soundOf(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''), person);
  const letter = sound.slice(0, 1).toUpperCase();
  return /[A-Z]/u.test(letter) ? letter : '#';
}

/** A name as an id: Han characters by their sound without tones, small letters, hyphens. Empty where nothing is left of it. */
export const pinyinId = (name: string): string =>
  soundOf(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '');
