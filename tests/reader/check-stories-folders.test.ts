import { describe, expect, test } from 'vitest';
import { told } from './mutation.ts';
import { checkedStories, FRONT, PNG, type StoryFiles } from './story-mutation.ts';

const GOOD = `${FRONT}\n正文一句。\n`;

interface Case {
  readonly title: string;
  readonly files: StoryFiles;
  readonly told: readonly string[];
  /** Ids of the stories that are there all the same. */
  readonly stories?: readonly string[];
}

const cases: Case[] = [
  {
    title: 'a story under another ending',
    files: { 'stories/one/index.md': GOOD },
    told: [
      'stories/one/index.md:1:1 error story-file-name｜稿件的文件名不对：现在是“index.md”，应当是“index.mdx”。｜把文件名改成 index.mdx，全部小写。',
    ],
  },
  {
    title: 'a story where a list of stories lies',
    files: { 'stories/by/index.mdx': GOOD },
    told: [
      'stories/by:1:1 error bad-id｜稿件文件夹不能叫这个名字：现在是“by”，应当是别的名字，网站的目录用着这个网址。｜换一个名字，例如“by-1”；网址由它来。',
    ],
    stories: ['by'],
  },
  {
    title: 'a story in capitals',
    files: { 'stories/one/Index.MDX': GOOD },
    told: [
      'stories/one/Index.MDX:1:1 error story-file-name｜稿件的文件名不对：现在是“Index.MDX”，应当是“index.mdx”。｜把文件名改成 index.mdx，全部小写。',
    ],
  },
  {
    title: 'a story as it came from Word',
    files: { 'stories/one/稿件.docx': 'PK' },
    told: [
      'stories/one/稿件.docx:1:1 error story-file-name｜稿件的文件名不对：现在是“稿件.docx”，应当是“index.mdx”。｜网站不读 Word 一类的文件：把文字另存为纯文本（UTF-8），名字改成 index.mdx，前面写好稿头。',
    ],
  },
  {
    title: 'a folder with pictures only',
    files: { 'stories/one/a.png': PNG },
    told: [
      'stories/one:1:1 error missing-file｜文件夹里没有稿件：现在没有 stories/one/index.mdx，应当有这个文件。｜把稿件存成 index.mdx 放进去；用不着就删掉这个文件夹。',
    ],
  },
  {
    title: 'files among the folders',
    files: { 'stories/my-story.mdx': GOOD, 'stories/a.png': PNG, 'stories/list.xlsx': 'PK' },
    told: [
      'stories/a.png:1:1 error story-folder｜稿件要有自己的文件夹：现在 stories/a.png 直接放在 stories/ 里，应当是 stories/<稿件id>/index.mdx。｜放进它所属的那篇稿件的文件夹；用不着就删掉。',
      'stories/list.xlsx:1:1 warning story-folder｜稿件要有自己的文件夹：现在 stories/list.xlsx 直接放在 stories/ 里，应当是 stories/<稿件id>/index.mdx。｜放进它所属的那篇稿件的文件夹；用不着就删掉。',
      'stories/my-story.mdx:1:1 error story-folder｜稿件要有自己的文件夹：现在 stories/my-story.mdx 直接放在 stories/ 里，应当是 stories/<稿件id>/index.mdx。｜新建文件夹 my-story，把稿件放进去，存成 index.mdx；网址由文件夹的名字来。',
    ],
  },
  {
    title: 'folders whose names are no ids',
    files: { 'stories/My Story/index.mdx': GOOD, 'stories/一封信/index.mdx': GOOD },
    stories: ['My Story', '一封信'],
    told: [
      'stories/My Story:1:1 error bad-id｜稿件文件夹的名字不对：现在是“My Story”，应当是小写拼音字母开头，只有小写字母、数字和连字符 -。｜改成“my-story”这样；网址由它来。',
      'stories/一封信:1:1 error bad-id｜稿件文件夹的名字不对：现在是“一封信”，应当是小写拼音字母开头，只有小写字母、数字和连字符 -。｜改成“yi-feng-xin”这样；网址由它来。',
    ],
  },
  {
    title: 'a story and a sample of one id',
    files: { 'stories/one/index.mdx': GOOD, 'samples/stories/one/index.mdx': GOOD },
    stories: ['one', 'one'],
    told: [
      'samples/stories/one/index.mdx:1:1 error id-twice｜稿件 id“one”用了两次：现在 stories/ 和 samples/stories/ 里各有一个，应当各用各的。｜给样稿的文件夹换一个名字。',
    ],
  },
  {
    title: 'a folder in place of the story',
    files: { 'stories/one/index.mdx/a.png': PNG },
    told: [
      'stories/one/index.mdx:1:1 error unreadable-file｜文件读不出来：现在打不开，应当是一个能读的普通文件。｜看看它是不是文件夹、快捷方式，或者被别的程序占着、没有读的权限。',
    ],
  },
  {
    title: 'other things beside a story',
    files: {
      'stories/one/index.mdx': GOOD,
      'stories/one/原稿.docx': 'PK',
      'stories/one/pictures/a.png': PNG,
      'stories/one/approvals/first.yaml': 'by: 某人',
      'stories/one/.DS_Store': '',
    },
    stories: ['one'],
    told: [
      'stories/one/pictures:1:1 warning unexpected-file｜网站不读这个文件夹：现在放在稿件旁边，应当只有 index.mdx 和它的图片。｜图片直接放在 index.mdx 旁边，不再分文件夹；别的放到别处。',
      'stories/one/原稿.docx:1:1 warning unexpected-file｜网站不读这个文件：现在放在稿件旁边，应当只有 index.mdx 和它的图片。｜原稿存在别处；用不着就删掉。',
    ],
  },
  {
    title: 'nothing at all, and notes of the editors',
    files: { 'stories/README.md': '说明', 'stories/.keep': '' },
    told: [],
  },
];

describe('Whatever lies in the folder of the stories and is none is told, and what to make of it', () => {
  test.each(cases)('$title', ({ files, told: expected, stories: ids = [] }) => {
    const { problems, stories, whole } = checkedStories(files);
    expect(problems.map(told)).toEqual(expected);
    expect(stories.map(({ id }) => id)).toEqual(ids);
    expect(whole).toBe(!problems.some(({ severity }) => severity === 'error'));
  });
});
