import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import { journeysOf } from '#domain/journey.ts';
import { placesSchema } from '#domain/place.ts';
import { pairingsSchema } from '#domain/pairing.ts';
import { watersSchema } from '#domain/waters.ts';
import { riverMapWideLayoutSchema } from '#domain/river-map-layout.ts';
import { drawRiverMapWide } from '#charts/river-map-wide.ts';
const y = (f: string) => parse(readFileSync(`content/${f}`, 'utf8'));
const places = new Map(Object.entries(placesSchema.parse(y('places.yaml'))).map(([id, p]) => [id, { ...p, id }]));
const waters = watersSchema.parse(JSON.parse(readFileSync('content/map/waters.json', 'utf8')));
const journeys = journeysOf(pairingsSchema.parse(y('pairings.yaml')), places, waters);
const wide = riverMapWideLayoutSchema.parse(y('map/river-map.yaml'));
const t = (k: string) => (id: string) => `/${k}/${id}/`;
const links = { township: t('townships'), pairing: t('pairings'), project: t('p'), department: t('d'), fact: t('f'), cell: t('c') };
const form = drawRiverMapWide({ journeys, waters, wide, links, title: '从湘江到雅鲁藏布江', name: 'river-map', phone: null as never });
console.log(form.svg.length, brotliCompressSync(form.svg).length);
writeFileSync('/tmp/work/river-wide/wide.svg', form.svg);
const css = readFileSync('/tmp/work/tokens-mock.css', 'utf8').replaceAll('--jiang', '--h1').replaceAll('--dian', '--h2').replaceAll('--song', '--h3').replaceAll('--zhe', '--h4');
for (const mode of ['light', 'dark']) {
  let c = css;
  if (mode === 'dark') c = c.replace('@media screen and (prefers-color-scheme:dark)', '@media screen').replaceAll('--line:#dedcd4', '');
  const w = mode === 'dark' ? '--water:#5f8299;--lake:#233743;--water-text:#93b5ca' : '--water:#6f93ab;--lake:#d6e2e9;--water-text:#3f6c87';
  writeFileSync(`/tmp/work/river-wide/${mode}.html`, `<!doctype html><meta charset=utf-8><style>${c}:root{${w}}body{margin:0;padding:20px 40px;background:var(--paper)}svg{width:100%;height:auto;display:block;max-width:1200px}a:hover .strand,a:focus .strand{stroke-width:4}</style>${form.svg}`);
}
