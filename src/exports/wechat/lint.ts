import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import {
  CONTRAST,
  DARK,
  DISPLAYS,
  GROUND_LIGHTNESS,
  LIMITS,
  LINK_ADDRESS,
  PICTURE_ADDRESS,
  SMALLEST_TYPE,
  STYLE_REASONS,
  STYLES,
  TAGS,
} from './rules.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What an article holds that the platform takes away, or that is not read there. */
export interface WechatBreach {
  readonly rule:
    | (
        | 'tag'
        | 'attribute'
        | 'style'
        | 'style-value'
        | 'picture'
        | 'link'
        | 'nested-list'
        | 'svg-size'
        | 'svg-reference'
      )
    | ('background' | 'contrast' | 'small-type' | 'characters' | 'bytes' | 'bare');
  /** In Chinese: what it is, and why it cannot stay. */
  readonly words: string;
  /** As written. */
  readonly found: string;
}

type Colour = readonly [red: number, green: number, blue: number];

/** A colour as it is written here: `#rrggbb`, `#rgb`; null: another way of writing. */
function colourOf(text: string): Colour | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex === undefined) return null;
  const whole = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const at = (i: number) => Number.parseInt(whole.slice(2 * i, 2 * i + 2), 16);
  return [at(0), at(1), at(2)];
}

const brightnessOf = ([r, g, b]: Colour): number => (r * 299 + g * 587 + b * 114) / 1000;

function hslOf([r, g, b]: Colour): readonly [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, range] = [(most + least) / 2, most - least];
  if (range === 0) return [0, 0, lightness * 100];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sector =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sector * 60, saturation * 100, lightness * 100];
}

function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const [s, l] = [saturation / 100, lightness / 100];
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

/** A colour as bright as asked. */
function withBrightness(target: number, colour: Colour): Colour {
  const ratio = target / Math.max(1, brightnessOf(colour));
  const [r, g, b] = colour.map((part) => Math.min(255, part * ratio)) as unknown as Colour;
  if (g === 0 || r === 255 || b === 255) return [r, Math.min(255, (target * 1000 - r * 299 - b * 114) / 587), b];
  if (r === 0) return [(target * 1000 - g * 587 - b * 114) / 299, g, b];
  return [r, g, b === 0 || g === 255 ? Math.min(255, (target * 1000 - r * 299 - g * 587) / 114) : b];
}

const DARK_PAPER = colourOf(DARK.paper) ?? [0, 0, 0];

/** A grey background as a dark screen shows it. */
const darkGround = (ground: Colour): Colour =>
  fromHsl(0, 0, Math.min(100, 100 + hslOf(DARK_PAPER)[2] - hslOf(ground)[2]));

/** A text as a dark screen shows it on a dark background. */
function darkText(text: Colour, ground: Colour): Colour {
  const [behind, own] = [brightnessOf(ground), brightnessOf(text)];
  const most = DARK.brightest - brightnessOf(DARK_PAPER);
  const apart = Math.abs(behind - own);
  if (own >= 250) return text;
  if (apart > most && behind <= brightnessOf(DARK_PAPER) + 2) return withBrightness(most + behind, text);
  if (apart >= DARK.apart) return text;
  const [hue, saturation, lightness] = hslOf(text);
  if (lightness <= DARK.light) return darkText(fromHsl(hue, saturation, 90 - lightness), ground);
  return withBrightness(Math.min(most, behind + DARK.apart), text);
}

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

/** Styles as written, one by one. */
const stylesOf = (element: Element): (readonly [name: string, value: string])[] =>
  (attribute(element, 'style') ?? '')
    .split(';')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const at = one.indexOf(':');
      return [
        one.slice(0, at).trim().toLowerCase(),
        one
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      ];
    });

/** What an element stands in: the colours seen, and whether a list is around it. */
interface Around {
  readonly ground: Colour;
  readonly colour: Colour;
  readonly list: boolean;
}

/** Why a tag goes, where that is not only that it is not kept. */
const TAG_REASONS: Readonly<Record<string, string>> = {
  div: '后台去掉 div，样式一起没有：用 section 或 p',
  script: '后台去掉脚本',
  style: '后台去掉样式表：样式写在每个标签上',
  iframe: '后台去掉框',
  form: '后台去掉表单',
  video: '视频要在后台另外插入',
  audio: '音频要在后台另外插入',
  foreignobject: '后台去掉 foreignObject',
  defs: 'id 会被去掉，defs 里的东西没有人找得到',
  use: 'id 会被去掉，use 找不到它指的东西',
  lineargradient: 'id 会被去掉，渐变没有颜色',
  radialgradient: 'id 会被去掉，渐变没有颜色',
  clippath: 'id 会被去掉，裁剪不起作用',
  marker: 'id 会被去掉，箭头没有了',
};

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/url\(/, '外面的东西取不到，里面的 id 被去掉'],
  [/expression\(|javascript:/, '不许有脚本'],
  [/var\(|calc\(|env\(/, '变量和算式后台不认'],
  [/gradient\(/, '渐变在深色模式里变成一种颜色'],
  [/!important/, '后台去掉 !important'],
  [/\d(?:vw|vh|rem|svh|cqw)\b/, '这个单位在文章里没有准'],
];

/** Checks an article against the rules. Empty: nothing of it is taken away, and all of it is read, light or dark. */
export function lintWechat(html: string): WechatBreach[] {
  const breaches: WechatBreach[] = [];
  const tell = (rule: WechatBreach['rule'], found: string, words: string) => breaches.push({ rule, found, words });

  const checkStyles = (element: Element, around: Around): Around => {
    let { ground, colour } = around;
    const styles = stylesOf(element);
    for (const [name, value] of styles) {
      const written = `${name}:${value}`;
      const reason = STYLE_REASONS[name];
      if (!STYLES.includes(name)) {
        tell('style', written, reason ?? '后台可能去掉这一样式');
        continue;
      }
      const wrong = VALUES.find(([pattern]) => pattern.test(value));
      if (wrong) tell('style-value', written, wrong[1]);
      if (name === 'display' && !DISPLAYS.includes(value))
        tell('style-value', written, '排法只能是 block、inline、inline-block');
      if (name === 'font-size' && !(Number.parseFloat(value) >= SMALLEST_TYPE && /^[\d.]+px$/.test(value)))
        tell('small-type', written, `字至少${SMALLEST_TYPE}px，单位写 px`);
      if (name === 'color') {
        const own = colourOf(value);
        if (own) colour = own;
        else tell('contrast', written, '颜色写成 #rrggbb，才查得出看不看得清');
      }
      if (name === 'background-color') {
        const own = colourOf(value);
        const [, saturation, lightness] = own ? hslOf(own) : [0, 100, 0];
        if (own) ground = own;
        if (saturation > 0 || lightness < GROUND_LIGHTNESS)
          tell('background', written, '背景只能是很浅的灰：带颜色的在深色模式里刺眼，深的在浅色里看不清');
      }
    }
    const set = styles.some(([name]) => name === 'color' || name === 'background-color');
    if (set) {
      const dark = contrast(darkText(colour, darkGround(ground)), darkGround(ground));
      const light = contrast(colour, ground);
      if (light < CONTRAST || dark < CONTRAST)
        tell(
          'contrast',
          attribute(element, 'style') ?? '',
          `字和背景的对比浅色${light.toFixed(1)}、深色${dark.toFixed(1)}，都要到${CONTRAST}`,
        );
    }
    return { ...around, ground, colour };
  };

  const checkAttributes = (element: Element): void => {
    const allowed = TAGS[element.tagName.toLowerCase()] ?? [];
    for (const { name, value } of element.attrs) {
      const written = `${name}="${value}"`;
      if (/^on/i.test(name)) tell('attribute', written, '不许有脚本');
      else if (
        /url\s*\(|^#/.test(value) &&
        name !== 'style' &&
        /^(?:fill|stroke|href|xlink:href|clip-path|mask)$/.test(name) &&
        !colourOf(value)
      )
        tell('svg-reference', written, 'id 会被去掉，指着它的都落空');
      else if (!allowed.includes(name.toLowerCase()))
        tell('attribute', written, /^(?:id|class)$/.test(name) ? `后台去掉 ${name}` : '后台可能去掉这个属性');
    }
    const { tagName } = element;
    if (tagName === 'img') {
      const src = attribute(element, 'src') ?? '';
      if (!PICTURE_ADDRESS.test(src)) tell('picture', src.slice(0, 80), '外面的图会被过滤：先上传，再放进来');
    }
    if (tagName === 'a') {
      const href = attribute(element, 'href') ?? '';
      if (/^\s*javascript:/i.test(href)) tell('link', href, '不许有脚本');
      else if (!LINK_ADDRESS.test(href)) tell('link', href, '文章里的外链点不开：写成注');
    }
    if (tagName === 'svg') {
      const sizes = ['width', 'height'].map((name) => attribute(element, name) ?? '');
      if (!sizes.every((size) => /^\d+(?:\.\d+)?(?:px)?$/.test(size)))
        tell('svg-size', sizes.join('×'), 'SVG 的宽和高要写成像素');
    }
  };

  const walk = (node: Node, around: Around): void => {
    if (node.nodeName === '#comment') tell('tag', '<!-- -->', '后台去掉批注');
    if (!isElement(node)) return;
    const tagName = node.tagName.toLowerCase();
    if (!(tagName in TAGS)) {
      tell('tag', `<${node.tagName}>`, TAG_REASONS[tagName] ?? '后台去掉这个标签');
    }
    checkAttributes(node);
    const isList = tagName === 'ul' || tagName === 'ol';
    if (isList && around.list) tell('nested-list', `<${tagName}>`, '列表里套列表，手机上会乱：里面一层改成文字');
    const seen = checkStyles(node, around);
    const inside = { ...seen, list: around.list || isList };
    const children =
      'content' in node ? (node as DefaultTreeAdapterTypes.Template).content.childNodes : node.childNodes;
    for (const child of children) walk(child, inside);
  };

  const tree = parseFragment(html);
  for (const child of tree.childNodes) {
    walk(child, { ground: [255, 255, 255], colour: [25, 25, 25], list: false });
    if (child.nodeName === '#text' && 'value' in child && child.value.trim() !== '')
      tell('bare', child.value.trim().slice(0, 20), '字要放在 section 或 p 里');
  }
  const { length } = [...html];
  if (length >= LIMITS.characters)
    tell('characters', `${length}`, `正文要少于${LIMITS.characters}字符，标签和样式也数`);
  const bytes = new TextEncoder().encode(html).length;
  if (bytes >= LIMITS.bytes) tell('bytes', `${bytes}`, `正文要小于${LIMITS.bytes}字节`);
  return breaches;
}
