import { describe, expect, it } from 'vitest';
import { idMend, type Named } from '#check/rules/named-things.ts';

const KNOWN: readonly Named[] = [
  { id: 'pen-pals', names: ['书信交流', '中小学生“手拉手”结对书信交流', '手拉手', '书信结对'] },
  { id: 'go-west', names: ['西部计划', '大学生志愿服务西部计划'] },
  { id: 'youth-startups', names: ['创业帮扶'] },
  { id: 'special-groups', names: ['特殊群体帮扶'] },
  { id: 'longzi', names: ['隆子县'] },
  { id: 'jia-yu', names: ['加玉乡'] },
];

describe('what was meant by a word that is no id', () => {
  it.each([
    ['西部计划', '“西部计划”在这里写它的 id：go-west。'],
    ['手拉手', '“手拉手”在这里写它的 id：pen-pals。'],
    ['书信交友', '“书信交友”多半是“书信交流”，在这里写它的 id：pen-pals。'],
    ['书信', '“书信”多半是“书信交流”，在这里写它的 id：pen-pals。'],
    ['西部计划志愿者', '“西部计划志愿者”多半是“西部计划”，在这里写它的 id：go-west。'],
    ['隆子', '“隆子”多半是“隆子县”，在这里写它的 id：longzi。'],
    ['pen_pals', '是不是想写“pen-pals”（书信交流）？'],
    ['Pen Pals', '是不是想写“pen-pals”（书信交流）？'],
    ['penpals', '是不是想写“pen-pals”（书信交流）？'],
    ['go-wset', '是不是想写“go-west”（西部计划）？'],
  ])('%s', (word, mend) => {
    expect(idMend(word, KNOWN)).toBe(mend);
  });

  it('is not guessed where two things are as near', () => {
    expect(idMend('帮扶', KNOWN)).toMatch(/^能写的有：pen-pals（书信交流）、go-west（西部计划）/);
    expect(idMend('捐书', KNOWN, '照抄文件名。')).toBe('照抄文件名。');
  });
});
