import { describe, expect, it } from 'vitest';
import { isSmallChange } from '#domain/approvals/small-change.ts';
import { textChanges } from '#stories/text-changes.ts';

const FRONT =
  '---\nkind: person\ntitle: 样例林溪的一天\nsummary: 他来了又走了。\ndate: 2026-01-05\npeople: [样例林溪]\nprofile:\n  at: 村口的小学\n---\n';
const BODY = `
样例林溪来到青禾乡，已经住了两个月。截止昨天，他写完了计划里的20封信，做事一直很认真。

他说：“我还想再写几封。”大家都觉得他作的好。

> 来信的孩子问他什么时候走。

<Quote by="样例林溪">

我不走。

</Quote>

<Photo src="a.jpg" alt="他在写信" caption="他在灯下写信" photographer="样例" holder="样例" licence="样例" people="无"/>

见[书信一页](/projects/pen-pals/)，还有《青禾纪事》。
`;
const TEXT = FRONT + BODY;
const NAMES = ['样例林溪', '青禾乡', '书信'];

/** Whether the last reviewer may answer alone for these words in the place of others. */
function small(...changes: readonly (readonly [from: string, to: string])[]): boolean {
  const now = changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${from} does not stand there once`);
    return text.replace(from, to);
  }, TEXT);
  const side = (text: string) => ({ text, frontEnd: text.indexOf('\n---\n') + 5 });
  return isSmallChange(side(TEXT), side(now), textChanges(TEXT, now), NAMES);
}

describe('a slip of the pen that the last reviewer may answer for alone', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['a wrong character', [['截止', '截至']]],
    ['a character too much', [['做事一直很', '做事一直']]],
    ['a comma', [['，做事', '；做事']]],
    [
      'two places',
      [
        ['截止', '截至'],
        ['作的好', '做得好'],
      ],
    ],
    ['a character of the summary', [['来了又走了', '来了有走了']]],
  ])('%s', (_, changes) => {
    expect(small(...changes)).toBe(true);
  });
});

describe('what three reviewers have to see again', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['a figure', [['20封', '30封']]],
    ['the unit beside a figure', [['20封', '20件']]],
    ['a number in characters', [['两个月', '三个月']]],
    ['a name', [['样例林溪来', '样例林希来']]],
    ['a character beside a name', [['样例林溪来到', '样例林溪去到']]],
    ['the name of a place', [['青禾乡', '青和乡']]],
    ['the name of a project', [['书信一页', '书言一页']]],
    ['words in quotation marks', [['再写几封', '再写很多']]],
    ['a quotation mark', [['封。”大', '封。大']]],
    ['a quoted paragraph', [['孩子问', '孩子们问']]],
    ['a component that quotes', [['我不走。', '我走。']]],
    ['what is said of a picture', [['灯下', '窗下']]],
    ['where somebody is', [['村口的小学', '村里的小学']]],
    ['an address', [['/projects/pen-pals/', '/projects/pen-pal/']]],
    ['a title', [['青禾纪事', '青禾记事']]],
    ['a word that turns the sense round', [['做事一直很认真', '做事一直不认真']]],
    ['a whole new sentence', [['认真。', '认真。他还教孩子们唱歌。']]],
    ['a new paragraph', [['认真。', '认真。\n\n好。']]],
    ['the date', [['2026-01-05', '2026-01-06']]],
    ['a key', [['people: [', 'weight: 1\npeople: [']]],
    [
      'six places',
      [
        ['截止', '截至'],
        ['作的好', '做得好'],
        ['大家', '人人'],
        ['觉得', '说'],
        ['昨天', '今天'],
        ['还有', '又有'],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(small(...changes)).toBe(false);
  });

  it('nothing at all is no change', () => {
    expect(small()).toBe(false);
  });
});

describe('what changed in a text', () => {
  it('is told place by place, with the line and what stands around it', () => {
    const [first, second] = textChanges('一\n他作的好，真好。\n三\n', '一\n他做得好，真好。\n三\n四\n');
    expect(first).toMatchObject({ line: 2, was: '作的', now: '做得', lead: '他', tail: '好，真好。' });
    expect(second).toMatchObject({ line: 4, was: '', now: '四\n', lead: '', tail: '' });
  });

  it('takes passages that have nothing in common as one in place of the other', () => {
    const [was, now] = [
      ['甲', '乙'],
      ['丙', '丁'],
    ].map(([a = '', b = '']) => a.repeat(600) + b.repeat(600));
    expect(textChanges(was ?? '', now ?? '').map((one) => [one.was, one.now])).toEqual([[was, now]]);
  });

  it('is nothing where nothing changed', () => {
    expect(textChanges(TEXT, TEXT)).toEqual([]);
  });
});
