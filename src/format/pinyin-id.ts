import { soundOf } from './pinyin.ts';

/** A name as an id: Han characters by their sound without tones, small letters, hyphens. Empty where nothing is left of it. */
export const pinyinId = (name: string): string =>
  soundOf(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '');
