import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import { journeysOf } from '#domain/journey.ts';
import { pairingMap } from '#charts/pairing-map.ts';
const places = new Map(Object.entries(parse(readFileSync('content/places.yaml','utf8'))).map(([id,p]: any)=>[id,{id,...p}]));
const waters = JSON.parse(readFileSync('content/map/waters.json','utf8'));
const pairings = parse(readFileSync('content/pairings.yaml','utf8'));
const js = journeysOf(pairings, places as any, waters);
const links: any = new Proxy({}, { get: () => (id: string) => `/t/${id}/` });
const css = readFileSync('/tmp/work/tokens-mock.css','utf8');
const hues = (dark: boolean) => '';
const extra = `:root{--h1:var(--jiang);--h2:var(--dian);--h3:var(--song);--h4:var(--zhe);--w1:var(--jiang-w);--water:#6f93ab;--lake:#d6e2e9;--water-text:#3f6c87}`;
const extraDark = `:root{--water:#5f8299;--lake:#233743;--water-text:#93b5ca}`;
const light = css.split('@media screen')[0]!;
const darkPart = css.match(/prefers-color-scheme:dark\)\{(:root\{[^}]*\})/)![1]!;
const page = (svgs: string[], dark: boolean) => `<!doctype html><meta charset=utf8><style>@font-face{font-family:'Noto Serif Tibetan';src:url(file:///work/main/node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2)}${light}${extra}${dark?darkPart+extraDark:''}body{margin:0;background:var(--paper);color:var(--ink)}svg{display:block;margin-bottom:14px}a:hover .strand{stroke-width:4}</style>${svgs.join('')}`;
const n = (k: number, len = 3) => Array.from({length:k},(_,i)=>({place:{id:`t${i}`,level:'township',name:'样例乡镇名字很长的一个乡民族'.slice(i%3,(i%3)+len+(i%2)), } as any, stripe:(i%28)+1}));
const long = { ...js[0]!, threads: n(30, 11), city:{...js[0]!.county, name:'样例西城'}, county:{...js[0]!.city, name:'东边的一个样例自治县', name_bo: js[0]!.county.name_bo} } as any;
const figs = js.map((j,i)=>pairingMap({journey:j,waters,links,name:`p${i}`,title:`${j.city.name}—${j.county.name}`}));
const fict = [
  pairingMap({journey:journeysOf([{city:'gongga',county:'changsha',townships:[],source:'a'} as any],places as any,waters).map(j=>({...j,threads:n(30,11)}))[0]! as any,waters,links,name:'f30',title:'x'}),
  pairingMap({journey:{...js[0]!,threads:n(1),city:{...js[0]!.city,position:undefined,elevation:undefined},distance:null,climb:null,crossings:null} as any,waters,links,name:'f1',title:'x'}),
  pairingMap({journey:{...js[2]!,threads:n(15,4),crossings:null} as any,waters:null,links,name:'f15',title:'x'}),
];
for (const f of [...figs,...fict]) { console.log(f.name, f.sentence, f.notes, f.source); for (const x of f.forms) console.log(x.kind, x.width, x.height, brotliCompressSync(x.svg).length); }
const out='/tmp/work/pairing-map/';
writeFileSync(out+'wide.html', page(figs.map(f=>f.forms[0]!.svg),false));
writeFileSync(out+'wide-dark.html', page(figs.map(f=>f.forms[0]!.svg),true));
const row=(fs:any[])=>`<div style="display:flex;gap:8px;align-items:start">${fs.map(f=>f.forms[1]!.svg).join('')}</div>`;
writeFileSync(out+'phone.html', page([row(figs)],false));
writeFileSync(out+'phone-dark.html', page([row(figs)],true));
writeFileSync(out+'fict.html', page([...fict.map(f=>f.forms[0]!.svg)],false));
writeFileSync(out+'fict-phone.html', page([row(fict)],false));
for (const f of figs) writeFileSync(out+f.name+'-390.html', page([f.forms[1]!.svg],false));
import { crossingStrip } from '#charts/crossing-strip.ts';
const strips = [crossingStrip({journeys:js,links,name:'c',title:'一路跨过的江河'}),
 crossingStrip({journeys:[js[3]!,js[0]!,{...js[1]!,city:{...js[1]!.city,elevation:undefined},distance:null,climb:null,crossings:null} as any,js[2]!],links,name:'c2',title:'x'}),
 crossingStrip({journeys:[{...js[0]!,threads:n(30),county:{...js[0]!.county,name:'名字很长的样例自治县县'}} as any, {...js[1]!,threads:n(1)} as any],links,name:'c3',title:'x'})];
for (const f of strips) { console.log(f.name, f.sentence, f.notes, f.source, f.table.rows); for (const x of f.forms) console.log('strip',x.kind, x.width, x.height, brotliCompressSync(x.svg).length); }
for (const d of [false,true]) {
writeFileSync(out+`strip${d?'-dark':''}.html`, page(strips.map(f=>f.forms[0]!.svg),d));
writeFileSync(out+`strip-phone${d?'-dark':''}.html`, page([row(strips)],d)); }
