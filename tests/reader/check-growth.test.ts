import { afterAll, beforeAll, expect, it } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { realProgramme } from '../domain/real-programme.ts';
import { checkedStories, FRONT, KNOWN } from './story-mutation.ts';

/**
 * Work is counted, not timed: every search in a string counts the characters it passes, every expression the characters
 * from where it begins to where it ends, and each call one. What a search does inside (backtracking) is not seen here.
 */
let work = 0;
const { indexOf, lastIndexOf, includes } = String.prototype;
const { exec } = RegExp.prototype;

beforeAll(() => {
  String.prototype.indexOf = function (this: string, sought: string, from = 0) {
    const found = indexOf.call(this, sought, from);
    work += 1 + (found < 0 ? Math.max(0, this.length - from) : found - from);
    return found;
  };
  String.prototype.lastIndexOf = function (this: string, sought: string, from = this.length) {
    const found = lastIndexOf.call(this, sought, from);
    work += 1 + Math.min(from, this.length) - Math.max(0, found);
    return found;
  };
  String.prototype.includes = function (this: string, sought: string, from = 0) {
    const found = includes.call(this, sought, from);
    work += 1 + (found ? indexOf.call(this, sought, from) - from : this.length - from);
    return found;
  };
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    const end = found ? found.index + found[0].length : this.sticky ? from : text.length;
    work += 1 + Math.max(0, end - from);
    return found;
  };
});
afterAll(() => {
  Object.assign(String.prototype, { indexOf, lastIndexOf, includes });
  RegExp.prototype.exec = exec;
});

const readers = proseReaders({ terms: [], people: [], today: '2026-11-25' }, realProgramme());

/** How much work the check does for a piece repeated up to so many bytes. */
function workFor(piece: string, bytes: number): number {
  const text = `${FRONT}\n${piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)))}\n`;
  // Bodies are remembered by their text and prose by its fingerprint: every run is a first one.
  const known = { ...KNOWN, readers: () => readers, fingerprint: `${piece} ${bytes}` };
  work = 0;
  checkedStories({ 'stories/one/index.mdx': text }, { known });
  return work;
}

it.each([
  ...[
    '<Note ',
    '<',
    '<a ',
    '</',
    '<Num fact="',
    '<Num fact="a"/>',
    '<Photo src="a.jpg" ',
    '{',
    '[',
    '](',
    '![a](b',
    '[^1]，',
  ],
  ...[
    '*a',
    '**甲**文字。\n\n',
    '_a',
    '~~',
    '`',
    '|',
    '\n| 甲 | 乙 |',
    '\n- 甲',
    '\n> 甲',
    '\n\n## 甲',
    '&nbsp;',
    '\\*',
    '甲\t',
    '｜',
  ],
  ...[
    '、',
    '甲、',
    '甲、乙、丙和丁，',
    '甲“乙',
    '“',
    '（甲',
    '《',
    '——',
    '……',
    'a',
    '中',
    '1',
    '1,',
    '1+',
    '1+1=',
    '2019年',
  ],
  ...[
    '50人、',
    '2019年5月1日至2019年5月3日，',
    '共3人：甲、乙、丙。',
    '每市每年50人，',
    '通知要求“',
    '少年部牵头',
    '长沙贡嘎县',
  ],
  ...['次仁卓玛、', '张三说', '三年级（2）班', '买买提·', '小学', '贫困补助5000元', 'http://', 'a@'],
])('the work of the check grows with the length of %j, not with its square', (piece) => {
  const [small, large] = [workFor(piece, 6000), workFor(piece, 24_000)];
  expect(large / small).toBeLessThan(6);
});
