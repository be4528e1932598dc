import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RESERVED_STORY_IDS } from '#domain/stories/story.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { ContentFiles } from '../content-files.ts';
import { liesWithin } from '../read-file.ts';
import { isPictureName } from './folder-pictures.ts';
import type { FoundStory } from './read-story.ts';

const ID = /^[a-z][a-z0-9-]*$/;
const STORY = 'index.mdx';
/** Files that their writers take for the story. */
const TEXT = /\.(mdx?|markdown|txt|docx?|wps|html?|rtf|pdf)$/i;
/** What operating systems and editors leave behind, what an author keeps for later, and what an import tells of itself. */
const IGNORED = /^\.|^~\$|^(Thumbs\.db|desktop\.ini|README\.md|import\.md|index\.before-import(-\d+)?\.mdx)$/i;

const folder = (sample: boolean) => (sample ? 'samples/stories' : 'stories');

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The name of a file or a folder as an id. */
const asId = (name: string) => pinyinId(name.replace(/\.[A-Za-z]+$/, ''));

/** A file that lies among the folders of the stories. */
function looseFile(files: ContentFiles, path: string, name: string): void {
  const words = {
    what: '稿件要有自己的文件夹',
    now: `${path} 直接放在 stories/ 里`,
    should: `是 stories/<稿件id>/${STORY}`,
  };
  const id = asId(name) || '<稿件id>';
  const mend = TEXT.test(name)
    ? `新建文件夹 ${id}，把稿件放进去，存成 ${STORY}；网址由文件夹的名字来。`
    : '放进它所属的那篇稿件的文件夹；用不着就删掉。';
  files.report(path, {
    code: 'story-folder',
    ...words,
    mend,
    severity: TEXT.test(name) || isPictureName(name) ? 'error' : 'warning',
  });
}

function badId(files: ContentFiles, path: string, name: string): void {
  const words = {
    what: '稿件文件夹的名字不对',
    now: `是“${name}”`,
    should: '是小写拼音字母开头，只有小写字母、数字和连字符 -',
  };
  const id = asId(name);
  files.report(path, {
    code: 'bad-id',
    ...words,
    mend: id ? `改成“${id}”这样；网址由它来。` : '改成不带声调的小写拼音，例如 di-yi-feng-xin；网址由它来。',
  });
}

function reservedId(files: ContentFiles, path: string, name: string): void {
  const words = { what: '稿件文件夹不能叫这个名字', now: `是“${name}”`, should: '是别的名字，网站的目录用着这个网址' };
  files.report(path, { code: 'bad-id', ...words, mend: `换一个名字，例如“${name}-1”；网址由它来。` });
}

/** What is in a story's folder besides the story and its pictures. */
function besideStory(files: ContentFiles, path: string, names: readonly string[]): void {
  for (const name of names) {
    const inner = isFolder(join(files.dir, path, name));
    if (name === STORY || IGNORED.test(name) || (inner ? name === 'approvals' : isPictureName(name))) continue;
    const words = {
      what: `网站不读这个文件${inner ? '夹' : ''}`,
      now: '放在稿件旁边',
      should: `只有 ${STORY} 和它的图片`,
    };
    const mend = inner ? '图片直接放在 index.mdx 旁边，不再分文件夹；别的放到别处。' : '原稿存在别处；用不着就删掉。';
    files.report(`${path}/${name}`, { code: 'unexpected-file', ...words, mend, severity: 'warning' });
  }
}

/** A folder that lies elsewhere: not even the names in it are ours to tell. */
function linkedFolder(files: ContentFiles, path: string): void {
  const words = {
    what: '稿件的文件夹是一个快捷方式（链接），指到内容文件夹外面',
    now: '内容在别处',
    should: '是文件夹本身',
  };
  files.report(path, { code: 'link-outside', ...words, mend: '把文件夹本身拷到这里，换掉快捷方式。' });
}

/** A folder in which the story is missing or has another name. */
function withoutStory(files: ContentFiles, path: string, names: readonly string[]): void {
  const other =
    names.find((name) => TEXT.test(name) && name.toLowerCase() === STORY) ?? names.find((name) => TEXT.test(name));
  if (!other) {
    const words = { what: '文件夹里没有稿件', now: `没有 ${path}/${STORY}`, should: '有这个文件' };
    files.report(path, {
      code: 'missing-file',
      ...words,
      mend: `把稿件存成 ${STORY} 放进去；用不着就删掉这个文件夹。`,
    });
    return;
  }
  const word = /\.(docx?|wps|rtf|pdf|html?)$/i.test(other);
  const words = { what: '稿件的文件名不对', now: `是“${other}”`, should: `是“${STORY}”` };
  const mend = word
    ? `网站不读 Word 一类的文件：把文字另存为纯文本（UTF-8），名字改成 ${STORY}，前面写好稿头。`
    : `把文件名改成 ${STORY}，全部小写。`;
  files.report(`${path}/${other}`, { code: 'story-file-name', ...words, mend });
}

/** The stories of a folder that can be read; everything there that cannot is told. `whole`: nothing was left out. */
export function findStories(files: ContentFiles, sample: boolean): { places: FoundStory[]; whole: boolean } {
  const places: FoundStory[] = [];
  const before = files.problems.length;
  for (const name of files.names(folder(sample))) {
    const path = `${folder(sample)}/${name}`;
    if (!isFolder(join(files.dir, path))) {
      looseFile(files, path, name);
      continue;
    }
    if (!liesWithin(join(files.dir, path), files.dir)) {
      linkedFolder(files, path);
      continue;
    }
    const names = readdirSync(join(files.dir, path)).sort();
    if (!ID.test(name)) badId(files, path, name);
    if (RESERVED_STORY_IDS.includes(name)) reservedId(files, path, name);
    if (names.includes(STORY)) {
      besideStory(files, path, names);
      places.push({ id: name, sample, names });
    } else
      withoutStory(
        files,
        path,
        names.filter((n) => !IGNORED.test(n)),
      );
  }
  const whole = files.problems.slice(before).every(({ severity }) => severity !== 'error');
  return { places, whole };
}
