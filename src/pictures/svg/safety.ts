import { kindOf } from '../kind.ts';
import type { Size } from '../orientation.ts';
import { readRaster } from '../raster.ts';
import { Refused } from '../refusal.ts';
import { checkReferences } from './references.ts';
import { notWellFormed, tooMuch, unsafe } from './refusal.ts';
import { svgSize } from './size.ts';
import { dangerInStyle } from './style.ts';
import { checkWork } from './work.ts';
import { readXml, type XmlAttribute, type XmlElement } from './xml.ts';

/** A drawing has at most this many bytes, pictures inside it included. */
const MOST_BYTES = 2_000_000;

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

/** What may be drawn: shapes, text, colours, filters. Whatever is not here is refused, so nothing can be forgotten. */
const DRAWN = new Set(
  `svg g defs symbol use switch a title desc metadata style view
  path rect circle ellipse line polyline polygon image text tspan textPath tref
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** What a clerk would call the elements that are refused most. */
const NAMES: Readonly<Record<string, string>> = {
  script: '脚本',
  handler: '脚本',
  listener: '脚本',
  foreignobject: '嵌入的网页（foreignObject）',
  set: '动画',
  animate: '动画',
  animatemotion: '动画',
  animatetransform: '动画',
  animatecolor: '动画',
};

/** Elements that run or fetch something wherever they stand, whatever program they are said to belong to. */
const NOWHERE =
  /^(script|handler|listener|foreignobject|iframe|frame|object|embed|applet|html|body|link|meta|base|form|input|img|audio|video|source|canvas|set|animate\w*|discard)$/;

/** Namespaces whose attributes a browser may read as styles; '' for those without a prefix. */
const STYLED = new Set(['', SVG, 'http://www.w3.org/1999/xlink']);

/** Attributes that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'background', 'data']);

/**
 * Size of a drawing that is safe to open: no script, no link, nothing from elsewhere, nothing that unfolds without end,
 * no work for minutes. Throws `Refused` at the first thing that is not.
 */
export function readSvg(bytes: Uint8Array): Size {
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / 1e6).toFixed(1);
    throw tooMuch(`${size} MB 大`, `不超过${MOST_BYTES / 1e6} MB 的 SVG`);
  }
  const root = readXml(textOf(bytes));
  if (root.name !== 'svg' || root.namespace !== SVG) throw notWellFormed(root.line, `最外层不是 <svg xmlns="${SVG}">`);
  checkElement(root);
  checkReferences(root);
  const size = svgSize(root);
  checkWork(root, size);
  return size;
}

function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(
      'svg-broken',
      '编码不是 UTF-8 的 SVG',
      'UTF-8 编码的 SVG',
      '用记事本打开，另存为，编码选 UTF-8。',
    );
  }
  const at = text.search(/(?![\t\r\n])\p{Cc}|[\ufffe\uffff]/u);
  if (at >= 0) throw notWellFormed(text.slice(0, at).split('\n').length, '有控制字符');
  return text;
}

function checkElement(element: XmlElement): void {
  const { local, namespace, line, text, attributes, children } = element;
  const lower = local.toLowerCase();
  const drawn = namespace === SVG || namespace === '';
  if (namespace === XHTML || NOWHERE.test(lower) || (drawn && !DRAWN.has(local)))
    throw unsafe(line, NAMES[lower] ?? `不能用的标签 <${element.name.slice(0, 30)}>`);
  for (const attribute of attributes) checkAttribute(element, attribute);
  const danger = lower === 'style' ? dangerInStyle(text) : null;
  if (danger) throw unsafe(line, danger);
  children.forEach(checkElement);
}

function checkAttribute(element: XmlElement, { name, prefix, local, namespace, value }: XmlAttribute): void {
  const [lower, line] = [local.toLowerCase(), element.line];
  if (lower.startsWith('on')) throw unsafe(line, `会执行的属性 ${name.slice(0, 30)}`);
  if (prefix === 'xml' && lower === 'base') throw unsafe(line, '别处的地址（xml:base）');
  // Programs skip spaces and controls before and inside the name of a scheme.
  const squeezed = value.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '').toLowerCase();
  if (/(java|vb|live)script:/.test(squeezed)) throw unsafe(line, '会执行的链接（javascript:）');
  if (ADDRESSES.has(lower)) checkAddress(element, value.trim());
  // What a drawing program notes for itself may look like a style and is none.
  const danger = STYLED.has(namespace) && /[(\\:@]/.test(value) ? dangerInStyle(value) : null;
  if (danger) throw unsafe(line, danger);
}

const EMBEDDED = /^data:image\/(png|jpe?g);base64,([A-Za-z\d+/=\s]*)$/i;

/** An address leads to another part of the drawing, or holds a picture itself. */
function checkAddress({ local, line }: XmlElement, address: string): void {
  if (/^#[^\s#]+$/.test(address)) return;
  const [, , base64] = local === 'image' ? (EMBEDDED.exec(address) ?? []) : [];
  if (base64 === undefined) throw unsafe(line, address.startsWith('data:') ? '嵌入的数据（data:）' : '别处的地址');
  const bytes = Buffer.from(base64, 'base64');
  const kind = kindOf(bytes);
  if (kind !== 'png' && kind !== 'jpeg') throw unsafe(line, '嵌入的数据（data:）');
  readRaster(kind, bytes);
}
