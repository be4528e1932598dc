import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Asked, Stopped } from '#desk/asking/asked.ts';
import { readOptions } from '#desk/asking/options.ts';
import { answerAll, askAll } from '#desk/asking/questions.ts';
import { newStory, readWithoutStories, takenIn, writeNewStory } from '#desk/new-story/new-story.ts';
import { STORY_QUESTIONS, type StoryDraft } from '#desk/new-story/questions.ts';
import { materialFor, storyText } from '#desk/new-story/text.ts';
import { assemble } from '#domain/programme/programme.ts';
import { STORY_COMPONENT_NAMES } from '#domain/stories/components.ts';
import { STORY_KINDS } from '#domain/stories/kinds.ts';
import { profileSchema } from '#domain/stories/profile.ts';
import { readContent } from '#reader/read-content.ts';
import { doHere, type Ran, runCommandFile } from './commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const REGION = join(ROOT, 'tests/fixtures/region');
const NOW = '2026-11-25';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-story-'));
  cpSync(REGION, dir, { recursive: true });
  rmSync(join(dir, 'stories'), { recursive: true, force: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const settings = (env: Record<string, string>) => ({ CONTENT_DIR: dir, SITE_NOW: NOW, ...env });
const withoutDir = ({ stdout, stderr, status }: Ran): Ran => ({
  stdout: stdout.replaceAll(dir, 'DIR'),
  stderr: stderr.replaceAll(dir, 'DIR'),
  status,
});

/** The command without a terminal, in a process of its own. */
const run = (args: readonly string[], env: Record<string, string> = {}): Ran =>
  withoutDir(runCommandFile('new-story', args, settings(env)));
/** The same in this process. */
const runHere = async (args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
  withoutDir(await doHere(newStory, args, settings(env)));
const FLAGS = {
  kind: 'news',
  title: '界河种树开工',
  summary: '第一批树苗到了。',
  editor: '样例编辑',
  source: '样例单位',
};
const flags = (values: Record<string, string>) => Object.entries(values).flatMap(([key, value]) => [`--${key}`, value]);
const text = (id: string, folder = 'stories') => readFileSync(join(dir, folder, id, 'index.mdx'), 'utf8');
const frontOf = (id: string, folder?: string) =>
  parse(text(id, folder).split('---\n')[1] ?? '') as Record<string, unknown>;
const problemsNow = () =>
  readContent({ dir, samples: true, now: new Date(`${NOW}T00:00:00Z`) }).problems.map((p) => `${p.file}: ${p.message}`);
const filesIn = (path: string) => (existsSync(path) ? readdirSync(path, { recursive: true }) : []);

/** A story of which nothing is known yet, in the content as it lies there now. */
function start(agreed: boolean): StoryDraft {
  const { content } = readWithoutStories(dir, new Date(`${NOW}T00:00:00Z`));
  if (!content) throw new Error('refused');
  return { programme: assemble(content), today: NOW, taken: takenIn(dir), agreed, answers: {} };
}
const optionsOf = (args: readonly string[]) => {
  const read = readOptions(args, newStory.values, newStory.switches);
  if ('wrong' in read) throw new Error(read.wrong);
  return { given: Object.fromEntries(read.given), sample: read.switches.has('sample'), yes: read.switches.has('yes') };
};
/** The same as `run` inside this process, where only what is written matters. Throws what is wrong. */
function make(args: readonly string[]): string {
  const { given, sample, yes } = optionsOf(args);
  const { draft, wrong, missing } = answerAll(STORY_QUESTIONS, given, start(yes));
  if (wrong.length > 0) throw new Error(wrong.map(({ option, problem }) => `--${option}　${problem}`).join('\n'));
  if (missing.length > 0) throw new Error(`还缺这些：${missing.map((option) => `--${option}`).join('、')}。`);
  const { programme, answers } = draft;
  return writeNewStory(dir, { id: answers.id ?? '', sample }, storyText(answers, materialFor(programme, answers)));
}

describe('npm run new:story with flags', () => {
  test('makes a folder with a file that passes the check, and says where it is and what comes next', () => {
    const { stdout, stderr, status } = run(flags(FLAGS));
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(
      /^■ 建好了：DIR\/stories\/news-2026-11-25\/index\.mdx\n {2}动态《界河种树开工》\n\n下一步\n/,
    );
    for (const word of [
      '不要用 Word',
      'content/README.md',
      'npm run check',
      'npm run dev',
      '/stories/news-2026-11-25/',
    ])
      expect(stdout).toContain(word);
    expect(filesIn(join(dir, 'stories')).sort()).toEqual(['news-2026-11-25', 'news-2026-11-25/index.mdx']);
    expect(problemsNow()).toEqual([]);
  });

  test('takes every flag, places and projects by id, by name or by number', () => {
    const all = {
      ...FLAGS,
      id: 'di-yi-pi',
      date: '2026-11-20',
      author: '样例作者',
      projects: 'trees、1',
      places: '云溪县,样例甲市，wuli',
    };
    expect(make(flags(all))).toBe('stories/di-yi-pi/index.mdx');
    const projects = frontOf('di-yi-pi')['projects'] as string[];
    expect(projects[0]).toBe('trees');
    expect(projects.length).toBe(2);
    expect(frontOf('di-yi-pi')).toEqual({
      ...{ kind: 'news', title: FLAGS.title, summary: FLAGS.summary, date: '2026-11-20' },
      projects,
      places: ['yunxi', 'yangli-jia', 'wuli'],
      ...{ author: '样例作者', editor: FLAGS.editor, source: FLAGS.source },
    });
    expect(problemsNow()).toEqual([]);
  });

  test('puts a sample among the samples', async () => {
    expect((await runHere([...flags(FLAGS), '--sample'])).stdout).toContain(
      'DIR/samples/stories/news-2026-11-25/index.mdx',
    );
    expect(existsSync(join(dir, 'stories'))).toBe(false);
    expect(problemsNow()).toEqual([]);
  });

  test('takes the suggestions where --yes says so, and numbers an id that is taken', () => {
    const { source: _, ...given } = FLAGS;
    const ids = ['news-2026-11-25', 'news-2026-11-25-2', 'news-2026-11-25-3'];
    for (const id of ids) {
      const sample = id === ids[1];
      const file = make([...flags(given), '--yes', ...(sample ? ['--sample'] : [])]);
      expect(file).toBe(`${sample ? 'samples/' : ''}stories/${id}/index.mdx`);
    }
    expect(readdirSync(join(dir, 'stories')).sort()).toEqual([ids[0], ids[2]]);
    expect(readdirSync(join(dir, 'samples/stories'))).toEqual([ids[1]]);
    expect(frontOf('news-2026-11-25')['source']).toBe('青禾志愿会（虚构）');
  });

  test('quotes what YAML would read as something else, and nothing else', () => {
    const hard = {
      title: '甲: 乙 #丙',
      summary: '- “丁” & \'戊\' "己"',
      author: '2026',
      editor: '@庚',
      source: 'null',
    };
    make(flags({ ...FLAGS, ...hard }));
    expect(frontOf('news-2026-11-25')).toMatchObject(hard);
    expect(text('news-2026-11-25')).toContain('\ndate: 2026-11-25\n');
    make(flags({ ...FLAGS, id: 'b' }));
    expect(text('b')).toContain('\ntitle: 界河种树开工\n');
  });

  test('lists whom it tells of, which a story of a person has to say', () => {
    make(flags({ ...FLAGS, kind: 'person', people: '样例甲、样例小禾（化名）', id: 'a' }));
    expect(frontOf('a')['people']).toEqual(['样例甲', '样例小禾（化名）']);
    expect(() => make(flags({ ...FLAGS, kind: 'person', id: 'b' }))).toThrow('还缺这些：--people。');
  });

  test('explains the box of a person where the story is of one, in lines that are the keys once the signs are gone', () => {
    make(flags({ ...FLAGS, kind: 'person', people: '样例甲', id: 'a' }));
    const lines = text('a').split('\n');
    const from = lines.indexOf('# profile:');
    const { profile } = parse(
      lines
        .slice(from, from + 5)
        .map((line) => line.slice(2))
        .join('\n'),
    );
    expect(Object.keys(profile)).toEqual(Object.keys(profileSchema.shape));
    make(flags({ ...FLAGS, kind: 'person', people: '样例甲、样例乙', id: 'b' }));
    make(flags({ ...FLAGS, id: 'c' }));
    expect([text('b'), text('c')].filter((one) => one.includes('profile'))).toEqual([]);
  });

  test('says that a story of a later day is not there yet', async () => {
    const { stdout } = await runHere(flags({ ...FLAGS, date: '2026-12-24' }));
    expect(stdout).toContain('日期是 2026-12-24，到那一天网站上才有。');
  });

  test('says at once all that is missing and all that is wrong, and makes nothing', () => {
    const { stdout, stderr, status } = run([
      ...['--kind', 'nws', '--title', '字'.repeat(61), '--projects', 'tres', '--places', '99'],
      ...['--date', '2026-02-30', '--id', '第一批'],
    ]);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    const lines = stderr.split('\n');
    expect(lines[0]).toBe('--kind　没有“nws”这个种类。是不是想写“news”？');
    expect(lines[1]).toMatch(/^--title　.*60/);
    expect(lines[2]).toBe('--projects　没有“tres”这个项目。是不是想写“trees”？');
    expect(lines[3]).toMatch(/^--places　没有第99个地方：号码从1到\d+。$/);
    expect(lines[4]).toMatch(/^--date　没有这一天：现在是“2026-02-30”/);
    expect(lines[5]).toMatch(/^--id　id 只能用小写字母、数字和连字符.*拼音：di-yi-pi。$/);
    expect(lines[6]).toBe('还缺这些：--summary、--editor、--source。');
    expect(lines[7]).toBe('没有建任何文件。要看说明：npm run new:story -- --help');
    expect(filesIn(dir)).toEqual(filesIn(REGION).filter((file) => !String(file).startsWith('stories')));
  });

  test.each([
    [['--ttle', '甲'], '不认识“--ttle”。是不是想写“--title”？'],
    [['甲'], '不认识“甲”。内容里有空格的要放在引号里。'],
    [['--title'], '--title 后面没有写内容。写成 --title "…"，内容里有空格的要放在引号里。'],
    [['--title', '--summary', '甲'], '--title 后面没有写内容。'],
    [['--title', '甲', '--title=乙'], '--title 写了两次，只写一次。'],
  ])('cannot read %j and says why', (args, message) => {
    const read = readOptions(args, newStory.values, newStory.switches);
    expect('wrong' in read && read.wrong.startsWith(message)).toBe(true);
  });

  test('refuses flags it cannot read: exit 2, in Chinese, and makes nothing', async () => {
    expect(await runHere(['--ttle', '甲'])).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^不认识“--ttle”。.*\n没有建任何文件。要看说明：npm run new:story -- --help\n$/),
      status: 2,
    });
  });

  test('never touches a folder that is there, among stories or samples, empty or not', () => {
    mkdirSync(join(dir, 'stories/you-le'), { recursive: true });
    mkdirSync(join(dir, 'samples/stories/yang-gao'), { recursive: true });
    writeFileSync(join(dir, 'samples/stories/yang-gao/index.mdx'), '原来的');
    expect(() => make(flags({ ...FLAGS, id: 'page' }))).toThrow('“page”是网站自己要用的地址，换一个。');
    for (const [id, place] of [
      ['you-le', 'stories/you-le'],
      ['yang-gao', 'samples/stories/yang-gao'],
    ] as const) {
      expect(() => make(flags({ ...FLAGS, id }))).toThrow(`--id　已经有 ${place} 了，没有动它。换一个 id。`);
    }
    expect(filesIn(join(dir, 'stories'))).toEqual(['you-le']);
    expect(text('yang-gao', 'samples/stories')).toBe('原来的');
    expect(() => writeNewStory(dir, { id: 'you-le', sample: false }, '新的')).toThrow('没有动它');
  });

  test('leaves nothing behind where nothing can be written', async () => {
    writeFileSync(join(dir, 'stories'), '一个文件');
    const { stderr, status } = await runHere(flags(FLAGS));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^没有建成：/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(join(dir, 'stories'), 'utf8')).toBe('一个文件');
    expect(readdirSync(dir).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('leaves nothing behind where the folder may not be written', async () => {
    mkdirSync(join(dir, 'stories'));
    chmodSync(join(dir, 'stories'), 0o555);
    expect((await runHere(flags(FLAGS))).status).toBe(1);
    chmodSync(join(dir, 'stories'), 0o755);
    expect(filesIn(join(dir, 'stories'))).toEqual([]);
  });

  test('minds no mistake in other stories, but tells those of the content they all rest on', async () => {
    mkdirSync(join(dir, 'stories/huai'), { recursive: true });
    writeFileSync(join(dir, 'stories/huai/index.mdx'), '没有头');
    expect((await runHere(flags(FLAGS))).status).toBe(0);
    writeFileSync(join(dir, 'places.yaml'), 'x: [');
    const { stderr, status } = await runHere(flags({ ...FLAGS, id: 'b' }));
    expect(status).toBe(1);
    expect(stderr).toContain('places.yaml');
    expect(stderr).toMatch(/内容改好了才能新建稿子，没有建任何文件。\n$/);
    expect(existsSync(join(dir, 'stories/b'))).toBe(false);
  });

  test('explains itself in Chinese, and refuses a content folder that is not there', async () => {
    const { stdout, status } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^新建一篇稿子/);
    for (const word of [...Object.keys(FLAGS), 'id', 'date', 'people', 'projects', 'places', 'author', 'sample', 'yes'])
      expect(stdout).toContain(`--${word} `);
    const lost = await runHere(flags(FLAGS), { CONTENT_DIR: '/nowhere' });
    expect([lost.status, lost.stderr.split('\n')[0]]).toEqual([2, '找不到内容文件夹：/nowhere']);
  });
});

describe('the text of a new story', () => {
  const now = new Date(`${NOW}T00:00:00Z`);

  test.each([
    ['the fictional region', REGION],
    ['this site', join(ROOT, 'content')],
  ])('of every kind, about a project, a place or nothing, passes the check and shows components: %s', (_, from) => {
    rmSync(dir, { recursive: true });
    cpSync(from, dir, { recursive: true, filter: (path) => !/[\\/](stories|samples)$/.test(path) });
    const { content } = readWithoutStories(dir, now);
    if (!content) throw new Error('refused');
    const programme = assemble(content);
    const [project, county] = [content.projects[0]?.id ?? '', content.pairings[0]?.county ?? ''];
    const abouts = { nothing: {}, project: { projects: [project] }, place: { places: [county] } };
    for (const kind of STORY_KINDS) {
      for (const [about, more] of Object.entries(abouts)) {
        const people = kind === 'person' ? { people: ['样例甲'] } : {};
        const answers = { ...FLAGS, ...more, ...people, kind, date: NOW, id: `${kind}-${about}` };
        const text = storyText(answers, materialFor(programme, answers));
        writeNewStory(dir, { id: answers.id, sample: false }, text);
      }
    }
    // As the preview shows them: nobody reviewed them.
    const read = readContent({ dir, samples: true, now });
    // The consent of whom they tell of is still to come.
    const told = read.problems.filter((p) => p.file.startsWith('stories/') && p.code !== 'consent-no-record');
    expect(told).toEqual([]);
    const stories = read.content?.stories ?? [];
    expect(stories.length).toBe(STORY_KINDS.length * 3);
    for (const { id, body } of stories) {
      const used = STORY_COMPONENT_NAMES.filter((name) => body.source.includes(`<${name} `));
      expect([id, used]).toEqual([id, expect.arrayContaining(['Num', 'Figure', 'Quote', 'Note'])]);
      expect([id, body.facts.length, body.figures.length]).toEqual([id, 1, 1]);
      // The fact that is shown belongs to what the story is about.
      const subject = programme.facts.get(body.facts[0] ?? '')?.subject.id;
      if (id.endsWith('project')) expect([id, subject]).toEqual([id, project]);
      if (id.endsWith('place')) expect([id, subject]).toEqual([id, county]);
    }
    const shown = stories.map(({ body }) => body.source).join('');
    for (const name of ['Interview', 'Roster', 'Compare', 'Timeline']) expect(shown).toContain(`<${name} `);
  });

  test('does without what a content has not: no fact, no figure, no passage', () => {
    const answers = { ...FLAGS, kind: 'explainer', date: NOW };
    const text = storyText(answers, { fact: null, figure: null, passage: null });
    expect(text).not.toMatch(/<(Num|Figure)|clause=|null|undefined/);
    writeNewStory(dir, { id: 'a', sample: false }, text);
    expect(problemsNow()).toEqual([]);
  });
});

describe('npm run new:story before a terminal', () => {
  /** Somebody who answers from a list and remembers what they were told; at the end of the list they go away. */
  function somebody(...replies: readonly string[]) {
    const heard: string[] = [];
    const left = [...replies];
    const asked: Asked = {
      ask: (question) => {
        heard.push(question);
        const reply = left.shift();
        return reply === undefined ? Promise.reject(new Stopped()) : Promise.resolve(reply);
      },
      tell: (words) => heard.push(words),
    };
    return { asked, heard, left };
  }
  const ask = async (asked: Asked, ...args: readonly string[]) => {
    const { given, yes } = optionsOf(args);
    return (await askAll(STORY_QUESTIONS, given, start(true), asked, yes)).answers;
  };

  test('asks one thing after another, lists what can be chosen, and takes Enter for what it suggests', async () => {
    const { asked, heard, left } = somebody('6', '题', '摘', '', '', '', '', '编', '', '', '');
    expect(await ask(asked)).toEqual({
      ...{ kind: 'explainer', title: '题', summary: '摘', editor: '编', source: '青禾志愿会（虚构）' },
      ...{ date: NOW, id: `explainer-${NOW}` },
    });
    expect(left).toEqual([]);
    expect(heard[0]).toContain('1 人物　2 集体　3 成果　4 好办法　5 动态　6 解读');
    expect(heard[3]).toContain('写的是谁');
    expect(heard[4]).toContain('6 界河种树');
    expect(heard[5]).toMatch(/1 样例甲市　2 云溪县/);
    expect(heard.at(-1)).toContain(`直接按回车就用 explainer-${NOW}`);
    expect(heard.at(-1)).toContain('定了就不要改');
  });

  test('asks again with a hint until the answer can be taken', async () => {
    const { asked, heard } = somebody(
      '7',
      '',
      '动太',
      '动态',
      '题',
      '摘',
      '样例甲、样例乙、样例甲',
      '样例甲、样例乙',
      '种树',
      '界河种树',
      '',
      '',
      '编',
      '',
      '2026-2-3',
      NOW,
      'A',
      'a',
    );
    expect(await ask(asked)).toMatchObject({
      kind: 'news',
      people: ['样例甲', '样例乙'],
      projects: ['trees'],
      id: 'a',
    });
    const told = heard.filter((words) => words.startsWith('  '));
    expect(told.map((words) => words.trim().slice(0, 12))).toEqual([
      '没有第7个种类：号码从1',
      '这里不能空着。',
      '没有“动太”这个种类。是',
      '“样例甲”写了两次，只写',
      expect.stringMatching(/^没有“种树”这个项目/),
      expect.stringMatching(/./),
      'id 只能用小写字母、数',
    ]);
  });

  test('asks only for what the flags do not give, and for a flag that cannot be taken', async () => {
    const { asked, heard } = somebody('新编辑', 'b');
    const given = [
      ...flags({ ...FLAGS, id: 'B' }).filter((word) => !['--editor', FLAGS.editor].includes(word)),
      '--yes',
    ];
    expect(await ask(asked, ...given)).toMatchObject({ editor: '新编辑', id: 'b', title: FLAGS.title });
    expect(heard.length).toBe(3);
  });

  test('stops where they go away, before anything is written', async () => {
    const { asked } = somebody('5', '题');
    await expect(ask(asked)).rejects.toBeInstanceOf(Stopped);
    expect(existsSync(join(dir, 'stories'))).toBe(false);
  });
});
