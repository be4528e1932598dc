import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsAsText } from '#check/print-problems.ts';
import { CHECKSUMS, type DataRelease, RELEASES_FOLDER } from '#domain/data-releases/data-release.ts';
import { realNames } from '#domain/people/bearers.ts';
import { assemble } from '#domain/programme/programme.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import { figureFiles, hashOf, type ReleaseText, releaseFiles } from '#exports/data/release-files.ts';
import { dayInChina } from '#format/date.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { act, type Desk, NotDone } from './act.ts';
import { readAll, wantFolder } from './content.ts';

const NOTHING = '没有定版，什么也没有写。';

/** A release holds figures only: no name of anybody may be in it, whatever they agreed to, for it is never changed. */
function wantNobody(files: readonly ReleaseText[], { people, spelling }: ReadResult['records']): void {
  const persons = people.filter(({ age_band: age, namesake }) => age !== 'collective' && namesake === undefined);
  const finder = nameFinder(persons.flatMap(realNames), spelling);
  const found = files.filter(({ text }) => finder.find(text, 'plain').length > 0).map(({ name }) => name);
  if (found.length === 0) return;
  throw new NotDone(
    `授权记录里有人的名字出现在 ${found.join('、')} 里：数据版本发布以后不改，里面不能有人。\n先把名字从地方、项目、上报这些内容里去掉。${NOTHING}`,
  );
}

/** Whether the newest release holds the very figures of today. */
function wantChange(figures: readonly ReleaseText[], newest: DataRelease | undefined): void {
  if (!newest) return;
  const held = new Map(newest.files.map(({ name, sha256 }) => [name, sha256]));
  if (figures.some((file) => held.get(file.name) !== hashOf(file))) return;
  throw new NotDone(`数据和最近的数据版本${newest.date}一模一样，不用再定一版；引用的就是那一版。${NOTHING}`);
}

/** Git would write the ends of lines anew on some machines, and a frozen file would be another there. */
const AS_THEY_ARE = '* -text\n';

/** Writes all files aside and gives the folder its name when they are all there. */
function writeAll(folder: string, files: readonly ReleaseText[], place: string): void {
  const aside = join(folder, `.${process.pid}`);
  const isFirst = !existsSync(folder);
  try {
    mkdirSync(aside, { recursive: true });
    for (const { name, text } of files) writeFileSync(join(aside, name), text, { flush: true });
    writeFileSync(join(folder, '.gitattributes'), AS_THEY_ARE);
    renameSync(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (isFirst && !existsSync(place)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a folder holds these very files and no other. */
function isSame(place: string, files: readonly ReleaseText[]): boolean {
  const names = readdirSync(place).toSorted().join();
  const wanted = files.map(({ name }) => name).toSorted();
  return names === wanted.join() && files.every(({ name, text }) => readFileSync(join(place, name), 'utf8') === text);
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** What was made, where, and what is to be done next. */
function report(desk: Desk, files: readonly ReleaseText[], place: string, made: Made): string {
  const size = (text: string) => Buffer.byteLength(text);
  const lines = files.map(({ name, text }) => `  ${name.padEnd(18)}${kB(size(text)).padStart(9)}`);
  const all = files.reduce((sum, { text }) => sum + size(text), 0);
  const { date, count, newest } = made;
  const base = newest ? `比数据版本${newest.date}多了、变了的，见 /data/${date}/` : '这是第一版';
  return `■ 定好了：数据版本${date}，${count}条事实，${files.length}个文件，共${kB(all)}
${lines.join('\n')}
  在 ${desk.shown(place)}；${base}。

下一步
  1. npm run check　以后这些文件改一个字节，检查都会说
  2. 把这个文件夹交进 Git；发布过的版本不删、不改
  3. npm run build　它在 /data/${date}/；引用的数会写明“数据版本${date}”
以后改一个数，要在 corrections.yaml 里写一项更正；怎样写，见 content/README.md 的“更正”。`;
}

interface Made {
  readonly date: string;
  readonly count: number;
  readonly newest: DataRelease | undefined;
}

/** Freezes the figures of today into a folder of their own, for good. */
export const releaseData = act({
  name: 'release:data',
  values: [],
  switches: [],
  undone: NOTHING,
  failed: '没有定成版',
  untouched: '什么也没有留下，原来的数据版本都在。',
  run: (_, desk) => {
    const { contentDir, now } = desk.environment;
    wantFolder(contentDir);
    desk.say('■ 检查内容');
    const read = readAll(desk.environment, false);
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    if (!read.content || errors.length > 0)
      throw new NotDone(`${problemsAsText(errors, contentDir)}\n改好上面的错误才能定版。${NOTHING}`);
    const programme = assemble(read.content);
    const date = dayInChina(now.toISOString());
    const { dataReleases } = read.content;
    const folder = join(contentDir, RELEASES_FOLDER);
    const place = join(folder, date);
    const newest = dataReleases.filter((one) => one.date < date).at(-1);
    const list = newest?.files.find(({ name }) => name === CHECKSUMS);
    const files = releaseFiles(programme, date, newest && list ? { date: newest.date, sha256: list.sha256 } : null);
    wantNobody(files, read.records);
    if (existsSync(place)) {
      const words = isSame(place, files)
        ? `数据版本${date}已经定过，和现在的数据一个字节也不差。`
        : `数据版本${date}已经定过，现在的数据和它不一样。一天一版，发布过的不改：改在明天再定，或者写更正。`;
      throw new NotDone(`${words}${NOTHING}`);
    }
    wantLater(folder, date);
    wantChange(figureFiles(programme), newest);
    desk.say(`■ 写${files.length}个文件`);
    writeAll(folder, files, place);
    return report(desk, files, place, { date, count: programme.facts.size, newest });
  },
});

/** A release comes after those that are there: else it would say of a day what was not so. */
function wantLater(folder: string, date: string): void {
  if (!existsSync(folder)) return;
  const later = readdirSync(folder).filter((name) => /^\d{4}-/.test(name) && name > date);
  if (later.length === 0) return;
  throw new NotDone(
    `已经有更晚的数据版本${later.toSorted().at(-1)}，今天算是 ${date}。看看 SITE_NOW 和这台机器的日期。${NOTHING}`,
  );
}
