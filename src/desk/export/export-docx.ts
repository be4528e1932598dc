import { join } from 'node:path';
import { storyDocument } from '#exports/word/story-document.ts';
import { minuteInChina } from '#format/date.ts';
import { holdWords } from '#format/hold-words.ts';
import type { Environment } from '#reader/environment.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { act, type Desk, type Done } from '../act.ts';
import { idOf } from '../content.ts';
import { replaceFile } from '../replace-file.ts';
import { exportsIn, exportsWith, type OwnFile, removeExport } from './exports-folder.ts';
import {
  type DrawFigures,
  madePictures,
  type PictureMaking,
  readFor,
  refused,
  type Taking,
  takenFrom,
  takingOf,
  UNREADABLE,
} from './taking.ts';

const UNDONE = '没有导出：';
/** Sharp on paper over the whole width of the text. */
const WIDEST = 1600;
const HEAVIEST = 10 * 1024 * 1024;

const fileOf = (id: string): string => `${id}.docx`;
const isOwn =
  (id: string): OwnFile =>
  (name) =>
    name === fileOf(id);

/** Somebody took their word back, or what they permitted is over: then nothing of it goes on paper either. */
const forbidding = ({ standing: { holds, story } }: Taking) =>
  holds
    .filter((hold) => hold.kind === 'consent' && (hold.why === 'withdrawn' || hold.why === 'expired'))
    .map((hold) => holdWords(hold, story.id));

/** What stands above the title: that it is a draft and what is still open, or who signed it. */
function stateOf({ standing, story }: Taking): string[] {
  const { sample, id } = standing.story;
  const open = standing.holds.map((hold) => holdWords(hold, id).text);
  const signed = standing.state.steps.flatMap(({ step, needed, status, by, at }) =>
    needed && by !== null && (status.kind === 'valid' || status.kind === 'carried')
      ? [`${step}：${by}　${at === null ? '' : minuteInChina(new Date(at))}`]
      : [],
  );
  if (sample) return ['样稿，不是真人真事，不要归档'];
  if (open.length === 0 && story) return signed.length > 0 ? ['已审', ...signed] : [];
  const ended = standing.holds.some(({ kind }) => kind === 'end');
  return [ended ? '已经撤下，只供归档' : '草稿，不要外传', ...open, ...signed];
}

/** Takes away what was made of stories of which nothing may lie about any more. */
function removedExports(read: ReadResult, environment: Environment, cwd: string): string[] {
  const folder = exportsIn(cwd);
  return exportsWith(folder, fileOf).filter((id) => {
    if (!read.standings.some(({ story }) => story.id === id)) return false;
    const taking = takingOf(read, id, environment, UNDONE);
    return forbidding(taking).length > 0 && removeExport(join(folder, id), isOwn(id));
  });
}

async function exportDocument(id: string, json: boolean, drawFigures: DrawFigures, desk: Desk): Promise<Done> {
  const { environment, cwd, shown, say } = desk;
  const { contentDir } = environment;
  const tell = (words: string) => (json ? undefined : say(words));
  tell('■ 读内容，核对审稿和授权……');
  const read = readFor(id, environment);
  const taking = takingOf(read, id, environment, UNDONE);
  const { standing, programme, story } = taking;
  const { title } = standing.story;
  const reasons = forbidding(taking);
  if (reasons.length > 0 || story === null) {
    const removed = removedExports(read, environment, cwd);
    const refusal = {
      id,
      said: `${UNDONE}《${title}》不能导出：`,
      reasons: reasons.length > 0 ? reasons : [UNREADABLE],
      removed,
      removedSaid:
        removed.length === 0
          ? ''
          : `\n以前导出过的已经从 exports 里删掉：${removed.join('、')}。印出来的、发给别人的，也要收回。`,
    };
    return refused(refusal, json);
  }
  const taken = takenFrom(programme, story, environment);
  const { document } = taken;
  const figures = document.pictures.filter(({ kind }) => kind === 'figure').length;
  if (document.pictures.length > 0) tell(`■ 做图：照片${document.pictures.length - figures}张，图${figures}张……`);
  const making: PictureMaking = {
    programme,
    contentDir,
    widest: WIDEST,
    heaviest: HEAVIEST,
    form: 'wide',
    drawFigures,
    undone: UNDONE,
  };
  const pictures = await madePictures(taken, story, making);
  const state = stateOf(taking);
  const path = join(exportsIn(cwd), id, fileOf(id));
  replaceFile(path, await storyDocument({ ...taken, pictures, state, site: programme.site.name }));
  const removed = removedExports(read, environment, cwd);
  const notes = { numbers: document.numbers.length, links: document.links.length };
  if (json)
    return JSON.stringify({
      id,
      exported: shown(path),
      title,
      state,
      pictures: document.pictures.length,
      ...notes,
      reasons: [],
      removed,
    });
  return `■ 导出好了：${shown(path)}
  《${story.title}》，图${document.pictures.length}张，脚注里数的出处${notes.numbers}条、链接${notes.links}条
${state.length > 0 ? `  文件开头写着：${state.map((line) => line.replace(/。$/, '')).join('；')}\n` : ''}下一步
  用 Word 或 WPS 打开看一遍再打印。改字要改稿件再导出：改在这份文件里，网站上不会变。`;
}

/** Makes a Word document of a story, for those who file paper. */
export const exportDocxWith = (drawFigures: DrawFigures) =>
  act({
    name: 'export:docx',
    values: [],
    switches: ['json'],
    others: Number.POSITIVE_INFINITY,
    undone: '没有写任何文件。',
    failed: '没有导出',
    untouched: '以前导出过的还是原来的。',
    run: ({ others, switches }, desk) => exportDocument(idOf(others), switches.has('json'), drawFigures, desk),
  });
