import type { Range } from '../range.ts';

const BEHIND = /^[”"’」』]?[（(][^（()）]{0,8}化名/u;
const BEFORE = /化名[为叫是：:]?[“"‘「]?$/u;

/** Whether words say of a name, where it stands, that it is made up: 小禾（化名）, 化名小禾. */
export const isMarkedAlias = (text: string, { start, end }: Range): boolean =>
  BEHIND.test(text.slice(end, end + 14)) || BEFORE.test(text.slice(Math.max(0, start - 6), start));
