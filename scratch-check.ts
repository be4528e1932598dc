import { readContent } from './scripts/lib/read-content.ts';
const r = readContent({ dir: process.argv[2] ?? '/work/main/content', samples: true, now: new Date('2026-11-25') });
console.log(r.content === null, JSON.stringify(r.problems, null, 1));
