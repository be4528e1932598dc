import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placesInContent } from '#reader/release/names-in-content.ts';
import { namesInSite } from '#site/guard/banned-in-site.ts';

const NAMES = ['样舟骏', '样西次仁', '样林'];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banned-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (file: string, data: string | Uint8Array) => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), data);
};
const found = () => namesInSite(dir, NAMES).map(({ name, file }) => `${name} ${file}`);

/** A ZIP file with one packed entry. */
function zip(name: string, text: string): Buffer {
  const [raw, entry] = [Buffer.from(text), Buffer.from(name)];
  const packed = deflateRawSync(raw);
  const sizes = Buffer.alloc(16);
  for (const [i, value] of [crc32(raw), packed.length, raw.length].entries()) sizes.writeUInt32LE(value, 4 * i);
  sizes.writeUInt16LE(entry.length, 12);
  const local = Buffer.concat([Buffer.from('504b0304140000000800' + '00000000', 'hex'), sizes, entry, packed]);
  const tail = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('504b01021400140000000800' + '00000000', 'hex'), sizes, tail, entry]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(1, at);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('the last look at a site', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a.html', '<p>样<a href="/x/">舟</a>骏</p>', '样舟骏'],
    ['a.html', '<meta property="og:title" content="樣舟&#39423;">', '样舟骏'],
    ['a.html', '<a href="/people/%E6%A0%B7%E8%88%9F%E9%AA%8F/">她</a>', '样舟骏'],
    ['a.html', '<h2 id="yang-zhou-jun-de-yi-tian">她</h2>', '样舟骏'],
    ['feed.xml', '<content:encoded>&lt;p&gt;样&lt;b&gt;舟&lt;/b&gt;骏&lt;/p&gt;</content:encoded>', '样舟骏'],
    ['feed.json', JSON.stringify({ content_html: '<p>样<a href="/x/">舟</a>骏</p>' }), '样舟骏'],
    ['feed.json', '{"title":"\\u6837\\u821f\\u9a8f"}', '样舟骏'],
    ['data/a.csv', 'a,b\n样西·次仁,1\n', '样西次仁'],
    ['data/a.csv', 'a,样\n林,1\n', ''],
    ['figures/a.svg', '<svg><text><tspan>样西</tspan><tspan>・次仁</tspan></text></svg>', '样西次仁'],
    ['a.js', 'const a=`样舟骏`', '样舟骏'],
    ['search/f/a.pf_fragment', gzipSync('pagefind_dcd{"content":"\u200b样\u200b舟\u200b骏"}'), '样舟骏'],
    ['search/f/a.pf_meta', gzipSync(Buffer.from([0x83, 0x62, ...Buffer.from('样西次仁')])), '样西次仁'],
    ['kits/a.zip', zip('a.html', '<p>样舟骏</p>'), '样舟骏'],
    ['kits/a.zip', zip('样舟骏.txt', '照片'), '样舟骏'],
    ['stories/yang-zhou-jun/index.html', '<p>她</p>', '样舟骏'],
    ['pictures/样西次仁.jpg', 'x', '样西次仁'],
    ['a.html', '<p>图样</p><p>林场</p>', ''],
    ['a.html', '<p class="yang-lin">图样 · 林场</p>', ''],
  ])('reads %s as people do: %j', (file, data, name) => {
    write(file, data);
    expect(found()).toEqual(name === '' ? [] : [`${name} ${file}`]);
  });

  it('reads again what has changed by a byte, and everything when other names are sought', () => {
    const clear = new Set<string>();
    const looked = (names: readonly string[]) => namesInSite(dir, names, undefined, clear).map(({ name }) => name);
    write('a.html', '<p>样舟和样骏</p>');
    expect(looked(['样舟骏'])).toEqual([]);
    expect(looked(['样舟骏'])).toEqual([]);
    expect(clear.size).toBe(1);
    expect(looked(['样舟骏', '样舟和'])).toEqual(['样舟和']);
    write('a.html', '<p>样舟骏样骏</p>');
    expect(looked(['样舟骏'])).toEqual(['样舟骏']);
    expect(looked(['样舟骏'])).toEqual(['样舟骏']);
    expect(clear.size).toBe(1);
  });

  it('finds a name in a style in every page that has it, and behind a style that other pages have too', () => {
    const page = (css: string, words = '') => `<style>${css}</style><p>${words}</p>`;
    const [clear, named, face] = ['.a{top:0}', '.a{content:"样舟骏"}', '@font-face{src:url("x")}'];
    for (const [i, css] of [clear, named, named, clear + face, named + face].entries()) write(`${i}.html`, page(css));
    write('5.html', page(clear, '样舟骏'));
    write('6.html', page(clear + face.replace('x', 'yang-zhou-jun')));
    expect(found()).toEqual(['1', '2', '4', '5', '6'].map((i) => `样舟骏 ${i}.html`));
  });

  it('says where in the content each name was written, however it is written there', () => {
    write('stories/one/index.mdx', '---\ntitle: 一天\n---\n\n又见样[舟](/plan/)骏。\n\n樣舟骏走了。\n');
    write('site.yaml', 'name: 样西·次仁的网站\n');
    write('records/people/a.yaml', 'name: 样舟骏\n');
    write('stories/one/approvals/a.yaml', 'by: 样舟骏\n');
    expect([...placesInContent(dir, NAMES)]).toEqual([
      ['样西次仁', ['site.yaml:1:7']],
      ['样舟骏', ['stories/one/index.mdx:5:3', 'stories/one/index.mdx:7:1']],
    ]);
  });
});
