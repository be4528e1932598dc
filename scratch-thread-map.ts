import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import { journeysOf } from '#domain/journey.ts';
import { threadMap } from '#charts/thread-map.ts';
import { layoutWide } from '#charts/thread-map-wide.ts';
const places = new Map(Object.entries(parse(readFileSync('content/places.yaml','utf8'))).map(([id,p]:any)=>[id,{...p,id}]));
const pairings = parse(readFileSync('content/pairings.yaml','utf8'));
const links:any = { township:(i:string)=>`/townships/${i}/`, pairing:(i:string)=>`/pairings/${i}/` };
const real = journeysOf(pairings, places as any, null);
const pos=(lon:number,lat:number)=>({lon,lat,datum:'WGS84',source:'测试',confidence:'high'});
function region(spec:[string,[number,number]|null,string,[number,number]|null,number][], nm=(i:number)=>'样例乡'.slice(0,3)+(i%9+1)+'', bo=true){
  const m=new Map<string,any>(); const ps:any[]=[]; let c=0;
  for(const [ci,cp,co,kp,n] of spec){ m.set('c'+ci,{id:'c'+ci,level:'city',name:ci,...(cp?{position:pos(...cp)}:{})}); m.set('k'+co,{id:'k'+co,level:'county',name:co,...(bo?{name_bo:{text:'གྲ་ནང་རྫོང་།',source:'test'}}:{}),...(kp?{position:pos(...kp)}:{})});
    const t=Array.from({length:n},()=>{const id='t'+(++c);m.set(id,{id,level:'township',name:nm(c)});return id});
    ps.push({city:'c'+ci,county:'k'+co,townships:t,source:'a1-'+co}); }
  return journeysOf(ps,m,null);
}
const L='一二三四五六七八九十甲乙';
const cases:Record<string,any>={ real,
 fiction: region([['东样市',[118,32],'甲县',[95,33],12],['东样市',[118,32],'乙县',[94,31],1],['中样市',[117,30.5],'丙县',[96,32],5],['南样市',[119.5,31],'丁县',[93.4,32.4],7],['南样市',[119.5,31],'戊县',[95.5,30.6],3]]),
 missing: region([['东样市',null,'甲县',null,12],['东样市',null,'乙县',[94,31],1],['中样市',null,'丙县',[96,32],5],['南样市',null,'丁县',null,7],['北样市',null,'戊县',[95.5,30.6],3]],(i)=>L.slice(0,i%3+2)+'乡'),
 one: region([['东样市',[118,32],'甲县',[95,33],1]]),
 long: region([['东方样例名字很长的自治州市',[118,32],'某某族某某族自治的长名县',[95,33],12],['第二个样例名字也很长的州',[117,32],'某某族某某族自治的二号县',[95.2,33],6],['丙市',[116,30],'丙县',[95.1,32.9],1]],(i)=>L.slice(0,11)+L[i%10]),
 ten: region(Array.from({length:10},(_,i)=>[`市${L[i]}`,[110+(i*7%10),30+(i*3%10)/2],`县${L[i]}`,[90+(i*3%10),29+(i*7%10)/3],(i*11)%30+1] as any)),
 big: region(Array.from({length:10},(_,i)=>[`市${L[i]}`,[110+(i*7%10),30+(i*3%10)/2],`县${L[i]}`,[90+(i*3%10),29+(i*7%10)/3],30] as any)),
 ones: region(Array.from({length:10},(_,i)=>[`市${L[i]}`,null,`县${L[i]}`,null,1] as any)),
};
const css=readFileSync('/tmp/work/tokens-mock.css','utf8').replace(/--jiang/g,'--h1').replace(/--dian/g,'--h2').replace(/--song/g,'--h3').replace(/--zhe/g,'--h4');
const root=(re:RegExp)=>css.match(re)![0];
const dark=css.match(/prefers-color-scheme:dark\)\{(:root\{[\s\S]*?\})\}/)![1];
const extra=(d:string)=>':root{'+Array.from({length:300},(_,i)=>{const k=i+29; const r=(i*7%28)+1; return `--s${k}:var(--s${r});--l${k}:var(--l${r});`}).join('')+[5,6,7,8,9,10].map(k=>`--h${k}:var(--h${(k-1)%4+1});`).join('')+'}';
for(const [k,j] of Object.entries(cases)){
  const t0=performance.now(); const f=threadMap({journeys:j,links,name:'tm',title:'二十八根线'}); const ms=performance.now()-t0;
  const w=layoutWide(j);
  console.log(k, ms.toFixed(0)+'ms', 'truth',w.drawing.attempt.truth,'free',w.drawing.attempt.freeCities,'shear',w.drawing.attempt.sheared,'cross',w.drawing.crosses,'steep',w.drawing.steep.toFixed(2),'trouble',w.trouble,'moved',w.drawing.moved.toFixed(0), 'order',w.drawing.attempt.order.join(), f.forms.map(x=>`${x.kind} ${x.width}x${x.height} ${brotliCompressSync(x.svg).length}`).join(' | '));
  if(k==='real') console.log(f.sentence,f.notes,f.source);
  for(const m of ['light','dark']) for(const form of f.forms)
    writeFileSync(`/tmp/work/thread-map/${k}-${m}-${form.kind}.html`,`<!doctype html><meta charset=utf-8><style>${css}${extra('')}${m==='dark'?dark:''} @font-face{font-family:'Noto Serif Tibetan';src:url(/work/main/node_modules/@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2)} body{margin:0;background:var(--paper)} svg{display:block;width:100%;height:auto} </style>${form.svg}`);
}
