import type { StoryKind } from '#domain/stories/kinds.ts';
import { charactersIn } from '#domain/stories/one-line.ts';
import { badAddress } from '../body/links.ts';
import { tidyWords } from '../tidy.ts';
import type { Block, Manuscript, TableBlock, TableCell, TextBlock } from './manuscript.ts';
import { bodySize, hasPicture, lineOf, type Remark, styleRole } from './text-roles.ts';

/** Something of the content that a header may name. */
export interface Named {
  readonly id: string;
  /** All it is called, the usual name first. */
  readonly names: readonly string[];
}

/** What the header of a document is read with. */
export interface KnownToManuscripts {
  /** In the order of their numbers: 项目三 is the third. */
  readonly projects: readonly Named[];
  readonly places: readonly Named[];
  /** A day in any of the ways in which it is written; null: none that the calendar has. */
  readonly readDay: (text: string) => string | null;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** The name of the document's file without its ending. */
  readonly fileName: string;
}

/** What of the front matter a document says; what it does not say is not in it. */
export interface FoundFront {
  readonly kind?: StoryKind;
  readonly title?: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly date?: string;
  readonly projects?: readonly string[];
  readonly places?: readonly string[];
  readonly people?: readonly string[];
  readonly author?: string;
  readonly editor?: string;
  readonly source?: string;
  readonly source_url?: string;
}

/** What stands at the head of a document, and where. */
export interface ManuscriptHead {
  readonly front: FoundFront;
  /** Who took the pictures, where one line says it of all of them. */
  readonly photographer: string | null;
  /** Blocks that are told by the front matter and do not stand in the body. */
  readonly used: ReadonlySet<Block>;
  /** Blocks below the title of which nobody knows what they are: they stand in the body, and are asked about. */
  readonly asked: ReadonlySet<Block>;
  readonly taken: readonly Remark[];
  readonly questions: readonly Remark[];
}

type Key = keyof FoundFront | 'photographer';

/** What a header calls each key. */
const WORDS: Readonly<Record<Key, readonly string[]>> = {
  title: ['标题', '题目', '稿件标题', '文章标题', '主标题', '正标题', '稿件题目', '文章题目', '稿题', '题名', '大标题'],
  subtitle: ['副标题', '副题', '子标题'],
  author: [
    '作者',
    '撰稿',
    '撰稿人',
    '撰文',
    '执笔',
    '执笔人',
    '文',
    '文字',
    '采写',
    '作者姓名',
    '投稿人',
    '供稿人',
    '写稿人',
    '通讯员',
    '记者',
    '本报记者',
    '特约记者',
    '作者/通讯员',
  ],
  photographer: [
    '摄影',
    '摄影作者',
    '摄',
    '图',
    '图片',
    '照片',
    '配图',
    '供图',
    '图片提供',
    '拍摄',
    '摄影者',
    '图片来源',
  ],
  editor: ['编辑', '责任编辑', '责编', '编者', '本期编辑', '文字编辑', '编辑人'],
  source: [
    '来源',
    '稿件来源',
    '文章来源',
    '供稿',
    '供稿单位',
    '报送单位',
    '来稿单位',
    '投稿单位',
    '选送单位',
    '发布单位',
    '信息来源',
    '原载',
    '刊于',
    '转自',
    '转载自',
    '单位',
    '撰稿单位',
    '作者单位',
  ],
  date: [
    '日期',
    '时间',
    '发布日期',
    '发布时间',
    '发稿日期',
    '发稿时间',
    '撰稿日期',
    '撰稿时间',
    '写作日期',
    '写作时间',
    '成稿日期',
    '成稿时间',
    '供稿日期',
    '供稿时间',
    '投稿日期',
    '投稿时间',
    '报送日期',
    '报送时间',
    '刊发日期',
    '刊发时间',
    '来稿日期',
    '稿件日期',
    '年月日',
    '完稿日期',
  ],
  projects: ['项目', '所属项目', '对应项目', '援助项目', '项目名称', '涉及项目', '相关项目', '项目类别', '哪个项目'],
  places: [
    '地点',
    '地方',
    '地区',
    '所在地',
    '涉及地点',
    '涉及地方',
    '发生地',
    '事发地',
    '地址',
    '区域',
    '县',
    '乡镇',
    '县乡',
    '市县',
    '受援地',
    '结对地区',
    '相关地方',
    '哪里',
  ],
  people: [
    '人物',
    '主人公',
    '主要人物',
    '涉及人物',
    '写的人',
    '写的是谁',
    '采访对象',
    '受访人',
    '报道对象',
    '相关人物',
  ],
  summary: ['摘要', '导语', '内容提要', '提要', '内容摘要', '简介', '内容简介', '文章摘要', '稿件摘要', '概要'],
  kind: ['种类', '体裁', '栏目', '类别', '类型', '稿件类型', '稿件种类', '稿件类别', '文体', '稿件体裁', '所属栏目'],
  source_url: ['原文网址', '原文链接', '链接', '网址', '原文地址', '来源网址'],
};
const KEY_OF = new Map(
  Object.entries(WORDS).flatMap(([key, words]) => words.map((word) => [word, key as Key] as const)),
);

/** What a header calls the kinds of stories; the first that it holds counts. */
const KIND_NAMES: readonly (readonly [RegExp, StoryKind])[] = [
  [/解读|问答|说明|政策/u, 'explainer'],
  [/好办法|办法|经验|做法|实践/u, 'practice'],
  [/成果|成效|成绩/u, 'achievement'],
  [/集体|团队|队伍|群像/u, 'collective'],
  [/人物|专访|访谈|典型|事迹|讲述/u, 'person'],
  [/动态|新闻|消息|简讯|快讯|通讯|信息/u, 'news'],
];

const plainKey = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff:：*＊【】[\]]|[（(][^）)]*[）)]/gu, '')
    .replaceAll(/[;；,，。.]+$/gu, '');

const cellLines = ({ blocks }: TableCell): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [lineOf(block)]
      : block.rows.flatMap((row) => row.flatMap((cell) => cellLines(cell).join(' '))),
  );
const cellText = (cell: TableCell, joint = ' ') =>
  cellLines(cell)
    .filter((line) => line !== '')
    .join(joint);

/** A value of the front matter as one line, put right as the check wants it. */
const tidyLine = (text: string) => tidyWords(text).text.replaceAll(/\s+/gu, ' ').trim();

interface Entry {
  readonly key: Key | null;
  /** What the header calls it. */
  readonly name: string;
  readonly value: string;
  readonly place: Remark['place'];
}

/** Name and value by turns, in each row of a header; null where the table is none. */
function headerEntries(table: TableBlock): Entry[] | null {
  if (table.rows.length > 24) return null;
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  if (width < 2 || width > 8) return null;
  const entries = table.rows.flatMap((row): Entry[] => {
    const pairs: Entry[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const [head, cell] = [row[i], row[i + 1]];
      if (!head || !cell) continue;
      const name = plainKey(cellText(head, ''));
      pairs.push({ key: KEY_OF.get(name) ?? null, name, value: cellText(cell), place: null });
    }
    return pairs;
  });
  const named = entries.filter(({ name }) => name !== '');
  const known = named.filter(({ key }) => key !== null);
  const distinct = new Set(known.map(({ key }) => key)).size;
  const pictured = table.rows.some((row) =>
    row.some(({ blocks }) => blocks.some((b) => b.type === 'paragraph' && hasPicture(b))),
  );
  const heads = entries.some(({ value }) => KEY_OF.has(plainKey(value)));
  if (pictured || heads || distinct < 2 || known.length * 2 <= named.length) return null;
  return named;
}

/** Who else signs a text, and has no place in the front matter. */
const OTHERS = [
  '审核',
  '校对',
  '审校',
  '初审',
  '复审',
  '终审',
  '一审',
  '二审',
  '三审',
  '排版',
  '监制',
  '主编',
  '总编',
  '签发',
  '值班编辑',
  '美编',
];
const BYLINE_NAMES = Object.entries(WORDS)
  .filter(([key]) => !['title', 'subtitle', 'summary', 'projects', 'places', 'people', 'kind'].includes(key))
  .flatMap(([, words]) => words)
  .concat(OTHERS)
  .filter((word) => !['单位', '地址', '县', '摄'].includes(word))
  .toSorted((a, b) => b.length - a.length);
const SIGNED = new RegExp(`(?:^|(?<=[\\s　，,；;|｜（(]))(${BYLINE_NAMES.join('|')})\\s*[:：/／丨]\\s*`, 'gu');
const REPORTED = /(?:^|(?<=[\s　，,；;）)]))((?:本报|本刊|本网|特约)?(?:通讯员|记者))\s+(?=\p{Script=Han})/gu;

/** What a line below the title says of author, source and day; null: it is no such line. */
function bylineEntries(line: string, readDay: KnownToManuscripts['readDay'], place: Remark['place']): Entry[] | null {
  const text = line.replace(/^[（(【[]\s*(.*?)\s*[）)】\]]$/u, '$1').trim();
  if (text === '' || [...text].length > 80) return null;
  const day = /^[\d〇零○一二三四五六七八九十]{2,4}\s*[年./-]/u.test(text.normalize('NFKC')) ? readDay(text) : null;
  if (day !== null) return [{ key: 'date', name: '日期', value: text, place }];
  const marks = [...text.matchAll(SIGNED), ...text.matchAll(REPORTED)].toSorted((a, b) => a.index - b.index);
  const [first] = marks;
  if (!first || first.index > 0) return null;
  const entries = marks.map(({ 0: whole, 1: name = '', index }, i): Entry => {
    const to = marks[i + 1]?.index ?? text.length;
    const value = text
      .slice(index + whole.length, Math.max(to, index + whole.length))
      .replaceAll(/^[\s　]+|[\s　，,；;|｜（(]+$/gu, '');
    const plain = name.replace(/^(?:本报|本刊|本网|特约)/u, '');
    return { key: KEY_OF.get(name) ?? KEY_OF.get(plain) ?? null, name, value, place };
  });
  const last = entries.at(-1);
  const behind = last && /^(.*\S)[\s　]+(\S*\d\S*)$/u.exec(last.value);
  if (
    last &&
    last.key !== 'date' &&
    behind?.[1] &&
    behind[2] &&
    readDay(behind[2].replace(/^[（(](.*)[）)]$/u, '$1')) !== null
  ) {
    entries.splice(-1, 1, { ...last, value: behind[1] }, { key: 'date', name: '日期', value: behind[2], place });
  }
  // A sentence that begins so is one of the text.
  if (entries.some(({ value }) => value === '' || /[。！？!?]$/u.test(value) || [...value].length > 40)) return null;
  return entries;
}

/** Names parted by whatever parts them, joined as a Chinese line has them. */
function people(value: string): string[] {
  const parts = value
    .split(/[、，,；;/／&＆]|\s{2,}|和(?=\p{Script=Han}{2,4}$)/u)
    .map((part) => part.replaceAll(/[（(](?!化名)[^（）()]*[）)]/gu, '').trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) =>
    /^(?:\p{Script=Han}{2,4}\s)+\p{Script=Han}{2,4}$/u.test(part)
      ? part.split(/\s/u)
      : [/^\p{Script=Han}\s\p{Script=Han}$/u.test(part) ? part.replaceAll(/\s/gu, '') : part],
  );
}

const NUMBERS = '一二三四五六七八九十';
/** 项目三, 第3个项目, 项目十二: the numbers, each with where it stands. */
const projectNumbers = (text: string) =>
  [
    ...text.matchAll(/第\s*([\d一二三四五六七八九十]{1,3})\s*个?(?:项目?|项)|项目\s*([\d一二三四五六七八九十]{1,3})/gu),
  ].map(({ 0: whole, 1: a, 2: b, index }) => {
    const word = a ?? b ?? '';
    const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['', word];
    const ten = word.includes('十') ? (tens === '' ? 1 : NUMBERS.indexOf(tens) + 1) * 10 : 0;
    const number = /^\d+$/.test(word) ? Number(word) : ten + (ones === '' ? 0 : NUMBERS.indexOf(ones) + 1);
    return { number, at: index, length: whole.length };
  });

/** Words of a list that name nothing by themselves. */
const NOTHING = /[\s　、，,；;/／和与及：:。“”"《》（）()—–-]|项目|第|个|等|地区|自治区|省/gu;

/** What of the content a value names, the longest names first, and what words are left over. */
function namedIn(value: string, all: readonly Named[], numbered: boolean): { ids: string[]; rest: string } {
  const names = all
    .flatMap(({ id, names: own }) => [id, ...own].map((name) => ({ id, name })))
    .filter(({ name }) => name.length > 1)
    .toSorted((a, b) => b.name.length - a.name.length);
  let rest = value.normalize('NFKC');
  const found: { id: string; at: number }[] = [];
  for (const { id, name } of names) {
    const plain = name.normalize('NFKC');
    const at = rest.indexOf(plain);
    if (at < 0 || (/^[a-z]/.test(plain) && /[a-z-]/.test((rest[at - 1] ?? '') + (rest[at + plain.length] ?? ''))))
      continue;
    found.push({ id, at });
    rest = rest.replaceAll(plain, '　'.repeat(plain.length));
  }
  if (numbered) {
    const bare = /^\s*\d{1,2}(?:\s*[、,，]\s*\d{1,2})*\s*$/.test(rest);
    const own = bare
      ? rest.split(/[、,，]/).map((number) => ({ number: Number(number), at: 0, length: rest.length }))
      : projectNumbers(rest);
    for (const { number, at, length } of own) {
      const id = all[number - 1]?.id;
      if (id === undefined) continue;
      found.push({ id, at });
      rest = rest.slice(0, at) + '　'.repeat(length) + rest.slice(at + length);
    }
  }
  const ids = found.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
  return { ids: [...new Set(ids)], rest: rest.replaceAll(NOTHING, '') };
}

const quotedWords = (text: string) => `“${[...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text}”`;

/** Puts what a header and its lines say into keys of the front matter; what nobody understands is asked. */
function readEntries(entries: readonly Entry[], known: KnownToManuscripts) {
  const front: { -readonly [K in keyof FoundFront]?: FoundFront[K] } = {};
  const questions: Remark[] = [];
  const taken: Remark[] = [];
  let photographer: string | null = null;
  const ask = (place: Remark['place'], words: string) => questions.push({ place, words });
  const told = (place: Remark['place'], name: string, words: string) =>
    taken.push({ place, words: `${name}：${words}` });
  for (const { key, name, value, place } of entries) {
    const line = tidyLine(value);
    if (line === '') continue;
    if (key === null) {
      ask(place, `“${name}”在稿头里没有放的地方，原来写的是${quotedWords(line)}：要紧的，写进正文或者别的项。`);
      continue;
    }
    if (key === 'photographer') {
      photographer = people(line).join('、');
      told(place, '图片署名', photographer);
    } else if (key === 'date') {
      const day = dayIn(line, known.readDay);
      if (front.date !== undefined && day !== front.date) {
        ask(place, `日期另有一处写着${quotedWords(line)}，稿头用的是 ${front.date}：看看哪个对。`);
      } else if (day === null) {
        ask(place, `日期${quotedWords(line)}看不出是哪一天，稿头里先写的是今天：改成稿件的日期，例如 2021-12-20。`);
      } else {
        front.date = day;
        told(place, '日期', day);
      }
    } else if (key === 'kind') {
      const kind = KIND_NAMES.find(([pattern]) => pattern.test(line))?.[1];
      if (kind) front.kind = kind;
      if (kind) told(place, '种类', `${line}（${kind}）`);
      else ask(place, `${name}写的是${quotedWords(line)}，不知道是哪一类：先算动态，不对就改 kind。`);
    } else if (key === 'projects' || key === 'places') {
      const what = key === 'projects' ? '项目' : '地方';
      const { ids, rest } = namedIn(value, known[key], key === 'projects');
      if (ids.length > 0) front[key] = [...new Set([...(front[key] ?? []), ...ids])];
      if (ids.length > 0) told(place, what, `${line}（${ids.join('、')}）`);
      if (ids.length === 0 || rest !== '') {
        const part = ids.length === 0 || rest === '' ? line : rest;
        ask(
          place,
          `${name}写的是${quotedWords(line)}，${quotedWords(part)}不是内容里有的${what}：对照内容，写进稿头的 ${key}，或者不写。`,
        );
      }
    } else if (key === 'people') {
      front.people = [...new Set(people(line))];
      told(place, '写的是谁', front.people.join('、'));
    } else if (key === 'author') {
      const names = people(line);
      front.author = [...new Set([...(front.author?.split('、') ?? []), ...names])].join('、');
      told(place, '作者', name === '作者' ? front.author : `${front.author}（原来写的是“${name}”）`);
    } else if (key === 'source_url') {
      if (/^https?:\/\/[!-~]+$/.test(line) && badAddress(line) === null) front.source_url = line;
      if (front.source_url) told(place, '原文网址', line);
      else ask(place, `${name}写的是${quotedWords(line)}，不是完整的网址：写全 https://，放进稿头的 source_url。`);
    } else if (front[key] !== undefined && front[key] !== line) {
      ask(place, `${name}另有一处写着${quotedWords(line)}，稿头用的是${quotedWords(front[key])}：看看哪个对。`);
    } else {
      front[key] = line;
      told(place, { title: '标题', subtitle: '副题', editor: '编辑', source: '来源', summary: '摘要' }[key], line);
    }
  }
  return { front, questions, taken, photographer };
}

/** A heading of the text, not of the whole. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,3}[章节部]|\d{1,2}[.、．]\D)/u;

/** The first day that a text names. */
function dayIn(text: string, readDay: KnownToManuscripts['readDay']): string | null {
  const plain = text.normalize('NFKC').replaceAll(/[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?/gu, '');
  const whole = readDay(plain.trim());
  if (whole !== null) return whole;
  const part =
    /[\d〇零○一二三四五六七八九]{4}\s*(?:年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*[日号]|[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2})|(?<!\d)20\d{6}(?!\d)/u.exec(
      plain,
    );
  return part ? readDay(part[0].replaceAll(/\s/gu, '')) : null;
}

/** What forms are called in which manuscripts are handed in. */
const FORM_NAME = /^.{0,12}(?:登记|投稿|来稿|稿件|供稿|报送|审批|审核|送审|信息|新闻|发布).{0,8}[表单]$/u;
const DASHED = /^\s*(?:[—–―─-]{1,4}|－{1,4})\s*\S/u;
/** So many blocks at the beginning may belong to the head of a document. */
const HEAD = 12;
const LONGEST_TITLE = 60;

/** The title, and what stands below it: author, source, day, a second line. */
export function headOf({ blocks }: Manuscript, known: KnownToManuscripts): ManuscriptHead {
  const used = new Set<Block>();
  const entries: Entry[] = [];
  const asked: Remark[] = [];
  const shown = blocks.filter((block) => block.type === 'table' || lineOf(block) !== '' || hasPicture(block));
  const head = shown.slice(0, HEAD);
  const size = bodySize(blocks);
  const header = head.find((block): block is TableBlock => block.type === 'table' && headerEntries(block) !== null);
  const isText = (block: Block | undefined): block is TextBlock =>
    block?.type === 'paragraph' && !block.box && !hasPicture(block);
  if (header) {
    entries.push(...(headerEntries(header) ?? []));
    used.add(header);
  }
  // What the form is called stands above it.
  const form = header && head[head.indexOf(header) - 1];
  if (isText(form) && FORM_NAME.test(plainKey(lineOf(form)))) {
    used.add(form);
    asked.push({ place: form.place, words: `“${lineOf(form)}”是表的名称，没有放进正文。` });
  }
  const tableTitle = entries.find(({ key }) => key === 'title')?.value;
  const lines = head.filter((block) => !used.has(block));
  const title = titleBlocks(lines, blocks, size, known.readDay);
  const titleWords = joined(title.flatMap(brokenLines));
  const sameAsTable = tableTitle !== undefined && plainKey(tableTitle) === plainKey(titleWords);
  if (title.length > 0 && (tableTitle === undefined || sameAsTable)) {
    for (const block of title) used.add(block);
    if (!sameAsTable) entries.push({ key: 'title', name: '标题', value: titleWords, place: title[0]?.place ?? null });
  }
  const doubtful = new Set<TextBlock>();
  // Below the title, or from the beginning where there is none.
  let at = Math.max(-1, ...title.map((block) => lines.indexOf(block))) + 1;
  for (; at < lines.length; at++) {
    const block = lines[at];
    if (!isText(block) || used.has(block)) {
      if (block && used.has(block)) continue;
      break;
    }
    const line = lineOf(block);
    const role = styleRole(block);
    const second =
      role?.is === 'subtitle' || (title.length > 0 && DASHED.test(line) && [...line].length <= LONGEST_TITLE);
    if (second && !entries.some(({ key }) => key === 'subtitle')) {
      entries.push({ key: 'subtitle', name: '副题', value: line, place: block.place });
      used.add(block);
      continue;
    }
    const own = bylineEntries(labelledLine(block), known.readDay, block.place);
    if (own === null) {
      if (!isDoubtful(block, title.length > 0) || title.length === 0 || doubtful.size > 1) break;
      doubtful.add(block);
      continue;
    }
    entries.push(...own);
    used.add(block);
  }
  const { front, questions, taken, photographer } = readEntries(entries, known);
  const signed = readEntries(signatureEntries(shown, used, known.readDay), known).front;
  for (const key of ['date', 'author', 'editor', 'source'] as const) {
    const value = signed[key];
    if (front[key] !== undefined || value === undefined) continue;
    front[key] = value;
    const name = { date: '日期', author: '作者', editor: '编辑', source: '来源' }[key];
    questions.push({ place: null, words: `${name}取自文末的“${value}”，文末的那一行也还在：看看对不对。` });
  }
  questions.push(...mentioned(blocks, front, known));
  for (const block of doubtful) {
    const words = `标题下面的${quotedWords(lineOf(block))}像作者或者来源，拿不准，先留在正文里：是的话写进稿头，删掉这一段。`;
    questions.push({ place: block.place, words });
  }
  return { front, photographer, used, asked: doubtful, taken, questions: [...asked, ...questions] };
}

/** A short line in the middle or on the right below a title: a name or an office, mostly. */
const isDoubtful = (block: TextBlock, titled: boolean): boolean =>
  titled &&
  (block.align === 'center' || block.align === 'right') &&
  [...lineOf(block)].length <= 30 &&
  !block.bold &&
  block.label === null &&
  styleRole(block)?.is !== 'heading' &&
  block.outline === null &&
  !/[。！？!?；;：:]$|^(?:▲|图|点击|来源|(?:表|附[图表件])\s*[\d一二三四五])/u.test(lineOf(block));

/** So many things that a text mentions are offered for the front matter. */
const MOST_MENTIONED = 6;

/** Projects and places that the text mentions, where nothing at its head says which it belongs to. */
function mentioned(blocks: readonly Block[], front: FoundFront, known: KnownToManuscripts): Remark[] {
  const words = blocks.map((block) => (block.type === 'paragraph' ? lineOf(block) : '')).join('\n');
  return (['projects', 'places'] as const).flatMap((key): Remark[] => {
    if (front[key] !== undefined) return [];
    const found = known[key].flatMap(({ id, names }) => {
      const name = names.find((one) => one.length > 2 && words.includes(one));
      return name === undefined ? [] : [{ id, name }];
    });
    if (found.length === 0) return [];
    const some = found.slice(0, MOST_MENTIONED);
    const what = key === 'projects' ? '是哪个项目' : '是哪里的事';
    const list = some.map(({ name }) => `“${name}”`).join('、');
    const ids = some.map(({ id }) => id).join(', ');
    return [
      {
        place: null,
        words: `开头没有写${what}，正文里提到${list}：属于它的，在稿头写 ${key}，例如 ${key}: [${ids}]。`,
      },
    ];
  });
}

/** So many lines at the end may sign a text. */
const SIGNATURE = 4;

/** What the last lines of a text say of author, source and day: they stand in the body too. */
function signatureEntries(
  shown: readonly Block[],
  used: ReadonlySet<Block>,
  readDay: KnownToManuscripts['readDay'],
): Entry[] {
  return shown.slice(-SIGNATURE).flatMap((block, _, all): Entry[] => {
    if (block.type !== 'paragraph' || used.has(block) || hasPicture(block) || all.length < SIGNATURE) return [];
    if (block.label !== null) return [];
    return brokenLines(block).flatMap((line) => bylineEntries(line, readDay, block.place) ?? []);
  });
}

const labelledLine = (block: TextBlock) => (block.label === null ? lineOf(block) : '');

/** The lines of a block, where breaks part them. */
const brokenLines = (block: TextBlock): string[] => {
  const parts: TextBlock['inlines'][number][][] = [[]];
  for (const inline of block.inlines) {
    if (inline.type === 'break') parts.push([]);
    else parts.at(-1)?.push(inline);
  }
  return parts.map((inlines) => lineOf({ inlines })).filter((line) => line !== '');
};

/** Lines of one title: no space between Chinese. */
const joined = (lines: readonly string[]) =>
  lines.reduce(
    (all, line) =>
      all === '' || /\p{Script=Han}$/u.test(all) || /^\p{Script=Han}/u.test(line) ? all + line : `${all} ${line}`,
    '',
  );

/** The blocks that are the title: by their style, by being the only heading of their rank, or centred and large. */
function titleBlocks(
  lines: readonly Block[],
  all: readonly Block[],
  size: number | null,
  readDay: KnownToManuscripts['readDay'],
): TextBlock[] {
  const texts = lines.filter(
    (block): block is TextBlock => block.type === 'paragraph' && !block.box && !hasPicture(block),
  );
  const styled = texts.findIndex((block) => styleRole(block)?.is === 'title');
  if (styled >= 0) {
    const end = texts.findIndex((block, i) => i > styled && styleRole(block)?.is !== 'title');
    return texts.slice(styled, end < 0 ? undefined : end).filter((block, i) => i === 0 || !DASHED.test(lineOf(block)));
  }
  const rankOf = (block: TextBlock) => {
    const role = styleRole(block);
    return role?.is === 'heading' ? role.rank : role ? null : block.outline;
  };
  const [first] = texts;
  if (!first) return [];
  const rank = rankOf(first);
  if (rank !== null && first.label === null && charactersIn(lineOf(first)) <= LONGEST_TITLE) {
    const others = all.filter((block) => block.type === 'paragraph' && block !== first && rankOf(block) === rank);
    const higher = all.some((block) => block.type === 'paragraph' && (rankOf(block) ?? rank) < rank);
    // Nothing of its own stands below it: a second line, who wrote it, or the next heading at once.
    const below = lines[lines.indexOf(first) + 1];
    const bare =
      below?.type === 'paragraph' &&
      (rankOf(below) !== null || DASHED.test(lineOf(below)) || bylineEntries(lineOf(below), readDay, null) !== null);
    const is = !higher && (others.length === 0 || first.align === 'center' || bare);
    return is && !NUMBERED.test(lineOf(first)) ? [first] : [];
  }
  if (rank !== null) return [];
  const large = (block: TextBlock) => size !== null && block.size !== null && block.size >= size + 1.5;
  const isTitle = (block: TextBlock) => {
    const line = lineOf(block);
    if (
      line === '' ||
      NUMBERED.test(line) ||
      charactersIn(line) > LONGEST_TITLE ||
      /[。；;，,]$/u.test(line) ||
      block.label !== null
    )
      return false;
    return (
      (block.align === 'center' && (large(block) || block.bold)) ||
      (large(block) && block.align !== 'right' && block === first)
    );
  };
  // A line such as 稿件 or a number of the paper may stand before it.
  const start = texts.slice(0, 3).findIndex(isTitle);
  if (start < 0) return loneCentred(texts);
  const own = texts[start] as TextBlock;
  const title = [own];
  for (const block of texts.slice(start + 1, start + 3)) {
    const more = isTitle(block) && block.size === own.size && block.bold === own.bold && block.align === own.align;
    if (!more || DASHED.test(lineOf(block)) || charactersIn(joined([...title, block].map(lineOf))) > LONGEST_TITLE)
      break;
    title.push(block);
  }
  return title;
}

/** A first line in the middle, with no size to tell it by, is the title where the next is no such line. */
function loneCentred(texts: readonly TextBlock[]): TextBlock[] {
  const [first, second] = texts;
  const centred = (block: TextBlock | undefined) => block?.align === 'center';
  if (
    !first ||
    !centred(first) ||
    NUMBERED.test(lineOf(first)) ||
    charactersIn(lineOf(first)) > 40 ||
    /[。；;，,：:]$/u.test(lineOf(first))
  )
    return [];
  return second === undefined || !centred(second) || DASHED.test(lineOf(second)) || charactersIn(lineOf(second)) < 30
    ? [first]
    : [];
}
