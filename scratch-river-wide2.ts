import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { journeysOf } from '#domain/journey.ts';
import { placesSchema } from '#domain/place.ts';
import { pairingsSchema } from '#domain/pairing.ts';
import { watersSchema } from '#domain/waters.ts';
import { riverMapWideLayoutSchema } from '#domain/river-map-layout.ts';
import { layoutRiverMapWide } from '#charts/river-map-wide.ts';
import { heightAt } from '#charts/parts/ribbon.ts';
const y = (f: string) => parse(readFileSync(`content/${f}`, 'utf8'));
const places = new Map(Object.entries(placesSchema.parse(y('places.yaml'))).map(([id, p]) => [id, { ...p, id }]));
const waters = watersSchema.parse(JSON.parse(readFileSync('content/map/waters.json', 'utf8')));
const journeys = journeysOf(pairingsSchema.parse(y('pairings.yaml')), places, waters);
const wide = riverMapWideLayoutSchema.parse(y('map/river-map.yaml'));
const m = layoutRiverMapWide({ journeys, wide });
console.log(m.crossings.map(c=>[c.east,c.x,c.west]));
for (const r of m.ribbons) console.log(r.journey.id, r.pieces.map(p=>p.from.map(v=>v.toFixed(1)).join(',')).join(' '), 'end', r.county.map(v=>v.toFixed(1)), 'true', m.bow.project(r.journey.county.position!.lon, r.journey.county.position!.lat).map(v=>v.toFixed(1)), 'city', m.bow.project(r.journey.city.position!.lon, r.journey.city.position!.lat).map(v=>v.toFixed(1)));
const half=(r:any)=>Math.max(...r.strands.map((s:any)=>s.shift))+.8;
for (let i=0;i<4;i++) for(let j=i+1;j<4;j++){ const out=[]; for(let x=180;x<1120;x+=10){const a=heightAt(m.ribbons[i]!.pieces,x),b=heightAt(m.ribbons[j]!.pieces,x); if(a==null||b==null)continue; const g=Math.abs(a-b)-half(m.ribbons[i])-half(m.ribbons[j]); if(g<5)out.push(`${x}:${g.toFixed(1)}`)} console.log(i,j,out.join(' '));}
