import { textWidth } from '#charts/kit/text.ts';

/** One text of a drawing with the box it takes up, px of the drawing. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Texts of an SVG string with estimated boxes; a text with a place for every character counts as one a character. */
export function drawnTexts(svg: string): DrawnText[] {
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/gs)].flatMap(([, attributes = '', inner = '']) => {
    const get = (name: string) => attributes.match(new RegExp(`(?:^| )${name}="([^"]*)"`))?.[1];
    const size = Number(get('font-size'));
    const xs = (get('x') ?? '').split(' ').map(Number);
    const ys = (get('y') ?? '').split(' ').map(Number);
    const text = inner.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    const gaps = [...inner.matchAll(/ dx="(\d+)"/g)].reduce((sum, [, dx]) => sum + Number(dx), 0);
    const pieces = xs.length > 1 ? [...text] : [text];
    return pieces.map((piece, i) => {
      const [x = 0, y = 0] = [xs[i], ys[i]];
      const width = textWidth(piece, size) + gaps;
      const left = get('text-anchor') === 'end' ? x - width : get('text-anchor') === 'middle' ? x - width / 2 : x;
      return { text: piece, left, right: left + width, top: y - size * 0.85, bottom: y + size * 0.15 };
    });
  });
}

/** What is wrong with a drawing: texts cut off by its box, and texts that lie on one another. */
export function troubles(svg: string): string[] {
  const [, width = 0, height = 0] = svg.match(/viewBox="\S+ \S+ (\S+) (\S+)"/)?.map(Number) ?? [];
  const texts = drawnTexts(svg);
  const out = texts
    .filter((t) => t.left < -0.5 || t.right > width + 0.5 || t.top < -0.5 || t.bottom > height + 0.5)
    .map((t) => `outside: ${t.text}`);
  const rects = [...svg.matchAll(/<rect ([^>]*)\/>/g)].map(([, a = '']) =>
    ['x', 'y', 'width', 'height'].map((key) => Number(a.match(new RegExp(`(?:^| )${key}="([^"]*)"`))?.[1] ?? 0)),
  );
  const cut = rects.filter(
    ([x = 0, y = 0, w = 0, h = 0]) => x < -8 || y < 0 || x + w > width + 8 || y + h > height + 0.5 || w < 0 || h < 0,
  );
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
  return [...out, ...cut.map((r) => `rect outside: ${r.join(' ')}`), ...onEachOther];
}
