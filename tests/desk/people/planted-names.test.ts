import { describe, expect, it } from 'vitest';
import { clearingOf } from '#domain/release/clearing.ts';
import type { Story } from '#domain/stories/story.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import { fictionalCover, fictionalStory } from '../../domain/fictional-story.ts';
import { recordsOf } from '../../domain/release/fictional-records.ts';

/** Names of nobody, as parents in different places give them. */
const NAMES = {
  han: '冯远志',
  short: '谢敏',
  rare: '缪奎举',
  double: '欧阳晓雯',
  tibetan: '次仁央宗',
  two: '玉措',
  dotted: '阿依古丽·买买提',
  mongol: '巴特尔',
  latin: 'Tsering Dolma',
} as const;
type Kind = keyof typeof NAMES;

const ALL = Object.keys(NAMES) as Kind[];
/** Names that running words alone do not part from other words are asked for where a place or a word announces them. */
const PLAIN: Kind[] = ['han', 'double', 'tibetan', 'dotted'];
const FILE = { src: 'a.jpg', hash: 'f'.repeat(16), width: 800, height: 600, format: 'jpeg' } as const;
const PHOTO = 'photographer="样例摄影" holder="样例单位" licence="样例授权"';

/** Where a name is planted: its words with `＠` for it. */
interface Form {
  readonly what: string;
  readonly kinds: readonly Kind[];
  readonly front?: (name: string) => Partial<Story>;
  readonly body?: string;
}

const FORMS: readonly Form[] = [
  // What the story lists and its own words.
  { what: 'people', kinds: ALL, front: (n) => ({ people: [n] }) },
  { what: 'title, before a colon', kinds: PLAIN, front: (n) => ({ title: `${n}：第三个冬天` }) },
  { what: 'title, behind a role', kinds: ALL, front: (n) => ({ title: `记支教老师${n}` }) },
  { what: 'title, a person who does something', kinds: PLAIN, front: (n) => ({ title: `${n}的第三个冬天` }) },
  { what: 'title, alone', kinds: PLAIN, front: (n) => ({ title: n }) },
  { what: 'title, after a dash', kinds: PLAIN, front: (n) => ({ title: `三年教书路——${n}` }) },
  { what: 'subtitle', kinds: ALL, front: (n) => ({ subtitle: `——记志愿者${n}` }) },
  { what: 'summary', kinds: PLAIN, front: (n) => ({ summary: `${n}教了三年书。` }) },
  {
    what: 'correction',
    kinds: ALL,
    front: (n) => ({ corrections: [{ date: '2026-01-02', text: `第二段的学生${n}写错了字，已改。` }] }),
  },
  { what: 'author who tells of themselves', kinds: ALL, front: (n) => ({ author: `${n}口述，样例编辑整理` }) },
  {
    what: 'author named in the text',
    kinds: ['han', 'tibetan', 'dotted'],
    front: (n) => ({ author: n }),
    body: '那一年，＠在村里。',
  },
  { what: 'people of the cover', kinds: ALL, front: (n) => fictionalCover(n) },
  { what: 'caption of the cover', kinds: ALL, front: (n) => ({ ...withCover({ caption: `图左为${n}` }) }) },
  { what: 'alt of the cover', kinds: ALL, front: (n) => ({ ...withCover({ alt: `学生${n}在写信` }) }) },
  { what: 'from where in the box of a person', kinds: ALL, front: (n) => ({ profile: { from: `老师${n}的学校` } }) },
  { what: 'from where, with what they do', kinds: PLAIN, front: (n) => ({ profile: { from: `${n}来自样例大学` } }) },
  { what: 'where in the box of a person', kinds: ALL, front: (n) => ({ profile: { at: `样例小学，志愿者${n}的班` } }) },
  { what: 'words in the box of a person', kinds: ALL, front: (n) => ({ profile: { words: `学生${n}写了一封信` } }) },
  // Fields that hold people.
  { what: 'Letter from', kinds: ALL, body: '<Letter from="＠">\n\n你好。\n\n</Letter>' },
  { what: 'Letter from, with a class', kinds: ALL, body: '<Letter from="四年级学生＠">\n\n你好。\n\n</Letter>' },
  { what: 'Letter to', kinds: ALL, body: '<Letter from="一名学生" to="＠">\n\n你好。\n\n</Letter>' },
  { what: 'Letter to, with a title', kinds: ALL, body: '<Letter from="一名学生" to="＠老师">\n\n你好。\n\n</Letter>' },
  { what: 'greeting of a letter', kinds: ALL, body: '<Letter from="一名学生">\n\n亲爱的＠：\n\n你好。\n\n</Letter>' },
  {
    what: 'signature of a letter',
    kinds: ALL,
    body: '<Letter from="一名学生">\n\n你好。\n\n你的朋友：＠\n\n</Letter>',
  },
  { what: 'signature alone', kinds: PLAIN, body: '<Letter from="一名学生">\n\n你好。\n\n＠\n\n</Letter>' },
  { what: 'Interview by', kinds: ALL, body: '<Interview by="＠" form="讲述">\n\n我教了三年书。\n\n</Interview>' },
  {
    what: 'Interview by, with a role',
    kinds: ALL,
    body: '<Interview by="支教志愿者＠" form="讲述">\n\n我教了三年书。\n\n</Interview>',
  },
  {
    what: 'bold speaker',
    kinds: ALL,
    body: '<Interview by="两位志愿者">\n\n**问：来多久了？**\n\n**＠：**三年。\n\n</Interview>',
  },
  {
    what: 'speaker',
    kinds: ALL,
    body: '<Interview by="两位志愿者">\n\n记者：来多久了？\n\n＠：三年。\n\n</Interview>',
  },
  { what: 'Quote by', kinds: ALL, body: '<Quote by="＠" role="志愿者">\n\n“我还来。”\n\n</Quote>' },
  { what: 'Quote by, with a remark', kinds: ALL, body: '<Quote by="＠（左）">\n\n“我还来。”\n\n</Quote>' },
  { what: 'Quote by, two', kinds: ALL, body: '<Quote by="一名队员和＠">\n\n“我还来。”\n\n</Quote>' },
  { what: 'Roster, bold', kinds: ALL, body: '<Roster title="名单">\n\n- **＠**，样例大学，在样例乡\n\n</Roster>' },
  { what: 'Roster, plain', kinds: ALL, body: '<Roster title="名单">\n\n- ＠，样例大学\n\n</Roster>' },
  { what: 'Photo people', kinds: ALL, body: `<Photo src="a.jpg" alt="两个人" caption="合影" people="＠" ${PHOTO}/>` },
  {
    what: 'caption: on the left',
    kinds: ALL,
    body: `<Photo src="a.jpg" alt="两个人" caption="图左为＠" people="无" ${PHOTO}/>`,
  },
  {
    what: 'caption: from the left',
    kinds: ALL,
    body: `<Photo src="a.jpg" alt="两个人" caption="左起：老师、＠、队员" people="无" ${PHOTO}/>`,
  },
  {
    what: 'caption: second from the right',
    kinds: ALL,
    body: `<Photo src="a.jpg" alt="两个人" caption="＠（右二）和孩子们" people="无" ${PHOTO}/>`,
  },
  {
    what: 'caption: pupil',
    kinds: ALL,
    body: `<Photo src="a.jpg" alt="两个人" caption="学生＠在写信" people="无" ${PHOTO}/>`,
  },
  { what: 'alt', kinds: ALL, body: `<Photo src="a.jpg" alt="志愿者＠在上课" caption="上课" people="无" ${PHOTO}/>` },
  {
    what: 'caption of a gallery',
    kinds: ALL,
    body: `<Gallery caption="志愿者＠的一天">\n\n<Photo src="a.jpg" alt="一间屋" caption="一间屋" people="无" ${PHOTO}/>\n\n</Gallery>`,
  },
  { what: 'alt of a plain picture', kinds: ALL, body: '![志愿者＠在上课](a.jpg)' },
  { what: 'Note title', kinds: PLAIN, body: '<Note kind="链接" title="＠的日记">\n\n写了三年。\n\n</Note>' },
  { what: 'Note, editor’s words', kinds: ALL, body: '<Note kind="编者按">\n\n志愿者＠教了三年书。\n\n</Note>' },
  { what: 'Timeline', kinds: ALL, body: '<Timeline>\n\n- **2019年5月** 志愿者＠到了。\n\n</Timeline>' },
  {
    what: 'Compare left',
    kinds: PLAIN,
    body: '<Compare left="＠" right="孩子们">\n\n- 早上\n  - 上课\n  - 读书\n\n</Compare>',
  },
  {
    what: 'Compare, inside',
    kinds: ALL,
    body: '<Compare left="湘" right="藏">\n\n- 早上\n  - 老师＠备课\n  - 读书\n\n</Compare>',
  },
  // Headings and lead-ins.
  { what: 'heading, before a colon', kinds: PLAIN, body: '## ＠：第三个冬天\n\n一段话。' },
  { what: 'heading, alone', kinds: PLAIN, body: '## ＠\n\n一段话。' },
  { what: 'heading, behind a role', kinds: ALL, body: '## 支教老师＠\n\n一段话。' },
  { what: 'heading, numbered', kinds: PLAIN, body: '## 一、＠\n\n一段话。' },
  { what: 'bold lead-in with an age', kinds: PLAIN, body: '**＠** 27岁，教了三年书。' },
  { what: 'bold lead-in with a number', kinds: PLAIN, body: '**1．＠**\n\n教了三年书。' },
  { what: 'bold lead-in with a colon', kinds: PLAIN, body: '**＠：** 教了三年书。' },
  // Tables, lists, links, notes, code.
  { what: 'column 姓名', kinds: ALL, body: '| 姓名 | 学校 |\n|---|---|\n| ＠ | 样例大学 |' },
  { what: 'column 负责人', kinds: ALL, body: '| 事 | 负责人 |\n|---|---|\n| 备课 | ＠ |' },
  { what: 'cell under another heading', kinds: PLAIN, body: '| 一 | 二 |\n|---|---|\n| ＠ | 三年 |' },
  { what: 'list item', kinds: PLAIN, body: '- ＠\n- 其他人' },
  { what: 'list item with a school', kinds: PLAIN, body: '- ＠，样例大学' },
  { what: 'nested list', kinds: ALL, body: '- 队员\n  - 队长＠，样例大学' },
  { what: 'link text', kinds: PLAIN, body: '见[＠](/about/)的故事。' },
  { what: 'footnote', kinds: ALL, body: '三年了。[^1]\n\n[^1]: 志愿者＠的话。' },
  { what: 'quotation', kinds: ALL, body: '> 志愿者＠写过一封信。' },
  { what: 'lines of names', kinds: PLAIN, body: '获奖的有：\n冯远舟\n＠\n谢小敏' },
  { what: 'names with spaces between', kinds: ['han', 'double', 'tibetan'], body: '冯远舟　＠　谢小敏' },
  { what: 'code', kinds: ALL, body: '```\n志愿者＠，三年\n```' },
  // Sentences.
  { what: 'volunteer …', kinds: ALL, body: '那一年，志愿者＠来了。' },
  { what: '… says', kinds: PLAIN, body: '＠说，他还来。' },
  { what: '… tells', kinds: ALL, body: '“我还来。”老师＠介绍说。' },
  { what: 'pupil …', kinds: ALL, body: '学生＠写了一封信。' },
  { what: '… 同学', kinds: ALL, body: '＠同学写了一封信。' },
  { what: '… 老师', kinds: ALL, body: '＠老师教了三年书。' },
  { what: 'called', kinds: ALL, body: '有个孩子名叫＠，爱画画。' },
  { what: 'girl', kinds: ALL, body: '女孩＠今年九岁。' },
  { what: 'head of the village', kinds: ALL, body: '村支书＠带着大家修路。' },
  { what: 'at the beginning', kinds: PLAIN, body: '＠在村里住了三年。' },
  { what: 'with an age in brackets', kinds: PLAIN, body: '＠（27岁）教了三年书。' },
  { what: 'from', kinds: PLAIN, body: '＠来自样例大学，教了三年书。' },
  { what: 'one of several', kinds: ALL, body: '志愿者冯远舟、＠、谢小敏来了。' },
  { what: 'in a sentence of another', kinds: PLAIN, body: '她把信交给＠，就走了。' },
  { what: 'in bold, parted by marks', kinds: PLAIN, body: '志愿者**＠**来了。' },
];

function withCover(more: Record<string, string>): Partial<Story> {
  const { cover, coverFile } = fictionalCover('无');
  return { cover: { ...cover, ...more } as Story['cover'], coverFile } as Partial<Story>;
}

function storyOf({ front, body = '一段话。' }: Form, name: string): Story {
  const source = `\n${body.replaceAll('＠', name)}\n`;
  const { body: read, problems } = checkedBody(source);
  if (!read) throw new Error(`the text has an error: ${problems.map(({ message }) => message).join()}`);
  return fictionalStory('a', {
    title: '一天',
    summary: '一句话。',
    body: { ...read, source, firstLine: 8, pictures: read.pictures.map((one) => ({ ...one, file: FILE })) },
    ...front?.(name),
  });
}

/** Whether a story is kept back for a name, or for the part of it that was told from the words around it. */
const isHeldFor = (story: Story, name: string): boolean =>
  clearingOf(story, recordsOf([], []), '2026-11-29').holds.some(({ printed }) => name.startsWith(printed));

describe('a name that nobody declared', () => {
  it.each(FORMS)('keeps the story back: $what', (form) => {
    const missed = form.kinds.map((kind) => NAMES[kind]).filter((name) => !isHeldFor(storyOf(form, name), name));
    expect(missed).toEqual([]);
  });
});
