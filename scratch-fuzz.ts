import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from './scripts/lib/read-content.ts';
import { problemsAsText } from './scripts/lib/print-problems.ts';
let seed = Number(process.argv[2] ?? 1); const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const pick = (a: any) => a[Math.floor(rnd() * a.length)];
const dir = mkdtempSync('/tmp/work/checker/f-'); cpSync('content', dir, { recursive: true });
const files = readdirSync(dir, { recursive: true }).map(String).filter((f) => /\.(yaml|json)$/.test(f) && !f.includes('records'));
const vals = ['null', '{}', '[]', "''", '5', 'x: 1', '- 1', '［］', '"', '{ a: 1 }', '!!', '&a', '*b', '\t', '0', 'true', '2019-02-30'];
let n = 0, refused = 0, silent: string[] = [];
for (let i = 0; i < 700; i++) {
  const f = pick(files), p = join(dir, f), old = readFileSync(p, 'utf8');
  const lines = old.split('\n'); const k = Math.floor(rnd() * lines.length);
  const how = Math.floor(rnd() * 5);
  const was = lines[k];
  if (how === 0) lines.splice(k, 1); else if (how === 1) lines[k] = lines[k].replace(/: .*$/, ': ' + pick(vals)); else if (how === 2) lines.splice(k, 0, lines[k]); else if (how === 3) lines[k] = lines[k].replace(/^(\s*)/, '$1 '); else { const c = Math.floor(rnd() * (lines[k].length + 1)); lines[k] = lines[k].slice(0, c) + pick(['x', ',', '：', '"', "'", ']', '}', ' ', '\u202e']) + lines[k].slice(c + 1); }
  const text = lines.join('\n'); if (text === old) continue;
  writeFileSync(p, text);
  try {
    const r = readContent({ dir, samples: true, now: new Date('2026-11-25') }); n++;
    problemsAsText(r.problems, dir);
    if (r.content === null && !r.problems.some((x) => x.severity === 'error')) console.log('NULL WITHOUT ERROR', f, k, was, '→', lines[k]);
    for (const x of r.problems) if (!(x.line >= 1 && x.column >= 1) || /undefined|NaN|\[object/.test(x.message + x.mend)) console.log('ODD', JSON.stringify(x));
    if (r.problems.some((x) => x.severity === 'error')) refused++; else if (!/^\s*#|^\s*$/.test(was)) silent.push(`${f}:${k + 1} ${how} ${was.slice(0, 60)} → ${String(lines[k]).slice(0, 60)}`);
  } catch (e) { console.log('THROW', f, k, JSON.stringify(was), '→', JSON.stringify(lines[k]), (e as Error).stack?.split('\n').slice(0, 4).join(' | ')); }
  writeFileSync(p, old);
}
console.log(n, refused); if (process.argv[3]) console.log(silent.filter((x) => !x.startsWith('map/')).join('\n'));
rmSync(dir, { recursive: true });
