import type { Programme } from '#domain/programme/programme.ts';
import type { Range } from '../prose.ts';
import { called, type Wrong } from './finding.ts';
import type { LineKnown } from './known.ts';
import { onlyLine, type Said } from './subjects.ts';

const DENIED = /不是|并非|而非|没有|误|错|如果|[？?]|实际|后来|另|也|路过|参观|走访|回访/u;
/** Kinds of schools: a clause that names one of them is not about the other. */
const SCHOOLS = ['中学', '小学'] as const;
const BUILT =
  /^[”」]?(?:项目)?(?:都|是|要|将|就|则|全|应当?)?(?:建|设|放|配|办|落|用|安)(?:设|立|置|备)?(?:在|给|到|于|进)(?<where>[^，。；]{0,12}?(?:中学|小学))(?=$|[，。；！])/u;

/** Which way people come, and which schools are meant, told other than in the clause of the project. */
export function clauseRules({ site, places }: Programme) {
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const short = region.replace(/[市县]$/u, '');
  const there = new RegExp(`(?:到|赴|去|来|进)${short}市?[^，。；]{0,6}(?:参加|接受|培训|挂职|学习|跟岗|锻炼)`, 'u');
  const here = new RegExp(`来湘|(?:到|来|赴)${site.from}省?[^，。；]{0,8}(?:参加|接受|开展|服务|培训|实践|挂职)`, 'u');
  const shape = ({ start, end }: Range, known: LineKnown, expected: string): Wrong => ({
    ...{ start, end, code: 'project-clause', severity: 'warning', expected },
    what: `${called(known)}的说法和正文不一致`,
    written: known.where(known.years[0] ?? 0),
    mend: '照正文改；说的不是计划，写明是实际情况。',
  });

  return ({ text, mentions }: Said, lines: ReadonlyMap<string, LineKnown>): Wrong[] => {
    const school = mentions.flatMap((mention): Wrong[] => {
      const known = onlyLine([mention], lines);
      const [own, ...more] = SCHOOLS.filter((s) => known?.words.includes(s));
      const match = BUILT.exec(text.slice(mention.end));
      const where = match?.groups?.['where'] ?? '';
      if (!known || !own || more.length > 0 || !match || where.includes(own)) return [];
      const start = mention.end + match[0].length - where.length;
      return DENIED.test(match[0]) ? [] : [shape({ start, end: start + where.length }, known, own)];
    });
    const known = onlyLine(mentions, lines);
    if (!known || DENIED.test(text) || !/每年|方案|通知|计划|项目|第\d+项/u.test(text)) return school;
    const comes = here.test(known.words);
    const goes = new RegExp(`到${short}|进藏`, 'u').test(known.words);
    const match = comes === goes ? null : (comes ? there : here).exec(text);
    if (!match || (comes ? here : there).test(text)) return school;
    const range = { start: match.index, end: match.index + match[0].length };
    return [...school, shape(range, known, comes ? `来${site.from}` : `到${region}`)];
  };
}
