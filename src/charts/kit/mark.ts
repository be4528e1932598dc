import type { Cloth } from '#domain/places/cloth.ts';
import { element, n } from './svg.ts';

const SIZE = 28;

/**
 * The mark as a file of its own (favicon): one band a pairing, as high as its share of the townships. It follows the
 * mode of the browser's own bars, so it carries a style; it is never put inline into a page.
 */
export function markSvg(cloth: Cloth, sizes: readonly number[] = cloth.sizes): string {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let y = 0;
  const bars = sizes.map((size, k) => {
    const height = (SIZE * size) / total;
    const bar = element('rect', { class: `p${k + 1}`, y, width: SIZE, height, fill: cloth.hues[k]?.light.text });
    y += height;
    return bar;
  });
  const dark = cloth.hues.map((hue, k) => `.p${k + 1}{fill:${hue.dark.text}}`).join('');
  const style = `<style>@media(prefers-color-scheme:dark){${dark}}</style>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(SIZE)} ${n(SIZE)}">${style}${bars.join('')}</svg>`;
}
