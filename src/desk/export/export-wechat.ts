import { join } from 'node:path';
import { isPictured } from '#charts/kit/script-fonts.ts';
import { wechatClearanceOf } from '#domain/release/wechat.ts';
import { type CoverRights, coverForm } from '#domain/stories/picture.ts';
import { stripesOfStory } from '#domain/stories/places.ts';
import { instantOf, type OpenPoint, type Story } from '#domain/stories/story.ts';
import type { House, Sheet } from '#exports/posters/sheet.ts';
import { pictureFile, wechatHtml } from '#exports/wechat/article.ts';
import { wechatCovers } from '#exports/wechat/covers.ts';
import { lengthOf, type WechatField, wechatFields } from '#exports/wechat/fields.ts';
import { lintWechat } from '#exports/wechat/lint.ts';
import { plainWords, type SlotPicture, wechatPage } from '#exports/wechat/page.ts';
import { wechatReport } from '#exports/wechat/report.ts';
import { COVERS, LIMITS, PICTURE_WIDTH } from '#exports/wechat/rules.ts';
import { SCOPE_WORDS } from '#format/consent-words.ts';
import { dayInChina, longDate, minuteInChina } from '#format/date.ts';
import { holdWords, leftOutWords } from '#format/hold-words.ts';
import { publisherWords } from '#format/publisher.ts';
import type { SharedPage } from '#format/share-picture.ts';
import { asJpeg, type FittedPicture, fittedPicture } from '#pictures/encoding/whole-picture.ts';
import type { Environment } from '#reader/environment.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { rightsOf } from '#stories/render/components.ts';
import { act, type Desk, type Done, NotDone } from '../act.ts';
import { idOf } from '../content.ts';
import { exportsIn, exportsWith, type OwnFile, removeExport, replaceExport } from './exports-folder.ts';
import {
  bytesOf,
  type DrawFigures,
  houseOf,
  madePictures,
  type PictureMaking,
  readFor,
  refused,
  type Taken,
  type Taking,
  takenFrom,
  takingOf,
  UNREADABLE,
  whenDrawn,
} from './taking.ts';

const UNDONE = '没有导出：';
const PAGE = 'wechat.html';
const REPORT = 'report.txt';
const OWN = new Set<string>([PAGE, REPORT, 'pictures', COVERS.wide.file, COVERS.square.file]);
const isOwn: OwnFile = (name) => OWN.has(name);

/** Whoever draws: figures, and sheets with the photo they show. Handed in, for drawing belongs to the making of the site. */
export interface Drawing {
  readonly figures: DrawFigures;
  readonly shared: (
    pictures: readonly { readonly file: string; readonly page: SharedPage; readonly sheet: () => Sheet }[],
    house: House,
    photo: (name: string) => Promise<Uint8Array>,
    drawn: (picture: { readonly file: string }, bytes: Uint8Array) => Promise<void>,
  ) => Promise<void>;
}

/** Everything that keeps a story from the official account, each with who mends it and how; with what permits it. */
function judged({ standing, records, clearing, story, day }: Taking) {
  const { story: own, holds } = standing;
  const { holds: wechat, permitted } = wechatClearanceOf(own, clearing, records, day);
  // Whom nothing is permitted anywhere is told once.
  const told = new Set(holds.flatMap((hold) => (hold.kind === 'consent' ? [`${hold.printed} ${hold.why}`] : [])));
  const undecided = new Set(holds.flatMap((hold) => (hold.kind === 'undecided' ? [hold.printed] : [])));
  const more = wechat.filter(({ printed, why }) => !told.has(`${printed} ${why}`) && !undecided.has(printed));
  const reasons: OpenPoint[] = [
    ...(own.sample
      ? [
          {
            text: '这是样稿，不是真人真事。',
            who: '不用做',
            mend: '样稿只示范写法，不发公众号；要发的写成正式稿（npm run new:story）。',
          },
        ]
      : []),
    ...[...holds, ...more].map((hold) => holdWords(hold, own.id)),
    ...(story === null && holds.length === 0 ? [UNREADABLE] : []),
  ];
  return { reasons, permitted };
}

/** What was taken away of other stories, and of the one asked for: they may not be sent out any more. */
function removedExports(read: ReadResult, environment: Environment, cwd: string): string[] {
  const folder = exportsIn(cwd);
  return exportsWith(folder, () => PAGE).filter((id) => {
    if (!read.standings.some(({ story }) => story.id === id)) return false;
    const { reasons } = judged(takingOf(read, id, environment, UNDONE));
    return reasons.length > 0 && removeExport(join(folder, id), isOwn);
  });
}

const removedWords = (ids: readonly string[]): string =>
  ids.length === 0
    ? ''
    : `\n以前导出过、现在不能发的，已经从 exports 里删掉：${ids.join('、')}。公众号里如果已经发了，也要去后台删掉。`;

/** The photo of a cover as its sheets show it. */
function sharedPhoto({ kind, cover, coverFile }: Story, photo: FittedPicture | null): SharedPage['photo'] {
  if (!cover || !coverFile || !photo) return null;
  const { width, height } = photo;
  return {
    name: coverFile.src,
    width,
    height,
    form: coverForm(kind, cover, coverFile),
    focus: cover.focus ?? 'centre',
  };
}

/** Both covers as JPEG. */
async function madeCovers(taking: Taking, story: Story, taken: Taken, drawing: Drawing, contentDir: string) {
  const { programme } = taking;
  const file = story.cover && story.coverFile;
  const photo = file
    ? await fittedPicture(bytesOf(story, file, contentDir, UNDONE), file, {
        widest: COVERS.wide.width,
        heaviest: Number.POSITIVE_INFINITY,
      })
    : null;
  // Letters of some scripts only the fonts of systems have: there the name of the site stands on the slip.
  const title = isPictured(story.title) ? story.title : programme.site.name;
  const page: SharedPage = {
    ...{ path: `stories/${story.id}/`, url: taken.story.address, title, seed: story.id, sample: false, poster: null },
    stripes: stripesOfStory(story, programme.journeys),
    photo: sharedPhoto(story, photo),
  };
  const house = houseOf(programme);
  const covers = wechatCovers(page, house).map(({ file: name, sheet }) => ({ file: name, page, sheet: () => sheet }));
  const made = new Map<string, Uint8Array>();
  const drawn = drawing.shared(
    covers,
    house,
    async () => photo?.bytes ?? new Uint8Array(),
    async ({ file: name }, bytes) => {
      made.set(name, page.photo ? bytes : await asJpeg(bytes));
    },
  );
  await whenDrawn(drawn, UNDONE);
  return made;
}

/** Who may sue a picture: rights of each by the name the story gives it. */
const rightsIn = ({
  cover,
  body,
}: Story): ReadonlyMap<string, Parameters<typeof rightsOf>[0] & Pick<CoverRights, 'expires'>> =>
  new Map([
    ...(cover ? [[cover.src, cover] as const] : []),
    ...body.pictures.flatMap(({ file, rights }) => (rights ? [[file.src, rights] as const] : [])),
  ]);

/** The last day on which the article may be out: of consents, pictures, and the story itself the first to end. */
function lastDay(
  story: Story,
  permitted: readonly { readonly until: string | null }[],
  names: readonly string[],
): string | null {
  const rights = rightsIn(story);
  const end = story.unpublish_at === undefined ? null : dayInChina(instantOf(story.unpublish_at).toISOString());
  const days = [end, ...permitted.map(({ until }) => until), ...names.map((name) => rights.get(name)?.expires ?? null)];
  return days.flatMap((day) => day ?? []).toSorted()[0] ?? null;
}

/** An article with its files, and what is said of it. */
interface MadeArticle {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly told: {
    readonly title: string;
    readonly fields: readonly WechatField[];
    readonly characters: number;
    readonly bytes: number;
    readonly changed: { readonly numbers: number; readonly links: number; readonly figures: number };
    readonly pictures: readonly string[];
    readonly until: string | null;
    readonly notes: readonly string[];
  };
}

function notesOf(
  { programme, standing, day, clearing }: Taking,
  story: Story,
  {
    characters,
    pictures,
    address,
  }: { readonly characters: number; readonly pictures: number; readonly address: string },
): string[] {
  const { site } = programme;
  const reprint =
    story.source_url === undefined
      ? []
      : [`这一篇是转来的（来源：${story.source}）：公众号里转别人的文章，先问过原来登的单位。`];
  const publisher = publisherWords(site, day);
  return [
    ...reprint,
    ...standing.leftOut.map((one) => leftOutWords(one).text),
    ...[...clearing.replaced].map(([, alias]) => `有一个人没有同意写真名，文里写作${alias}。`),
    ...(new URL(address).hostname.endsWith('.invalid')
      ? ['网站的地址还没有定：数字出处、文中链接里的网址打不开，定了（site.yaml 的 address）再导出一次。']
      : []),
    ...(publisher.startsWith('主办') ? [] : [`网站的${publisher}：用哪一个公众号发，先定下来。`]),
    ...(characters + 300 * pictures >= LIMITS.characters
      ? [
          `放进${pictures}张图以后，正文代码可能超过${LIMITS.characters}字符：用后台的编辑框粘贴没有关系，用接口发要先分成两篇。`,
        ]
      : []),
  ];
}

async function articleOf(
  taking: Taking,
  story: Story,
  drawing: Drawing,
  environment: Environment,
  say: (words: string) => void,
): Promise<MadeArticle> {
  const { programme, standing, day } = taking;
  const { contentDir } = environment;
  const taken = takenFrom(programme, story, environment);
  const { document } = taken;
  const figures = document.pictures.filter(({ kind }) => kind === 'figure').length;
  say(`■ 做图：照片${document.pictures.length - figures}张，图${figures}张，封面2张……`);
  const making: PictureMaking = {
    programme,
    contentDir,
    widest: PICTURE_WIDTH,
    heaviest: LIMITS.pictureBytes,
    form: 'phone',
    drawFigures: drawing.figures,
    undone: UNDONE,
  };
  const made = await madePictures(taken, story, making);
  const pictures = document.pictures.flatMap((picture): (SlotPicture & FittedPicture)[] => {
    const one = made.get(picture.number);
    return one ? [{ ...picture, ...one, file: pictureFile(picture, one.format) }] : [];
  });
  const files = new Map(pictures.map(({ number, file }) => [number, file]));
  const [copied, shown] = [false, true].map((pictured) => wechatHtml({ ...taken, files, shown: pictured })) as [
    string,
    string,
  ];
  const breaches = [...lintWechat(copied), ...lintWechat(shown).filter(({ rule }) => rule === 'picture')];
  if (breaches.length > 0) {
    const long = breaches.every(({ rule }) => rule === 'characters' || rule === 'bytes');
    const mend = long ? '怎么改：把这一篇分成两篇，或者删短。' : '这是导出程序的错：把这几行告诉维护人。';
    throw new NotDone(
      `${UNDONE}《${story.title}》的正文不合公众号的规矩：\n${[...new Set(breaches.map(({ words, found }) => `  ${words}（${found}）`))].join('\n')}\n${mend}`,
    );
  }
  const covers = await madeCovers(taking, story, taken, drawing, contentDir);
  const { permitted } = judged(taking);
  const names = document.pictures.filter(({ kind }) => kind === 'photo').map(({ name }) => name);
  const last = lastDay(story, permitted, names);
  const until = last === null ? null : longDate(last);
  const fields = wechatFields({
    title: story.title,
    author: story.author ?? null,
    summary: story.summary,
    address: taken.story.address,
  });
  const rights = rightsIn(story);
  const characters = lengthOf(copied);
  const bytes = new TextEncoder().encode(copied).length;
  const changed = { numbers: document.numbers.length, links: document.links.length, figures };
  const notes = notesOf(taking, story, { characters, pictures: pictures.length, address: taken.story.address });
  const report = wechatReport({
    ...{ id: story.id, title: story.title, made: longDate(day), fields, characters, bytes, changed, until, notes },
    words: lengthOf(plainWords(copied).replaceAll(/\s/g, '')),
    pictures: pictures.map((one) => {
      const { bytes: content, ...picture } = one;
      const own = rights.get(picture.name);
      const said = own ? `${rightsOf(own)}${own.expires ? `　用到${longDate(own.expires)}` : ''}` : '';
      return { ...picture, bytes: content.length, rights: said };
    }),
    approvals: standing.state.steps.flatMap(({ step, needed, by, at }) =>
      needed ? [`${step}　${by ?? ''}　${at === null ? '' : minuteInChina(new Date(at))}`] : [],
    ),
    consents: permitted.map(
      ({ printed, scopes, until: end }) =>
        `${printed}　同意在微信用：${scopes.map((scope) => SCOPE_WORDS[scope]).join('、')}${end === null ? '' : `，到${longDate(end)}`}`,
    ),
  });
  return {
    files: new Map<string, string | Uint8Array>([
      [PAGE, wechatPage({ title: story.title, fields, pictures, shown, copied, until })],
      [REPORT, report],
      ...covers,
      ...pictures.map(({ file, bytes: content }) => [`pictures/${file}`, content] as const),
    ]),
    told: {
      title: story.title,
      fields,
      characters,
      bytes,
      changed,
      pictures: pictures.map(({ file }) => file),
      until,
      notes,
    },
  };
}

async function exportArticle(id: string, json: boolean, drawing: Drawing, desk: Desk): Promise<Done> {
  const { environment, cwd, shown, say } = desk;
  const tell = (words: string) => (json ? undefined : say(words));
  tell('■ 读内容，核对审稿和授权……');
  const read = readFor(id, environment);
  const taking = takingOf(read, id, environment, UNDONE);
  const { reasons } = judged(taking);
  const folder = join(exportsIn(cwd), id);
  if (reasons.length > 0 || taking.story === null) {
    const removed = removedExports(read, environment, cwd);
    const said = `${UNDONE}《${taking.standing.story.title}》现在不能发公众号，有${reasons.length}个原因：`;
    return refused({ id, said, reasons, removed, removedSaid: removedWords(removed) }, json);
  }
  const { files, told } = await articleOf(taking, taking.story, drawing, environment, tell);
  replaceExport(folder, files, isOwn);
  const removed = removedExports(read, environment, cwd);
  if (json)
    return JSON.stringify({ id, exported: shown(folder), files: [...files.keys()], ...told, reasons: [], removed });
  const { title, characters, pictures, changed, until, notes } = told;
  const cut = told.fields.filter(({ whole }) => whole !== null).map(({ name }) => name);
  return `■ 导出好了：${shown(folder)}
  《${title}》，正文代码${characters}字符（上限${LIMITS.characters}），图${pictures.length}张，封面2张，数的出处${changed.numbers}条，链接${changed.links}条
${cut.length > 0 ? `  截短了：${cut.join('、')}，原来的和现在的都在 ${REPORT} 里\n` : ''}${until === null ? '' : `  最晚用到${until}，到时从公众号删掉\n`}${notes.map((note) => `  ${note}\n`).join('')}下一步
  一、公众号后台，素材库，图片：按次序上传 pictures 里的图，再上传两张封面
  二、草稿箱，新建图文；用浏览器打开 ${shown(join(folder, PAGE))}，按“复制正文”，在正文框里粘贴
  三、有〔此处放图……〕的地方插入同一个号的图，删掉那行字
  四、标题、作者、摘要、原文地址，在同一页上一项一项复制；封面用 ${COVERS.wide.file} 和 ${COVERS.square.file}
  五、发到手机上预览，浅色、深色各看一遍，再发${removedWords(removed)}`;
}

/** Makes of a story that may go out the article of an official account. */
export const exportWechatWith = (drawing: Drawing) =>
  act({
    name: 'export:wechat',
    values: [],
    switches: ['json'],
    others: Number.POSITIVE_INFINITY,
    undone: '没有写任何文件。',
    failed: '没有导出',
    untouched: '以前导出过的还是原来的。',
    run: ({ others, switches }, desk) => exportArticle(idOf(others), switches.has('json'), drawing, desk),
  });
