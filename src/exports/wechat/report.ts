import { lengthOf, type WechatField } from './fields.ts';
import type { SlotPicture } from './page.ts';
import { LIMITS, RULES_AS_OF } from './rules.ts';

/** Everything somebody has to know of an article besides the article. All words are ready to be read. */
export interface WechatReport {
  readonly id: string;
  readonly title: string;
  /** When it was read, as it is told. */
  readonly made: string;
  readonly fields: readonly WechatField[];
  /** Of what is copied, without pictures. */
  readonly characters: number;
  readonly bytes: number;
  readonly words: number;
  readonly pictures: readonly (SlotPicture & {
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
    readonly rights: string;
  })[];
  readonly changed: { readonly numbers: number; readonly links: number; readonly figures: number };
  /** 初审　姓名　时间, each step that is needed. */
  readonly approvals: readonly string[];
  /** What everyone permits, until when. */
  readonly consents: readonly string[];
  readonly until: string | null;
  /** What to look at. */
  readonly notes: readonly string[];
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)}KB`;

/** The report that lies beside an article: for who sends it out, and for the file. */
export function wechatReport(told: WechatReport): string {
  const { id, title, made, fields, characters, bytes, words, pictures, changed, approvals, consents, until, notes } =
    told;
  const lines = [
    `公众号导出报告　${title}`,
    `稿件 ${id}　${made}`,
    '只给编辑看，不公开。',
    '',
    '【和上限比】',
    ...fields.map(({ name, text, most, whole }) => {
      const size = name === '原文地址' ? text : `${lengthOf(text)}字，上限${most}字`;
      return `${name}：${text === '' ? '不填' : size}${whole === null ? '' : `；截短了，现在是“${text}”，原来是“${whole}”`}`;
    }),
    `正文代码：${characters}字符，上限${LIMITS.characters}（标签和样式也数；每放进一张图，后台大约再加300）`,
    `正文大小：${kilobytes(bytes)}，上限${kilobytes(LIMITS.bytes)}`,
    `正文文字：${words}字`,
    '',
    '【图】',
    pictures.length === 0 ? '没有。' : '逐张看一下权利：写着只许网站用的，先问过再发。',
    ...pictures.flatMap(({ file, width, height, bytes: weight, caption, under, rights }) => [
      `${file}　${width}×${height}，${kilobytes(weight)}　位置：${under === null ? '第一个标题以前' : `“${under}”下面`}`,
      `　　${[caption, rights].filter(Boolean).join('　')}`,
    ]),
    '',
    '【和网站不一样的】',
    `数后面的出处改成了文末的注：${changed.numbers}条`,
    `文中的链接改成了文末的注：${changed.links}条`,
    `网页上的图改成了图片：${changed.figures}张`,
    '文字和网站一样，没有增删。',
    '',
    '【凭什么可以发】',
    ...(approvals.length === 0 ? ['这一类不用审。'] : approvals),
    ...(consents.length === 0 ? ['没有要本人同意的人。'] : consents),
    until === null ? '没有到期的日子。' : `最晚用到${until}：到时从公众号删掉这篇文章。`,
    '有人撤回授权，也要从公众号删掉：网站会自己撤下，公众号不会。',
    ...(notes.length === 0 ? [] : ['', '【看一下】', ...notes]),
    '',
    `公众号的规矩照${RULES_AS_OF}的写法检查过，全部合格。规矩会变：粘贴以后用手机预览看一遍，深色模式也看一遍。`,
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
