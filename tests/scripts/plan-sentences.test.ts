import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { proseReaders } from '#domain/prose/all-prose-rules.ts';
import { termsSchema } from '#domain/prose/language/terms.ts';
import { projectFolder } from '../../scripts/lib/install.mjs';
import { realProgramme } from '../domain/real-programme.ts';
import sentences from './plan-sentences.json' with { type: 'json' };
import { checkedStories, FRONT, KNOWN } from './story-mutation.ts';

const terms = termsSchema.parse(parse(readFileSync(join(projectFolder, 'content/terms.yaml'), 'utf8')));
const readers = proseReaders({ terms, people: [], today: '2026-11-25' }, realProgramme());
const known = { ...KNOWN, readers, fingerprint: 'the real programme' };

/** What the check says of a sentence that stands in a story. */
const told = (sentence: string) =>
  checkedStories({ 'stories/one/index.mdx': `${FRONT}\n第一段，什么也不说。\n\n${sentence}\n` }, { known }).problems;

/** Not caught, and why. */
const MISSED: Readonly<Record<string, string>> = {};
/** Told though right, and why. */
const TOLD: Readonly<Record<string, string>> = {
  'ph-013': 'a row of a table without its head, which would be printed with its strokes',
};

describe('sentences about the plan, written by others than the rules', () => {
  it('are told where they are wrong, but for those named here', () => {
    const missed = sentences.filter(({ wrong }) => told(wrong).length === 0).map(({ id }) => id);
    console.info(`${sentences.length - missed.length} of ${sentences.length} wrong sentences are told`);
    expect(missed).toEqual(Object.keys(MISSED));
  });

  it('are left alone where they are right', () => {
    const alarms = sentences.flatMap(({ id, right }) =>
      Object.hasOwn(TOLD, id) ? [] : told(right).map(({ code, message }) => `${id} ${code} ${message}`),
    );
    expect(alarms).toEqual([]);
  });
});

/** Further examples of the kinds that were missed, each with its right reading. */
const KINDS: readonly (readonly [wrong: string, right: string])[] = [
  ['株洲对口的乡镇比岳阳多两个。', '株洲对口的乡镇比岳阳多一个。'],
  ['创业帮扶2020年比2019年少20万元。', '创业帮扶2020年比2019年少25万元。'],
  ['创业帮扶的钱，2020年是前一年的两倍。', '创业帮扶的钱，2020年是前一年的一半。'],
  ['工作要求一共列了五条，写在通知第六部分。', '工作要求一共列了四条，写在通知第六部分。'],
  ['隆子县是结对乡镇最少的县。', '隆子县是结对乡镇最多的县。'],
  ['长沙结对的8个乡镇里，镇有6个，乡有2个。', '长沙结对的8个乡镇里，镇有5个，乡有3个。'],
  ['两年里，受助学生一共是150人。', '两年里，受助学生一共是140人。'],
  ['活动室建设两年一共18个，每市每年2个。', '活动室建设两年一共16个，每市每年2个。'],
  ['三下乡每年去10人，每人10天，两年合起来是二百五十人天。', '三下乡每年去10人，每人10天，两年合起来是二百人天。'],
  [
    '| 项目 | 2019年 | 2020年 |\n|---|---|---|\n| 挂职锻炼 | 4 | 8 |',
    '| 项目 | 2019年 | 2020年 |\n|---|---|---|\n| 挂职锻炼 | 8 | 4 |',
  ],
  [
    '| 城市 | 书信交流（2019年） |\n|---|---|\n| 长沙 | 40 |',
    '| 城市 | 书信交流（2019年） |\n|---|---|\n| 长沙 | 50 |',
  ],
];

describe('kinds of mistakes in numbers', () => {
  it.each(KINDS)('are told and their right readings left alone: %s', (wrong, right) => {
    expect([told(wrong).length > 0, told(right).map(({ message }) => message)]).toEqual([true, []]);
  });

  it('are not seen where money is of one city and not of the whole plan', () => {
    expect(told('方案里能推算的建设经费，长沙两年是30万元。')).toEqual([]);
  });

  it('are not seen where a number goes from one year to the next', () => {
    expect(told('挂职人数两年从8人减到4人，少了一半。')).toEqual([]);
  });
});
