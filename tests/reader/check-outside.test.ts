import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { type Mutation, mutatedContent, NOW, problemsAfter, told } from './mutation.ts';

const SOURCES: Mutation = {
  file: 'outside/sources.yaml',
  write: "sheng-bao:\n  title: 一条路\n  publisher: 样例日报\n  date: '2020-05-01'\n  seen_as: repost\n",
};

/** A fact of a place of the real content with lines of its own; the others are sound. */
const fact = (lines: Readonly<Record<string, string>>, id = 'yumai-1'): Mutation => {
  const all = {
    subject: '路',
    fact: '2019年路改建完工，长50公里。',
    source: 'sheng-bao',
    confidence: 'high',
    ...lines,
  };
  const text = Object.entries(all).map(([key, value]) => `  ${key}: ${value}\n`);
  return { file: 'outside/yumai.yaml', write: `${id}:\n${text.join('')}` };
};

const report = (lines: Readonly<Record<string, string>>, id = 'yi-tiao-lu'): Mutation => {
  const all = {
    ...{ title: '一条新路', publisher: '样例晚报', date: "'2020-06'", seen_as: 'original' },
    ...{ summary: '记者走了一遍新修的路。', confidence: 'medium', ...lines },
  };
  return {
    file: `coverage/${id}.yaml`,
    write: Object.entries(all)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  };
};

const checked = (...mutations: Mutation[]) => {
  const { problems, refused } = problemsAfter([SOURCES, ...mutations]);
  return { told: problems.map(told), refused };
};

describe('what sources outside the document say', () => {
  test('is read, with its sources looked up and without what is for staff', () => {
    const dir = mutatedContent([
      SOURCES,
      fact({ also: '[yi-tiao-lu]', aid: 'true', as_of: "'2019'", caution: '只见一处', note: '还要核对' }),
      report({
        author: '某报记者',
        direct: 'true',
        places: '[yumai, hunan]',
        numbers: '[{ value: 1, unit: 条 }]',
        note: '另有图',
      }),
    ]);
    try {
      const { content } = readContent({ dir, samples: false, now: NOW });
      expect(content?.outside.map(({ sources, ...one }) => ({ ...one, sources: sources.map(({ id }) => id) }))).toEqual(
        [
          {
            ...{ id: 'yumai-1', place: 'yumai', subject: '路', fact: '2019年路改建完工，长50公里。', asOf: '2019' },
            ...{ aid: true, projects: [], caution: '只见一处', sources: ['sheng-bao', 'yi-tiao-lu'] },
          },
        ],
      );
      expect(content?.coverage).toEqual([
        {
          ...{ id: 'yi-tiao-lu', title: '一条新路', publisher: '样例晚报', date: '2020-06', url: null },
          ...{ seenAs: 'original', direct: true, places: ['yumai', 'hunan'], projects: [] },
          ...{ summary: '记者走了一遍新修的路。', caution: null },
        },
      ]);
      expect(JSON.stringify(content)).not.toMatch(/还要核对|另有图|某报记者/u);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('names places, projects and sources that there are, under an id of its place', () => {
    expect(checked({ file: 'outside/yumaii.yaml', write: fact({}, 'yumaii-1').write as string })).toEqual({
      told: [
        'outside/yumaii.yaml:1:1 error unknown-place｜没有这个地方：现在是文件名里的“yumaii”，应当是places.yaml 里有的 id，或者 site.yaml 里 aiding 的 id。｜是不是想写“yumai”（玉麦乡）？',
      ],
      refused: true,
    });
    expect(checked(fact({ source: 'sheng-bo', also: '[xian-bao]', projects: '[go-wset]' }, 'lu-1')).told).toEqual([
      'outside/yumai.yaml:1:1 error stray-fact-id｜站外事实的 id 要以地方开头：现在是“lu-1”，应当以 yumai- 开头。｜改成 yumai-1 这样，号码接着往下排；删掉的号码不再用。',
      'outside/yumai.yaml:4:11 error unknown-source｜没有这个来源：现在是“sheng-bo”，应当是outside/sources.yaml 里的 id，或者 coverage/ 里的文件名。｜是不是想写“sheng-bao”？',
      'outside/yumai.yaml:6:10 error unknown-source｜没有这个来源：现在是“xian-bao”，应当是outside/sources.yaml 里的 id，或者 coverage/ 里的文件名。｜先把来源写进 outside/sources.yaml，或者写 coverage/ 里一篇报道的 id。',
      'outside/yumai.yaml:7:14 error unknown-project｜没有这个项目：现在是“go-wset”，应当是projects/ 里有的项目 id（文件名）。｜是不是想写“go-west”（西部计划）？',
    ]);
    expect(checked(report({ places: '[玉麦乡]' })).told).toEqual([
      'coverage/yi-tiao-lu.yaml:7:10 error bad-id｜这里写 id，不写名字：现在是“玉麦乡”，应当是yumai。｜“玉麦乡”在这里写它的 id：yumai。',
    ]);
  });

  test('is no result of the document, and its number stands in its sentence', () => {
    const cases: [Mutation, string][] = [
      [fact({ fact: '本方案的成果之一是修好了路。' }), 'claimed-as-ours'],
      [fact({ fact: '落实通知以来路修好了三条。' }), 'claimed-as-ours'],
      [fact({ fact: '我们修好了通到乡里的路。' }), 'claimed-as-ours'],
      [report({ summary: '记者走了本项目修的路。' }), 'claimed-as-ours'],
      [fact({ value: '60', unit: '公里' }), 'value-not-in-sentence'],
      [fact({ fact: '三个多小时就能到县城，从前要走一天。', value: '4', unit: '小时' }), 'value-not-in-sentence'],
      [fact({ projects: '[go-west]', as_of: "'2019-06'" }), 'needs-caution'],
      [report({ projects: '[go-west]', date: "'2020-06'" }), 'needs-caution'],
    ];
    for (const [mutation, code] of cases) {
      const { told, refused } = checked(mutation);
      expect([told.length, told[0]?.includes(` error ${code}｜`), refused], JSON.stringify(told)).toEqual([
        1,
        true,
        true,
      ]);
    }
    const fine = [
      fact({ fact: '2018年计划拿出1000万元，西部计划志愿者也来了。', value: '1000', unit: '万元' }),
      fact({ fact: '三个多小时就能到县城，从前要走一天。', value: '3', unit: '小时（多）' }),
      fact({ projects: '[go-west]', as_of: "'2021-06'" }),
      fact({ projects: '[go-west]', as_of: "'2019-06'", caution: '报道没有提这个项目' }),
    ];
    for (const mutation of fine) expect(checked(mutation)).toEqual({ told: [], refused: false });
  });

  test('has a day that has come, and an address that leads somewhere', () => {
    const codes = (...mutations: Mutation[]) =>
      checked(...mutations).told.map((one) => one.replace(/^\S+ /, '').split('｜')[0]);
    expect(codes(report({ date: "'2026-12'" }))).toEqual(['warning date-in-future']);
    expect(codes(report({ date: "'2026-11'" }))).toEqual([]);
    expect(codes(report({ date: "'2021-02-30'" }))).toEqual(['error no-such-date']);
    expect(codes(report({ date: '2021年2月3日' }))).toEqual(['error bad-date']);
    expect(codes(fact({ as_of: '约1980年代中期（推断）' }))).toEqual([]);
    expect(codes(fact({ as_of: "'2027'" }))).toEqual(['warning date-in-future']);
    for (const url of [
      'https://bao.example.com/1',
      'https://192.168.1.4/1',
      'https://oa/1',
      'ftp://bao.cn/1',
      'https://a:b@bao.cn/',
    ]) {
      expect(codes(report({ url })), url).toEqual(['error dead-address']);
    }
    expect(codes(report({ url: 'https://bao.gov.cn/1' }))).toEqual([]);
    expect(checked(report({ url: 'http://bao.gov.cn/1' })).told).toEqual([
      'coverage/yi-tiao-lu.yaml:7:6 error address-not-secure｜网址不是 https:// 的：现在是“http://bao.gov.cn/1”，应当是https:// 开头的。｜把 http 改成 https，打得开就用它；原址就是 http:// 的，在下面加一行“http: true”。',
    ]);
    expect(codes(report({ url: 'http://bao.gov.cn/1', http: 'true' }))).toEqual([]);
  });

  test('is not there before its day', () => {
    const dir = mutatedContent([SOURCES, fact({ as_of: "'2020-05'" }), report({ date: "'2020-06'" })]);
    const shown = (now: string) => {
      const { content } = readContent({ dir, samples: false, now: new Date(now) });
      return [content?.outside.length, content?.coverage.length];
    };
    try {
      expect(shown('2020-04-30T12:00:00+08:00')).toEqual([0, 0]);
      expect(shown('2020-05-01T12:00:00+08:00')).toEqual([1, 0]);
      expect(shown('2020-06-01T12:00:00+08:00')).toEqual([1, 1]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('is registered once: by title, publisher and day, by address, by sentence', () => {
    expect(checked(report({ title: '“一条路”', publisher: '样例日报', date: "'2020-05-01'" })).told).toEqual([
      'outside/sources.yaml:2:3 error published-twice｜同一篇登记了两次：现在是coverage/yi-tiao-lu.yaml 和outside/sources.yaml 里的 sheng-bao（网址相同，或者标题、媒体、日期都相同），应当是一篇只登记一次。｜删掉一处；用到它的站外事实，来源改写留下的那个 id（yi-tiao-lu）。',
    ]);
    const same = { url: 'https://bao.gov.cn/1/' };
    const other = { title: '另一条路', url: 'http://www.bao.gov.cn/1#top', http: 'true' };
    expect(checked(report(same), report(other, 'ling')).told.some((one) => one.includes('published-twice'))).toBe(true);
    const file = fact({}).write as string;
    const both = `${file}yumai-2:\n${file.split('\n').slice(1).join('\n')}`;
    expect(checked({ file: 'outside/yumai.yaml', write: both }).told[0]).toContain('error fact-twice');
    expect(checked(report({}, 'sheng-bao')).told[0]).toContain('error id-twice');
  });

  test('names nobody, and is written as carefully as a story', () => {
    expect(checked(fact({ fact: '玉麦乡只住着桑杰曲巴一家，守了几十年。' })).told).toEqual([
      'outside/yumai.yaml:3:9 error outside-names-person｜站外的事里写了人名：现在是“桑杰曲巴”，应当是没有人名的话。｜换成“一位村民”“一名志愿者”这样的话：别处登过，不等于本人同意在这里登。不是人名的，写进这一项的 nobody。',
    ]);
    expect(checked(fact({ fact: '玉麦乡只住着桑杰曲巴一家，守了几十年。', nobody: '[桑杰曲巴]' })).told).toEqual([]);
    expect(
      checked(report({ summary: '四年级学生张小禾给记者讲上学的路。' })).told.some((one) => one.includes('error')),
    ).toBe(true);
    expect(checked(fact({ fact: '路修好了，，到县城三个小时。' })).told).toHaveLength(1);
  });

  test('is not built with a name that nobody may see, not even in the title of a report', () => {
    const person = { file: 'records/people/yangli-jia.yaml', write: 'name: 陈远舟\nage_band: adult\nrole: 志愿者\n' };
    const told = checked(person, report({ title: '陈远舟走了一遍新路' })).told.filter((one) =>
      one.startsWith('coverage/'),
    );
    expect(told).toEqual([
      'coverage/yi-tiao-lu.yaml:1:8 warning name-not-permitted｜这个名字没有授权，正式的网站生成不了：现在是“陈远舟”，应当是没有这个名字的话，或者化名。｜去掉它，或者换成化名；是同名的另一个人，就在授权记录 people/ 里这个人的文件上写 namesake 说明。',
    ]);
  });

  test('may be missing as a whole; a file under a name that is no id is told', () => {
    expect(problemsAfter([])).toEqual({ problems: [], refused: false });
    expect(checked({ file: 'coverage/新路.yaml', write: 'title: 新路\n' }).told).toEqual([
      'coverage/新路.yaml:1:1 error unexpected-file｜网站不读这个文件：现在放在这里，应当是能用的文件名。｜文件名改成“xin-lu.yaml”这样：小写拼音字母、数字和连字符，结尾是 .yaml。',
    ]);
  });
});
