import { describe, expect, test } from 'vitest';
import { doubledWords } from '#check/prose/language/doubled-words.ts';
import { problemsAfter, told } from './mutation.ts';
import { checkedStories, FRONT, KNOWN, PNG, type StoryFiles, toldOfBody } from './story-mutation.ts';

const RIGHTS = 'caption="小操场" photographer="某人" holder="本站" licence="授权使用" people="无"';
const GOOD = `${FRONT}\n正文一句。\n`;

const story = (body: string, front = FRONT, beside: StoryFiles = {}) => {
  const { stories, problems } = checkedStories({ 'stories/one/index.mdx': `${front}\n${body}\n`, ...beside });
  const [one] = stories;
  if (!one) throw new Error(problems.map(told).join('\n'));
  return one;
};

describe('A story that passes the check', () => {
  test('holds its Markdown with line ends of one kind, and the line on which it begins', () => {
    const file = `\ufeff${FRONT}\n第一段。\n\n第二段。\n`;
    for (const text of [file, file.replaceAll('\n', '\r\n'), file.replaceAll('\n', '\r')]) {
      const { body } = checkedStories({ 'stories/one/index.mdx': text }).stories[0]!;
      expect([body.source, body.firstLine]).toEqual(['\n第一段。\n\n第二段。\n', 9]);
    }
  });

  test('names its facts once each in the order of first use, also those inside components', () => {
    const { body } = story(`共<Num fact="books-count-2022"/>册。

<Note kind="提示">

远<Num fact="jia-bing-distance"/>，又是<Num fact="books-count-2022"/>。

</Note>

- <Num fact="books-count-2021"/>`);
    expect(body.facts).toEqual(['books-count-2022', 'jia-bing-distance', 'books-count-2021']);
  });

  test('names its figures with the options their author wrote', () => {
    const { body } = story('<Figure name="overview" form="wide" title="全部"/>\n\n<Figure name="crossing-strip"/>');
    expect(body.figures).toEqual([{ name: 'overview', title: '全部', form: 'wide' }, { name: 'crossing-strip' }]);
  });

  test('holds its pictures in order with their rights, those of Markdown without, and the file of its cover', () => {
    const cover = `cover: { src: b.png, alt: 操场上的孩子, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 无 }`;
    const { body, coverFile } = story(
      `<Photo src="a.png" alt="操场上的孩子" ${RIGHTS}/>\n\n![操场上的孩子](b.png)\n\n<Photo src="a.png" alt="又一次&quot;操场&quot;" ${RIGHTS}/>`,
      FRONT.replace('source:', `${cover}\nsource:`),
      { 'stories/one/a.png': PNG, 'stories/one/b.png': PNG },
    );
    expect(body.pictures.map(({ file, rights }) => [file.src, file.width, rights?.alt ?? null])).toEqual([
      ['a.png', 800, '操场上的孩子'],
      ['b.png', 800, null],
      ['a.png', 800, '又一次"操场"'],
    ]);
    expect(body.pictures[0]?.rights).toMatchObject({ holder: '本站', licence: '授权使用', people: '无' });
    expect(coverFile).toMatchObject({ src: 'b.png', format: 'png' });
  });

  test('holds its words as they are read, without marks and attributes, a paragraph a line', () => {
    const { body } = story(`　　**第一**段，[一个链接](/plan/)，Hello world 2.5，
接着写<Num fact="books-count-2021"/>。

## 小标题

<Quote by="某人">

一句原话

</Quote>

| 甲 | 乙 |
|---|---|
| 1 | 二 |`);
    expect(body.text).toBe('第一段，一个链接，Hello world 2.5，接着写。\n小标题\n一句原话\n甲　乙\n1　二');
    expect(body.length).toBe(3 + 4 + 2 + 1 + 3 + 3 + 4 + 2 + 2);
  });

  test('is there only from its day and its hour on, and until it is taken back; it is checked all the same', () => {
    const out = (lines: string, now: string) => {
      const front = FRONT.replace('date: 2026-01-05', lines);
      return checkedStories({ 'stories/one/index.mdx': `${front}\n正文。\n` }, { now: new Date(now) }).stories.length;
    };
    expect(out('date: 2026-11-26', '2026-11-25T15:59:00Z')).toBe(0);
    expect(out('date: 2026-11-26', '2026-11-25T16:00:00Z')).toBe(1);
    expect(out('date: 2026-11-25\npublish_at: 2026-11-25 09:00', '2026-11-25T00:59:00Z')).toBe(0);
    expect(out('date: 2026-11-25\nunpublish_at: 2026-11-25 09:00', '2026-11-25T01:00:00Z')).toBe(0);
    const later = `${FRONT.replace('2026-01-05', '2036-01-05')}\n正文{。\n`;
    const { problems, stories, whole } = checkedStories({ 'stories/one/index.mdx': later });
    expect([problems.map(({ code }) => code), stories, whole]).toEqual([['story-brace'], [], false]);
  });
});

describe('Samples', () => {
  const photo = `<Photo src="a.png" alt="操场上的孩子" ${RIGHTS.replace('无', '张三')} expires="2026-01-01"/>`;
  const files = {
    'samples/stories/one/index.mdx': `${FRONT}\n${photo}\n\n![操场上的孩子](a.png)\n`,
    'samples/stories/one/a.png': PNG,
  };

  test('may show people, outlived pictures and plain ones: only what is outlived is told, and is no error', () => {
    const { problems, stories } = checkedStories(files);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['picture-expired', 'warning']]);
    expect(stories.map(({ id, sample }) => [id, sample])).toEqual([['one', true]]);
  });

  test('are not looked at where they are not asked for', () => {
    expect(checkedStories({ ...files, 'samples/stories/two/index.mdx': '{' }, { samples: false })).toEqual({
      problems: [],
      stories: [],
      whole: true,
    });
  });
});

describe('What is not known', () => {
  const unknown = '共<Num fact="nothing"/>。\n\n<Figure name="nothing"/>\n\n<Quote clause="nothing">\n\n话\n\n</Quote>';

  test('cannot be called unknown', () => {
    const front = FRONT.replace('source:', 'projects: [nothing]\nplaces: [nothing]\nsource:');
    const known = { ...KNOWN, facts: null, figures: null, passages: null, projects: null, places: null };
    const { problems } = checkedStories({ 'stories/one/index.mdx': `${front}\n${unknown}\n` }, { known });
    expect(problems).toEqual([]);
    expect(toldOfBody(unknown)).toHaveLength(3);
  });

  test('depends on the rest of the content: with an error there, stories are checked for all the rest', () => {
    const broken = { file: 'plan/annex-3.yaml', replace: ['total: 16', 'total: 18'] as const };
    const text = `${FRONT}\n${unknown}\n\n人数<20。\n`;
    const write = { file: 'stories/one/index.mdx', write: text };
    const codes = (result: ReturnType<typeof problemsAfter>) =>
      result.problems.filter(({ file }) => file === write.file).map(({ line, code }) => `${line} ${code}`);
    const whole = problemsAfter([write]);
    expect(codes(whole)).toEqual(['10 unknown-fact', '12 unknown-figure', '14 unknown-locator', '20 story-less-than']);
    expect(whole.refused).toBe(true);
    expect(codes(problemsAfter([write, broken]))).toEqual(['14 unknown-locator', '20 story-less-than']);
  });
});

test('one good story beside a bad one is read, and the whole is refused', () => {
  const { stories, whole } = checkedStories({ 'stories/good/index.mdx': GOOD, 'stories/bad/index.mdx': `${GOOD}{` });
  expect([stories.map(({ id }) => id), whole]).toEqual([['good'], false]);
});

test('the real stories pass, and their mistakes would be told', () => {
  const good = problemsAfter([{ file: 'stories/one/index.mdx', write: GOOD }]);
  expect(good).toEqual({ problems: [], refused: false });
  const file = 'stories/twelve-projects/index.mdx';
  const bad = problemsAfter([{ file, replace: [/<Num fact="/, '<Num fact="no-'] }]);
  expect(bad.problems.map((p) => [p.file, p.code])).toEqual([[file, 'unknown-fact']]);
});

test('what stands around a number that cannot be worked out yet is not read as closed up', () => {
  const readers = [doubledWords({ terms: [], people: [], today: '2026-11-25' })];
  const body = '两种写法：<Num fact="no-such-fact"/>，<Num fact="no-such-fact"/>。';
  const files = { 'stories/one/index.mdx': `${FRONT}\n${body}\n` };
  const codes = checkedStories(files, {
    known: { ...KNOWN, facts: null, values: new Map(), readers: () => readers, fingerprint: 'no facts' },
  }).problems.map(({ code }) => code);
  expect(codes).not.toContain('doubled-mark');
});
