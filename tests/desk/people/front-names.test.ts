import { describe, expect, it } from 'vitest';
import { UnreadFront, withNames } from '#desk/people/front-names.ts';

const DECISION = { name: '样例辛', is: 'public', source: '样例县人民政府网站，县长' } as const;
const ITEM = '{ name: 样例辛, is: public, source: 样例县人民政府网站，县长 }';
const file = (more: string, breaks = '\n') =>
  `---\nkind: news # 动态\ntitle: "一天"\n${more}source: 样例单位\n---\n\n正文。\n\n---\n\n完。\n`.replaceAll(
    '\n',
    breaks,
  );

describe('decisions on names in the front matter of a story', () => {
  it.each([
    ['where there is none yet', '', `names:\n  - ${ITEM}\n`, 'end'],
    ['behind those of a list', 'names:\n    - { name: 甲乙, is: alias } # 问过\n', `    - ${ITEM}\n`, 'behind'],
    ['behind a list that is not indented', 'names:\n- name: 甲乙\n  is: alias\n', `- ${ITEM}\n`, 'behind'],
    ['below the key that stands alone', 'names:\n', `  - ${ITEM}\n`, 'behind'],
  ])('are written %s, and nothing else changes', (_, more, added, where) => {
    const expected =
      where === 'end'
        ? file(more).replace('source: 样例单位\n', `source: 样例单位\n${added}`)
        : file(`${more}${added}`);
    expect(withNames(file(more), [DECISION])).toBe(expected);
  });

  it('go into a list in brackets', () => {
    const before = file('names: [{ name: 甲乙, is: alias }] # 问过\n');
    expect(withNames(before, [DECISION])).toBe(before.replace('alias }]', `alias }, ${ITEM}]`));
    expect(withNames(file('names: []\n'), [DECISION])).toBe(file(`names: [${ITEM}]\n`));
  });

  it('keep the line ends of the file, and its first mark', () => {
    const before = `\ufeff${file('', '\r\n')}`;
    const after = withNames(before, [DECISION, { name: '样例桥', is: 'not-a-person' }]);
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(false);
    expect(after).toContain(`names:\r\n  - ${ITEM}\r\n  - { name: 样例桥, is: not-a-person }\r\n---`);
    expect(after.startsWith('\ufeff---\r\n')).toBe(true);
  });

  it('quote what YAML would read otherwise', () => {
    const after = withNames(file(''), [{ name: '样例·"癸"', is: 'published', source: '报, 3月: #2' }]);
    expect(after).toContain('{ name: "样例·\\"癸\\"", is: published, source: "报, 3月: #2" }');
  });

  it('are refused where the front matter cannot be read', () => {
    expect(() => withNames('没有稿头。\n', [DECISION])).toThrow(UnreadFront);
    expect(() => withNames('---\nnames: 一个\n---\n', [DECISION])).toThrow(UnreadFront);
  });
});
