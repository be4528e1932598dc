import { describe, expect, it } from 'vitest';
import { problemsAfter } from './mutation.ts';

const siteWith = (from: string, to: string) =>
  problemsAfter([{ file: 'site.yaml', replace: [from, to] }]).problems.filter(({ file }) => file === 'site.yaml');

describe('what is handed to those who write about the programme', () => {
  it.each([
    ['28个乡镇，12个项目。', '27个乡镇，12个项目。', '28'],
    ['两年400人书信交流', '两年500人书信交流', '400'],
    ['常德结对隆子县，共', '常德结对扎囊县，共', '隆子县'],
  ])('is read as a story is: “%s” may not become “%s”', (from, to, right) => {
    const found = siteWith(from, to);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error' });
    expect(`${found[0]?.message}${found[0]?.mend}`).toContain(right);
  });

  it('is as short as those who copy it were told', () => {
    const [found] = siteWith(
      '4座城市结对4个县、28个乡镇，12个项目。',
      `4座城市结对4个县、28个乡镇，12个项目。${'这里又多写了几个字。'.repeat(2)}`,
    );
    expect(found?.message).toMatch(/50/);
  });

  it('names numbers that are facts', () => {
    const [found] = siteWith('    - furong-people', '    - furong-persons');
    expect(found?.message).toBe('没有这个编号的事实：现在是“furong-persons”，应当是一个事实的编号。');
  });
});
