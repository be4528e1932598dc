import { below, childOf, type Element, elementsOf, textOf } from '../../office/xml.ts';

/** How a document shows a picture of its: cut first, then mirrored, then turned. */
export interface Shown {
  /** What is cut off at each side, as a share of it. */
  readonly cut: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly mirrored: boolean;
  readonly upsideDown: boolean;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly turn: number;
  /** Width by height of the frame it stands in before it is turned; null: it is not said. */
  readonly frame: number | null;
}

/** What stands in a drawing. */
export type Drawn =
  /** `id`, `link`: relationships, of its bytes and of what it leads to. */
  | {
      readonly type: 'picture';
      readonly id: string;
      readonly linked: boolean;
      readonly shown: Shown;
      readonly alt: string;
      readonly link: string | null;
    }
  | { readonly type: 'box'; readonly content: Element }
  | { readonly type: 'words'; readonly words: string }
  /** What is not taken; `part`: the relationship of the part in which its words stand. */
  | { readonly type: 'left'; readonly what: string; readonly words: string; readonly part: string | null };

interface Around {
  readonly turn: number;
  readonly mirrored: boolean;
  readonly upsideDown: boolean;
  readonly alt: string;
  readonly link: string | null;
  readonly frame: number | null;
  /** Whether it is one of several, each with a description of its own. */
  readonly grouped: boolean;
}

/** What programs write as the description of a picture by themselves: a name, a number, a guess. */
const AUTOMATIC = [
  /^(?:图片|图像|图形|照片|图|Picture|Image|Graphic|Photo|Grafik)\s*\d*$/i,
  /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|emf|wmf|svg)$/i,
  /^(?:[\da-f]{8,}(?:-[\da-f]{4,})*|[\d_-]{6,}|(?:IMG|DSC|DSCN|PXL|MVIMG|VID|WIN|Screenshot|mmexport|wx_camera|微信图片|微信截图|企业微信截图|截图|upload_post_object)[\w-]*)$/i,
  /^(?:[a-z]:[\\/]|https?:|file:)/i,
  /描述已自动生成|AI ?生成的内容可能不正确|Description automatically generated|AI-generated content may be incorrect/i,
];

/** A description that somebody wrote; '': there is none. */
function writtenAlt(...descriptions: readonly (string | undefined)[]): string {
  const plain = descriptions.map((words) => (words ?? '').replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim());
  return plain.find((words) => words !== '' && !AUTOMATIC.some((test) => test.test(words))) ?? '';
}

const isTrue = (words: string | undefined) => words !== undefined && !/^(?:0|false|f)$/i.test(words);

/** A share of a side: in thousandths of a percent, or as a percentage. */
function shareOf(words: string | undefined): number {
  const share = words?.endsWith('%') ? Number(words.slice(0, -1)) / 100 : Number(words ?? 0) / 100_000;
  return share > 0 && share < 1 ? share : 0;
}

/** A share as VML writes it: 0.25, or in 65536ths. */
function vmlShare(words: string | undefined): number {
  const share = words?.endsWith('f') ? Number(words.slice(0, -1)) / 65_536 : Number(words ?? 0);
  return share > 0 && share < 1 ? share : 0;
}

/** The quarter of a turn that an angle is nearly; a picture that lies aslant is set upright. */
function quarter(degrees: number): number {
  const whole = ((degrees % 360) + 360) % 360;
  const nearest = Math.round(whole / 90) * 90;
  return Math.abs(whole - nearest) <= 10 ? nearest % 360 : 0;
}

function shownOf(around: Around, cut: Shown['cut']): Shown {
  const whole = cut.left + cut.right < 1 && cut.top + cut.bottom < 1;
  const { mirrored, upsideDown, frame } = around;
  return {
    cut: whole ? cut : { left: 0, top: 0, right: 0, bottom: 0 },
    mirrored,
    upsideDown,
    turn: quarter(around.turn),
    frame,
  };
}

/** How a shape is turned and mirrored inside what it stands in. */
function insideOf(around: Around, xfrm: Element | undefined): Around {
  if (!xfrm) return around;
  const { rot, flipH, flipV } = xfrm.attributes;
  const { cx, cy } = childOf(xfrm, 'a:ext')?.attributes ?? {};
  const frame = Number(cx) / Number(cy);
  return {
    ...around,
    turn: around.turn + (Number(rot ?? 0) / 60_000 || 0),
    mirrored: around.mirrored !== isTrue(flipH),
    upsideDown: around.upsideDown !== isTrue(flipV),
    frame: frame > 0 && Number.isFinite(frame) ? frame : null,
  };
}

function blipPicture(fill: Element | undefined, around: Around): Drawn[] {
  const blip = childOf(fill, 'a:blip')?.attributes;
  if (!blip) return [];
  const { l, t, r, b } = childOf(fill, 'a:srcRect')?.attributes ?? {};
  const cut = { left: shareOf(l), top: shareOf(t), right: shareOf(r), bottom: shareOf(b) };
  const id = blip['r:embed'] || blip['r:link'];
  if (!id) return [];
  return [
    { type: 'picture', id, linked: !blip['r:embed'], shown: shownOf(around, cut), alt: around.alt, link: around.link },
  ];
}

/** The words by which a style of VML tells how a shape is turned. */
function vmlAround(shape: Element, around: Around): Around {
  const { style = '', alt } = shape.attributes;
  const said = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim() ?? '';
  const rotation = said('rotation');
  const degrees = rotation.endsWith('fd') ? Number(rotation.slice(0, -2)) / 65_536 : Number(rotation || 0);
  const flip = said('flip');
  const frame = Number.parseFloat(said('width')) / Number.parseFloat(said('height'));
  return {
    ...around,
    turn: around.turn + (degrees || 0),
    mirrored: around.mirrored !== /x/i.test(flip),
    upsideDown: around.upsideDown !== /y/i.test(flip),
    alt: writtenAlt(alt) || around.alt,
    frame: frame > 0 && Number.isFinite(frame) ? frame : null,
  };
}

function imageData({ attributes }: Element, around: Around): Drawn[] {
  const embedded = attributes['r:id'] || attributes['o:relid'] || attributes['r:embed'] || attributes['r:pict'];
  const id = embedded || attributes['r:href'] || attributes['r:link'];
  if (!id) return [];
  const cut = {
    left: vmlShare(attributes['cropleft']),
    top: vmlShare(attributes['croptop']),
    right: vmlShare(attributes['cropright']),
    bottom: vmlShare(attributes['cropbottom']),
  };
  const alt = around.alt || writtenAlt(attributes['o:title']);
  return [{ type: 'picture', id, linked: !embedded, shown: shownOf(around, cut), alt, link: around.link }];
}

function embeddedObject({ attributes }: Element): Drawn {
  const program = attributes['ProgID'] ?? '';
  if (/^(?:Equation|MathType)/i.test(program))
    return { type: 'left', what: '公式（公式编辑器里的）', words: '', part: null };
  return { type: 'left', what: `嵌在文件里的对象${program ? `（${program}）` : ''}`, words: '', part: null };
}

const left = (what: string, words = '', part: string | null = null): Drawn => ({ type: 'left', what, words, part });

function* drawnInside(element: Element, around: Around): Generator<Drawn> {
  for (const child of elementsOf(element)) yield* drawnBy(child, around);
}

function* drawnBy(element: Element, around: Around): Generator<Drawn> {
  const { name, attributes } = element;
  switch (name) {
    case 'wp:inline':
    case 'wp:anchor': {
      const own = childOf(element, 'wp:docPr')?.attributes ?? {};
      const alt = writtenAlt(own['descr'], own['title']);
      if (isTrue(own['hidden'])) yield left('设成不显示的图', alt);
      else {
        const link = childOf(childOf(element, 'wp:docPr'), 'a:hlinkClick')?.attributes['r:id'] ?? null;
        yield* drawnInside(element, { ...around, alt, link });
      }
      return;
    }
    case 'pic:pic':
    case 'a:pic': {
      const kin = name.slice(0, name.indexOf(':'));
      const own = childOf(childOf(element, `${kin}:nvPicPr`), `${kin}:cNvPr`)?.attributes ?? {};
      const inside = insideOf(around, childOf(childOf(element, `${kin}:spPr`), 'a:xfrm'));
      const alt = writtenAlt(around.grouped ? '' : around.alt, own['descr'], own['title']) || around.alt;
      yield* blipPicture(childOf(element, `${kin}:blipFill`), { ...inside, alt });
      return;
    }
    case 'wps:wsp':
    case 'a:sp': {
      const properties = childOf(element, name === 'a:sp' ? 'a:spPr' : 'wps:spPr');
      const inside = insideOf(around, childOf(properties, 'a:xfrm'));
      yield* blipPicture(childOf(properties, 'a:blipFill'), inside);
      yield* drawnInside(element, inside);
      return;
    }
    case 'wpg:wgp':
    case 'wpg:grpSp':
      yield* drawnInside(element, {
        ...insideOf(around, childOf(childOf(element, 'wpg:grpSpPr'), 'a:xfrm')),
        grouped: true,
      });
      return;
    case 'w:txbxContent':
      yield { type: 'box', content: element };
      return;
    case 'a:txBody':
      yield left('画里的字', textOf(element));
      return;
    case 'c:chart':
      yield left('图表', around.alt, attributes['r:id'] ?? null);
      return;
    case 'dgm:relIds':
      yield left('SmartArt 图形', around.alt, attributes['r:dm'] ?? null);
      return;
    case 'w:contentPart':
    case 'wps:contentPart':
    case 'wpg:contentPart':
      yield left('手写的墨迹', around.alt);
      return;
    case 'w:control':
      yield left('控件（ActiveX）', '');
      return;
    case 'o:OLEObject':
      yield embeddedObject(element);
      return;
    case 'w:objectEmbed':
    case 'w:objectLink':
      yield left('嵌在文件里的对象');
      return;
    case 'v:shapetype':
      return;
    case 'v:shape':
    case 'v:rect':
    case 'v:roundrect':
    case 'v:oval':
    case 'v:image':
    case 'v:group':
    case 'v:line':
    case 'v:polyline': {
      yield* drawnInside(element, vmlAround(element, around));
      return;
    }
    case 'v:imagedata':
    case 'v:fill':
      yield* imageData(element, around);
      return;
    case 'v:textpath':
      if (attributes['string']) yield { type: 'words', words: attributes['string'] };
      return;
    default:
      yield* drawnInside(element, around);
  }
}

/** What stands in a drawing, a picture of the older kind or an object, in the order of the file. */
export const drawnIn = (element: Element): Drawn[] => [
  ...drawnInside(element, {
    turn: 0,
    mirrored: false,
    upsideDown: false,
    alt: '',
    link: null,
    frame: null,
    grouped: false,
  }),
];

/** The words of a chart or a SmartArt, in its own part. */
export const wordsOfPart = (root: Element): string =>
  [...below(root)]
    .filter(({ name }) => name === 'a:t')
    .map(textOf)
    .filter(Boolean)
    .join(' ');
