/**
 * What an article of a WeChat official account may hold. The editor and the platform change without a word: everything we
 * hold them to stands in this file, each rule with its reason, as of the day below. A rule changes: change it here, and
 * the day; the tests of `tests/exports/wechat/` say what follows.
 *
 * Where it is from: the interface 新增草稿 (lengths, pictures), the algorithm that the platform has published for dark
 * screens (wechatjs/mp-darkmode 1.2.1), and what authors of tools for the editor have found out, see CONTRIBUTING.md.
 */
export const RULES_AS_OF = '2026-12-01';

/** How much may be handed in. */
export const LIMITS = {
  /** 标题，总长度不超过32个字. */
  title: 32,
  /** 作者，不超过16个字. */
  author: 16,
  /** 摘要，不超过128个字. */
  digest: 128,
  /** 正文必须少于2万字符: tags, attributes and styles are counted too. */
  characters: 20_000,
  /** …小于1M. */
  bytes: 1024 * 1024,
  /** 阅读原文的地址不超过1KB. */
  address: 1024,
  /** 正文图片 of the back end, 10M each. */
  pictureBytes: 10 * 1024 * 1024,
} as const;

/** The column of an article on a computer, px; pictures are made twice as wide for screens of today. */
export const COLUMN = 677;
export const PICTURE_WIDTH = 2 * COLUMN;

/** Covers: 2.35:1 for the first article of a message (900×383, twice), 1:1 for the others and for who is sent the link. */
export const COVERS = {
  wide: { file: 'cover-235.jpg', width: 1800, height: 766 },
  square: { file: 'cover-11.jpg', width: 1000, height: 1000 },
} as const;

/** Attributes of a drawing inside the text: drawn with presentation attributes, nothing of it refers to anything. */
const DRAWN = [
  ...[
    'style',
    'width',
    'height',
    'viewbox',
    'xmlns',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'd',
  ],
  ...['points', 'fill', 'stroke', 'stroke-width', 'opacity', 'transform', 'font-size', 'text-anchor'],
];
const STYLED = ['style'];

/**
 * Tags that stay, with the attributes that stay on them. `div` is dropped by the editor, whose own blocks are `section`
 * and `p`; what is not named here goes, or takes what is inside with it.
 */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  section: STYLED,
  p: STYLED,
  span: STYLED,
  strong: STYLED,
  em: STYLED,
  del: STYLED,
  sup: STYLED,
  sub: STYLED,
  code: STYLED,
  br: [],
  hr: STYLED,
  h2: STYLED,
  h3: STYLED,
  h4: STYLED,
  blockquote: STYLED,
  ul: STYLED,
  ol: ['style', 'start'],
  li: STYLED,
  table: STYLED,
  thead: STYLED,
  tbody: STYLED,
  tr: STYLED,
  th: ['style', 'colspan', 'rowspan'],
  td: ['style', 'colspan', 'rowspan'],
  img: ['style', 'src', 'alt', 'width', 'height'],
  // Only to other articles of the platform: every other link is dead.
  a: ['style', 'href'],
  svg: DRAWN,
  g: DRAWN,
  path: DRAWN,
  rect: DRAWN,
  circle: DRAWN,
  ellipse: DRAWN,
  line: DRAWN,
  polyline: DRAWN,
  polygon: DRAWN,
  text: DRAWN,
  tspan: DRAWN,
};

/** Styles that stay. Only what is plain: nothing that is placed, moved, laid over other things, or fetched. */
export const STYLES: readonly string[] = [
  ...['color', 'background-color', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing'],
  ...['text-align', 'text-indent', 'text-decoration', 'vertical-align', 'word-break', 'direction', 'unicode-bidi'],
  ...['white-space', 'overflow-wrap'],
  ...['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left'],
  ...['padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
  ...['border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-collapse', 'border-radius'],
  ...['width', 'max-width', 'height', 'display', 'list-style-type', 'table-layout'],
];

/** Values of `display`: grid is not kept, flex is set otherwise on some phones, `none` hides what was signed. */
export const DISPLAYS: readonly string[] = ['block', 'inline', 'inline-block'];

/** Names of styles whose reason is worth a sentence of its own. */
export const STYLE_REASONS: Readonly<Record<string, string>> = {
  position: '后台去掉 position：固定、叠放的东西会散开',
  float: '手机上 float 会把字挤成一条',
  transform: '后台去掉 transform',
  animation: '动画不保留',
  filter: '滤镜不保留',
  'background-image': '字下面垫图，深色模式里看不清',
  background: '背景只能是一种很浅的灰，写 background-color',
};

/**
 * Where pictures may lie: those of the platform, and until they are uploaded the files beside the page, of a kind that the
 * back end takes: no WebP, no SVG.
 */
export const PICTURE_ADDRESS = /^(?:https:\/\/mmbiz\.qpic\.cn\/|pictures\/[\w.-]+\.(?:jpg|png|gif)$)/;
/** Where links may lead. */
export const LINK_ADDRESS = /^https:\/\/mp\.weixin\.qq\.com\//;

/** Smallest type, px: what is read is larger, this is for marks and sources. */
export const SMALLEST_TYPE = 13;

/**
 * On a dark screen the platform changes colours one by one, by how bright they look (0–255): a background of pure grey is
 * turned round, one with a colour only grows duller and glares; a text is made brighter until it is `apart` from what it
 * stands on. Hence: backgrounds are grey and very light, and each colour of a text is tried on both screens.
 */
export const DARK = {
  paper: '#191919',
  /** Of the platform's text on it. */
  brightest: 163,
  apart: 65,
  /** From here on (HSL) a colour counts as light. */
  light: 40,
} as const;
/** A background is at least so light (HSL), of no hue. */
export const GROUND_LIGHTNESS = 94;
/** WCAG 2.2 AA, light and dark. */
export const CONTRAST = 4.5;
