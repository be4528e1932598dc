import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { clothCss, markSvg } from '#charts/kit/cloth.ts';
import { DARK_PAPER, LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { notWellFormed } from './well-formed.ts';

const cloth = weaveCloth([3, 1], [], null);
const css = clothCss(cloth);
const [light = '', rest = ''] = css.split('@media screen and (prefers-color-scheme:dark)');
const dark = rest.slice(0, rest.indexOf('}}'));
const value = (part: string, name: string) => new RegExp(`--${name}:(#[0-9a-f]+)`).exec(part)?.[1];

describe('the stylesheet of the cloth', () => {
  it('names fill, label and line of every stripe, and text, wash and ground of every hue', () => {
    const names = Array.from(light.matchAll(/--(\w+):#/g), (m) => m[1]).sort();
    const expected = [...'snl'].flatMap((k) => [1, 2, 3, 4].map((i) => `${k}${i}`));
    expect(names).toEqual([...expected, ...[...'hwb'].flatMap((k) => [1, 2].map((i) => `${k}${i}`))].sort());
    expect(value(light, 's2')).toBe(cloth.stripes[1]?.light.fill);
    expect(value(light, 'l3')).toBe(cloth.stripes[2]?.light.line);
    expect(value(light, 'h2')).toBe(cloth.hues[1]?.light.text);
  });

  it('names in dark mode what differs, and only that', () => {
    expect(value(dark, 's2')).toBe(cloth.stripes[1]?.dark.fill);
    expect(value(dark, 'w1')).toBe(cloth.hues[0]?.dark.wash);
    expect(value(light, 'n1')).toBe('#fff');
    expect(value(dark, 'n1')).toBeUndefined();
  });

  it('hands stripes and hues on by classes', () => {
    expect(css).toContain('.k4{--s:var(--s4);--n:var(--n4);--l:var(--l4)}');
    expect(css).toContain('.p2{--h:var(--h2);--w:var(--w2);--b:var(--b2)}');
    expect(css).not.toContain('.k5');
    expect(css).not.toContain('.p3');
  });

  it('weaves the edge of equal stripes and the mark of pairings as large as their townships are many', () => {
    expect(css).toContain(
      '.edge{background:linear-gradient(to right,var(--s1) 0 25%,var(--s2) 0 50%,var(--s3) 0 75%,var(--s4) 0 100%)}',
    );
    expect(css).toContain(':root{--bands:linear-gradient(var(--h1) 0 75%,var(--h2) 0 100%)}');
    expect(css).toContain('.mark::before{background:var(--bands)}');
  });

  it('weighs at most 1.2 kB for four pairings of 28 townships', () => {
    const whole = clothCss(weaveCloth([8, 5, 4, 11], [], null));
    expect(brotliCompressSync(whole).length).toBeLessThanOrEqual(1200);
  });
});

describe('the fixed tokens', () => {
  const sheet = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
  const [lightSheet = '', darkSheet = ''] = sheet.split('@media screen and (prefers-color-scheme: dark)');

  it.each(Object.entries(LIGHT_TOKENS).filter(([, v]) => v.startsWith('#')))(
    'hold --%s equal to the stylesheet',
    (name, v) => {
      expect(value(lightSheet.replaceAll(': ', ':'), name)).toBe(v);
    },
  );

  it('are the same in the frame that stands on pages of others', () => {
    const embedded = readFileSync(new URL('../../../src/styles/embed.css', import.meta.url), 'utf8');
    const own = [...embedded.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name = '', v]) => [name, v]);
    expect(own.length).toBeGreaterThan(4);
    expect(own).toEqual(own.map(([name = '']) => [name, value(lightSheet.replaceAll(': ', ':'), name)]));
  });

  it('hold the paper of dark mode equal to the stylesheet', () => {
    expect(value(darkSheet.replaceAll(': ', ':'), 'paper')).toBe(DARK_PAPER);
  });
});

describe('the mark', () => {
  it('is one band a pairing, as high as its share of the townships', () => {
    const svg = markSvg(weaveCloth([8, 5, 4, 11], [], null));
    expect(Array.from(svg.matchAll(/ height="(\d+)"/g), (m) => m[1])).toEqual(['8', '5', '4', '11']);
    expect(notWellFormed(svg)).toBeNull();
  });

  it('follows dark mode', () => {
    expect(markSvg(cloth)).toContain(`.p2{fill:${cloth.hues[1]?.dark.text}}`);
  });
});
