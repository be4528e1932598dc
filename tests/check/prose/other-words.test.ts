import { expect, test } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { fictionalKnowledge, proseOf } from './prose-of.ts';

/**
 * A programme in whose words nothing is a city, a county or a township as a whole (tests/fixtures/joint): its own words are
 * counted, its own units compared, its own years added up, and what is right is let alone.
 */
const known = fictionalKnowledge('joint');
const readers = proseReaders(known, known.programme);
const found = (text: string) =>
  readers.flatMap((read) => read(proseOf(text))).map(({ start, end, expected }) => [text.slice(start, end), expected]);

test.each([
  ['规划共有4个支援单位。', '4个支援单位', '3个支援单位（样例松风指挥部、松甲市、松乙市）'],
  ['规划共有三个区。', '三个区', '2个区（青石区、白水区）'],
  ['规划共有9个街道。', '9个街道', '3个街道'],
  ['规划列出4个项目。', '4个项目', '3个项目'],
  ['青石区的5个街道都在名单里。', '5个街道', '2个街道'],
  ['送戏项目每年送戏10场。', '10场', '“送戏”每年8场'],
  ['送戏项目三年共送戏30场次。', '30场次', '“送戏”3年共24场'],
  ['教师培训每年培训70名教师。', '70名', '“教师培训”每年60名'],
  ['教师培训三年共培训150人。', '150人', '“教师培训”3年共180名'],
  ['2022年培训课时计划500课时。', '500课时', '“培训课时”2022年600课时'],
  ['短期班计划2024年5班。', '5班', '“短期班”2024年3班'],
  ['短期班经费三年共30万元。', '30万元', '“班经费”3年共28万元'],
  ['规划管五年。', '五年', '3年（2022年至2024年）'],
  ['松甲市结对白水区。', '松甲市结对白水区', '白水区由松乙市结对，松甲市结对青石区'],
  ['东门街道在白水区。', '东门街道在白水区', '东门街道在青石区'],
])('%s is told, with what is right', (text, words, expected) => {
  expect(found(text)).toEqual([[words, expected]]);
});

test.each([
  '规划共有3个支援单位、两个区、三个街道。',
  '其中松甲、松乙两座城市各有任务。',
  '规划列出3个项目。',
  '青石区的2个街道、白水区的1个街道，结对的共3个街道。',
  '青石区和白水区的3个街道都有人来。',
  '送戏项目每年送戏8场，三年共24场。',
  '教师培训每年培训60名教师，三年共180人。',
  '培训课时三年共1800课时。',
  '短期班计划2024年3班，三年共7班。',
  '短期班经费2024年12万元，三年共28万元。',
  '规划管三年。',
  '松甲市和样例松风指挥部结对青石区，东门街道、西门街道都在那里。',
  '三年级的孩子看了8场戏。',
])('%s is let alone', (text) => {
  expect(found(text)).toEqual([]);
});
