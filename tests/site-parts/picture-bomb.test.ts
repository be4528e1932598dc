import { describe, expect, it, vi } from 'vitest';
import { readPictureHeader } from '#pictures/header.ts';
import { readHeaderOf } from '#reader/picture-files.ts';
import { avifOf, gifOf, jpegOf, pngOf, svgOf, webpOf } from '../pictures/samples.ts';

// Whoever reads a header must not even be able to decode pixels.
vi.mock('sharp', () => {
  throw new Error('a header was read with the program that decodes pixels');
});

const answer = (src: string, bytes: Uint8Array) => {
  const header = readPictureHeader(src, bytes);
  return 'refusal' in header
    ? `${header.refusal.code} ${header.refusal.found}`
    : `${header.file.width}×${header.file.height}`;
};

describe('a header that claims more pixels than a build can hold', () => {
  it.each([
    ['a.png', pngOf(60_000, 60_000), '60000×60000像素，共36.0亿像素'],
    ['a.png', pngOf(0xffffffff, 0xffffffff), '4294967295×4294967295像素，共184467440651.2亿像素'],
    ['a.jpg', jpegOf(65_500, 65_500), '65500×65500像素，共43.0亿像素'],
    ['a.gif', gifOf(65_535, 65_535), '65535×65535像素，共43.0亿像素'],
    ['a.webp', webpOf(16_777_216, 16_777_216), '16777216×16777216像素，共2814749.8亿像素'],
    ['a.avif', avifOf(60_000, 60_000), '60000×60000像素，共36.0亿像素'],
  ])('is refused without decoding anything: %s', (src, bytes, found) => {
    expect(bytes.length).toBeLessThan(300);
    expect(answer(src, bytes)).toBe(`picture-too-large ${found}`);
  });

  it('is refused from 100 megapixels on, not before', () => {
    expect(answer('a.png', pngOf(10_000, 10_000))).toBe('10000×10000');
    expect(answer('a.png', pngOf(10_001, 10_000))).toBe('picture-too-large 10001×10000像素，共1.1亿像素');
  });

  it('is refused inside a drawing too', () => {
    const data = pngOf(60_000, 60_000).toString('base64');
    const drawing = svgOf(`<image xlink:href="data:image/png;base64,${data}"/>`);
    expect(answer('a.svg', drawing)).toBe('picture-too-large 60000×60000像素，共36.0亿像素');
  });

  it('costs a drawing nothing: it has no pixels, and only its shape counts', () => {
    expect(answer('a.svg', svgOf('', 'viewBox="0 0 600000 300000"'))).toBe('1200×600');
    expect(answer('a.svg', svgOf('', 'width="60000" height="60000"'))).toBe('4096×4096');
    expect(answer('a.svg', svgOf('', 'viewBox="0 0 1e300 1e300"'))).toContain('svg-size');
  });

  it('is read from a file by the same code', () => {
    expect(readHeaderOf('/nowhere/a.png')).toHaveProperty('refusal.code', 'picture-unreadable');
  });
});

describe('a strip', () => {
  it('is refused where it would come out too high to be written', () => {
    expect(answer('a.png', pngOf(1000, 12_000))).toBe('1000×12000');
    expect(answer('a.png', pngOf(1000, 12_001))).toBe('picture-too-long 1000×12001像素，太细长');
    expect(answer('a.png', pngOf(5000, 1))).toContain('picture-too-long');
    expect(answer('a.svg', svgOf('', 'viewBox="0 0 10 1000"'))).toContain('picture-too-long');
  });
});
