import { journeysOf } from '#domain/journey.ts';
import { layoutWide } from '#charts/thread-map-wide.ts';
import { layoutPhone } from '#charts/thread-map-phone.ts';
import { threadMap } from '#charts/thread-map.ts';
import { strandOf } from '#charts/thread-map-wide-bands.ts';
import { sample, trace, meetings } from '#charts/parts/strand.ts';
let seed=+(process.argv[2]??1); const rnd=()=>{seed=(seed*1103515245+12345)%2147483648; return seed/2147483648};
const links:any={township:(i:string)=>i,pairing:(i:string)=>i};
const stat:any={}; let bad=0, slow=0;
for(let it=0;it<+(process.argv[3]??60);it++){
  const n=1+Math.floor(rnd()*10), m=new Map<string,any>(), ps:any[]=[]; let c=0;
  const spreadC=rnd()*10, spreadK=rnd()*10, miss=rnd()<.2, nc=Math.max(1,Math.floor(rnd()*n)+1), manyk=rnd()<.15, len=1+Math.floor(rnd()*12), big=rnd()<.5?12:30;
  const nm=(l:number)=>'样'.repeat(l); const pos=(a:number,b:number)=>({lon:a,lat:b,datum:'WGS84',source:'x',confidence:'high'});
  for(let i=0;i<n;i++){ const ci='c'+Math.floor(rnd()*nc), ki='k'+(manyk?Math.floor(rnd()*n):i);
    if(!m.has(ci)) m.set(ci,{id:ci,level:'city',name:nm(1+Math.floor(rnd()*len)),...(miss&&rnd()<.3?{}:{position:pos(110+rnd()*spreadC,28+rnd()*spreadC)})});
    if(!m.has(ki)) m.set(ki,{id:ki,level:'county',name:nm(2+Math.floor(rnd()*len)),name_bo:{text:'དཔེ་མཚོན་རྫོང་།',source:'xxxx'},...(miss&&rnd()<.3?{}:{position:pos(88+rnd()*spreadK,28+rnd()*spreadK)})});
    const t=Array.from({length:1+Math.floor(rnd()*big)},()=>{const id='t'+(++c);m.set(id,{id,level:'township',name:nm(1+Math.floor(rnd()*len))});return id}); ps.push({city:ci,county:ki,townships:t,source:'a1-x'}); }
  const j=journeysOf(ps,m,null);
  try { const t0=performance.now(); const w=layoutWide(j); const ms=performance.now()-t0; slow=Math.max(slow,ms);
    const tr=w.drawing.attempt.truth+(w.drawing.attempt.sheared?'s':''); stat[tr]=(stat[tr]??0)+1;
    const s=w.drawing.bands.flatMap(b=>b.rows.map((_,i)=>trace(sample(strandOf(b,i,w.frame,w.drawing.attempt.sheared),14))));
    let x=0; s.forEach((a,i)=>{for(const b of s.slice(i+1)) x+=meetings(a,b)});
    const p=layoutPhone(j); if(x) {const cnt:any={}; let at=0; const id=w.drawing.bands.flatMap((b,k)=>b.rows.map((_,i)=>k+':'+i)); s.forEach((a,i)=>s.forEach((b,q)=>{if(q>i&&meetings(a,b)) console.log(id[i],id[q])})); console.log(w.drawing.bands.map(b=>[b.journey.city.id,b.journey.county.id,b.rows.length,b.centre.map(p=>p.map(Math.round).join()).join(' ')].join(' ')));}const s2=p.bands.flatMap(b=>b.rows.map(r=>trace(sample(r.strand,10)))); let y=0; s2.forEach((a,i)=>{for(const b of s2.slice(i+1)) y+=meetings(a,b)});
    const f=threadMap({journeys:j,links,name:'a',title:'b'});
    const out=p.bands.flatMap(b=>b.labels).filter(l=>l.left<0||l.left+l.width>390).length;
    if(x||y||w.trouble||out||/NaN|Infinity/.test(f.forms.map(q=>q.svg).join(''))){bad++;console.log('it',it,'n',n,'cities',nc,'shared k',manyk,'len',len,'miss',miss,'x',x,'y',y,'trouble',w.trouble,'out',out,tr, 'threads',c)}
  } catch(e){bad++;console.log('it',it,'n',n,'manyk',manyk,String(e))}
}
console.log('bad',bad,stat,'slowest',slow.toFixed(0));
