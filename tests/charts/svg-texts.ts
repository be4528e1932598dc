import { textWidth } from '#charts/kit/text.ts';

/** One text of a drawing with the box it takes up, px of the drawing. */
export interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const written = (attributes: string, name: string) => attributes.match(new RegExp(`(?:^| )${name}="([^"]*)"`))?.[1];

/** What texts inherit from the groups around them. */
const INHERITED = ['font-size', 'text-anchor', 'writing-mode'] as const;

/** Texts of an SVG string with estimated boxes; a text with a place for every character counts as one a character. */
export function drawnTexts(svg: string): DrawnText[] {
  const around: string[] = [];
  const drawn: DrawnText[] = [];
  for (const [, own = '', inner = '', opened, more = '', alone, closed] of svg.matchAll(
    /<text ([^>]*)>(.*?)<\/text>|<(g|a|svg)\b([^>]*?)(\/?)>|<\/(g|a|svg)>/gs,
  )) {
    if (opened) {
      if (!alone) around.push(more);
    } else if (closed) around.pop();
    else drawn.push(...textsOf(own, inner, around));
  }
  return drawn;
}

function textsOf(own: string, inner: string, around: readonly string[]): DrawnText[] {
  const get = (name: string) => written(own, name);
  const [size, anchor, mode] = INHERITED.map(
    (name) => get(name) ?? around.flatMap((group) => written(group, name) ?? []).at(-1),
  );
  const px = Number(size);
  const xs = (get('x') ?? '').split(' ').map(Number);
  const ys = (get('y') ?? '').split(' ').map(Number);
  const text = inner.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
  const gaps = [...inner.matchAll(/ dx="(\d+)"/g)].reduce((sum, [, dx]) => sum + Number(dx), 0);
  const pieces = xs.length > 1 ? [...text] : [text];
  return pieces.map((piece, i) => {
    const [x = 0, y = 0] = [xs[i], ys[i]];
    const long = textWidth(piece, px) + gaps;
    const before = anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0;
    const turned = /^rotate\(90 /.test(get('transform') ?? '');
    if (turned) return { text: piece, size: px, left: x - px * 0.3, right: x + px * 0.9, top: y, bottom: y + long };
    if (mode === 'vertical-rl')
      return { text: piece, size: px, left: x - px / 2, right: x + px / 2, top: y - before, bottom: y - before + long };
    return {
      text: piece,
      size: px,
      left: x - before,
      right: x - before + long,
      top: y - px * 0.85,
      bottom: y + px * 0.15,
    };
  });
}

/** The words over a framed list that reach out of its frame. */
function headingsOutside(svg: string): string[] {
  const frame = svg.match(/<rect ([^>]*class="name-frame"[^>]*)\/>/)?.[1];
  if (frame === undefined) return [];
  const [x = 0, width = 0] = ['x', 'width'].map((key) => Number(written(frame, key)));
  const heading = drawnTexts(svg).filter(({ text }) => /名单$|^不表示位置$/u.test(text));
  return heading.filter((t) => t.left < x || t.right > x + width).map((t) => `over the frame: ${t.text}`);
}

/** What is wrong with a drawing: texts cut off by its box, and texts that lie on one another. */
export function troubles(svg: string): string[] {
  const [, x0 = 0, y0 = 0, width = 0, height = 0] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/)?.map(Number) ?? [];
  const texts = drawnTexts(svg).map(({ left, right, top, bottom, ...text }) => ({
    ...{ ...text, left: left - x0, right: right - x0, top: top - y0, bottom: bottom - y0 },
  }));
  const out = texts
    .filter((t) => t.left < -0.5 || t.right > width + 0.5 || t.top < -0.5 || t.bottom > height + 0.5)
    .map((t) => `outside: ${t.text}`);
  const rects = [...svg.matchAll(/<rect ([^>]*)\/>/g)].map(([, a = '']) =>
    ['x', 'y', 'width', 'height'].map((key) => Number(a.match(new RegExp(`(?:^| )${key}="([^"]*)"`))?.[1] ?? 0)),
  );
  const cut = rects.filter(([x = 0, y = 0, w = 0, h = 0]) => {
    const [left, top] = [x - x0, y - y0];
    return left < -8 || top < 0 || left + w > width + 8 || top + h > height + 0.5 || w < 0 || h < 0;
  });
  const onEachOther = texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
      )
      .map((b) => `overlap: ${a.text} | ${b.text}`),
  );
  return [...out, ...headingsOutside(svg), ...cut.map((r) => `rect outside: ${r.join(' ')}`), ...onEachOther];
}
