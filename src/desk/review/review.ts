import { resolve } from 'node:path';
import { assemble } from '#domain/programme/programme.ts';
import { reviewSheet } from '#exports/review-sheet/sheet.ts';
import { act, NotDone } from '../act.ts';
import { nextWords } from '../approve/words.ts';
import { idOf, readAll, standingOf } from '../content.ts';
import { replaceFile } from '../replace-file.ts';
import { sheetData } from './sheet-data.ts';
import { sinceWords } from './since-words.ts';

/** Writes the sheet (送审单) that reviewers read before they sign; or says what changed since they did. */
export const review = act({
  name: 'review',
  values: ['out'],
  switches: ['since'],
  others: Number.POSITIVE_INFINITY,
  unreadable: (args) => `看不懂：${args.join(' ')}。能用的有：稿件id、--out、--since、--help。`,
  undone: '',
  failed: '没有写成送审单',
  untouched: '稿件没有动；以前写过的送审单还是原来的。',
  run: async ({ given, others, switches }, { environment, cwd, shown }) => {
    const id = idOf(others);
    const { contentDir, now } = environment;
    const read = readAll(environment);
    const standing = standingOf(read, id, contentDir, '\n没有写送审单：稿件改好了才能送审。');
    const { content, records, problems } = read;
    if (switches.has('since')) {
      return `${sinceWords(standing)}\n\n下一步\n  ${nextWords(standing, standing.state, now)}`;
    }
    if (!content) throw new NotDone('没有写送审单：内容里有错误，数和人对不准。先运行 npm run check。');
    const data = await sheetData({ standing, programme: assemble(content), records, problems, contentDir, now });
    const target = resolve(cwd, given.get('out') ?? `review/${id}.html`);
    replaceFile(target, reviewSheet(data));
    const pictures = data.story.pictures.size + (data.story.cover ? 1 : 0) + data.leftOut.length;
    const { next: step } = standing.state;
    const next = step
      ? `请${step}人看过，运行 npm run approve -- ${id} --step ${step} --by 姓名`
      : '审稿齐了，不用再审。';
    return `■ 送审单写好了：${shown(target)}
  《${data.title}》，找到${data.people.length}个人、${pictures}张图、${data.numbers.length}个数
下一步
  用浏览器打开，打印出来。${next}`;
  },
});
