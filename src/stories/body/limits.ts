import { type Mask, masked } from './mask.ts';
import { type BodyProblem, mistake } from './problem.ts';

/** A long report has some ten thousand characters; at these sizes the parser still takes less than a second or two. */
const MOST_BYTES = 200_000;
const MOST_LINES = 8000;
/** Signs of emphasis in one paragraph, and in all: to pair them costs the square of their number. */
const MOST_MARKS = 1000;
const MOST_MARKS_IN_ALL = 5000;
const DEEPEST = 12;
const LONGEST_RUN = 100;

/** A body that is too large to be looked at any further. */
export function tooLarge(source: string): BodyProblem | null {
  const bytes = Buffer.byteLength(source);
  const lines = source.split('\n').length;
  if (bytes <= MOST_BYTES && lines <= MOST_LINES) return null;
  const big = bytes > MOST_BYTES;
  return mistake(0, {
    code: 'story-too-large',
    what: '正文太长',
    found: big ? `${Math.ceil(bytes / 1000)}千字节` : `${lines}行`,
    expected: big ? `不超过${MOST_BYTES / 1000}千字节（约六万字）` : `不超过${MOST_LINES}行`,
    mend: '拆成几篇；如果是误把别的文件粘了进来，就删掉。',
  });
}

const MARKERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/;

/** Lines that begin with more marks of lists and quotations than any reader could follow. */
function tooDeep(source: string): { problem: BodyProblem; mask: Mask }[] {
  let start = 0;
  return source.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    const [markers = ''] = MARKERS.exec(line) ?? [];
    const depth = markers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    if (depth <= DEEPEST || /^[-*+\s]*$/.test(line)) return [];
    const problem = mistake(at, {
      code: 'story-too-deep',
      what: '列表或引文套得太深',
      found: `${depth}层`,
      expected: `不超过${DEEPEST}层`,
      mend: '减少行首的 > 、- 和编号；一般一两层就够了。',
    });
    return [{ problem, mask: { start: at, end: at + markers.length } }];
  });
}

/** Paragraphs with so many stars and the like that no one could have meant them. */
function tooMany(source: string): { problem: BodyProblem; mask: Mask }[] {
  let inAll = 0;
  let start = 0;
  return source.split(/(\n[^\S\n]*\n)/).flatMap((part) => {
    const at = start;
    start += part.length;
    const marks = part.match(/[*_~`]+|[[\]]/g)?.length ?? 0;
    inAll += marks;
    const run = /([*_~`[\]!<>#|&\\])\1{100,}/.exec(part);
    const rule = run !== null && /^[\s*_]*$/.test(part);
    if ((run === null || rule) && marks <= MOST_MARKS && inAll <= MOST_MARKS_IN_ALL) return [];
    const problem = mistake(at + (run?.index ?? part.search(/\S/)), {
      code: 'story-too-many-marks',
      what: '这一段里的记号太多',
      found: run ? `连着${run[0].length}个 ${run[1]}` : `${marks}个星号、下划线、方括号之类的记号`,
      expected: run ? `最多连着${LONGEST_RUN}个` : `一段最多${MOST_MARKS}个，全文最多${MOST_MARKS_IN_ALL}个`,
      mend: '删掉多余的记号；这一段多半是误粘进来的。',
    });
    return [{ problem, mask: { start: at, end: at + part.length } }];
  });
}

/** What the parser would choke on: told, and kept from it. */
export function overloads(source: string): { problems: BodyProblem[]; masks: Mask[] } {
  const deep = tooDeep(source);
  const shallow = masked(
    source,
    deep.map(({ mask }) => mask),
  );
  const found = [...deep, ...tooMany(shallow)];
  return { problems: found.map(({ problem }) => problem), masks: found.map(({ mask }) => mask) };
}
