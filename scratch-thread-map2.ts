import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { journeysOf } from '#domain/journey.ts';
import { candidateOrders } from '#charts/thread-map-order.ts';
import { geographyOf } from '#charts/thread-map-places.ts';
import { layoutBands } from '#charts/thread-map-wide-bands.ts';
import { frameOf } from '#charts/thread-map-wide-frame.ts';
const places = new Map(Object.entries(parse(readFileSync('content/places.yaml','utf8'))).map(([id,p]:any)=>[id,{...p,id}]));
const j = journeysOf(parse(readFileSync('content/pairings.yaml','utf8')), places as any, null);
const frame=frameOf(j); const g=geographyOf(j,frame.end,frame.height*.52);
console.log(frame,g.oneAxis,g.cities!.scale,g.counties!.scale);
const out=[] as any[];
for(const freeCities of [true,false]) for(const order of candidateOrders(j)) { const d=layoutBands(j,frame,g,{order,truth:1,freeCities,sheared:false}); out.push([d.crossings,d.steep.toFixed(2),d.moved.toFixed(0),freeCities,order.join(),d.counties.map(b=>b.place.name+Math.round(b.x)+','+Math.round(b.y)).join(' '),d.cities.map(b=>b.place.name+Math.round(b.x)+','+Math.round(b.y)).join(' '),d.lane.map(Math.round).join()]);}
out.sort((a,b)=>a[0]-b[0]); console.log(out.slice(0,8).map(o=>o.join(' | ')).join('\n'));
