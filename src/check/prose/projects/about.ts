import type { NumberReader, NumberWord } from '../../text/numbers.ts';
import type { Range } from '../prose.ts';
import type { Mention } from './names.ts';

/** Names joined by 、和与及 belong together. */
function jointGroup(mentions: readonly Mention[], at: number, text: string): Mention[] {
  const joined = (a: Mention, b: Mention) => /^[”」』]?[、和与及]?[“「『]?$/u.test(text.slice(a.end, b.start));
  let [from, to] = [at, at];
  for (let i = at; i > 0; i--) {
    const [a, b] = [mentions[i - 1], mentions[i]];
    if (!a || !b || !joined(a, b)) break;
    from = i - 1;
  }
  for (let i = at; i + 1 < mentions.length; i++) {
    const [a, b] = [mentions[i], mentions[i + 1]];
    if (!a || !b || !joined(a, b)) break;
    to = i + 1;
  }
  return mentions.slice(from, to + 1);
}

/** 某行某项目: of a line and its project named side by side the line is meant. */
function narrowerBefore(mentions: readonly Mention[], at: number): Mention | null {
  const [line, project] = [mentions[at - 1], mentions[at]];
  if (!line || !project || project.start - line.end > 2 || line.lines.length >= project.lines.length) return null;
  return line.lines.every((id) => project.lines.includes(id)) ? line : null;
}

/** 分别: the first number is for the first name, the second for the second. */
function inTurn(group: readonly Mention[], number: NumberWord, text: string, read: NumberReader): readonly Mention[] {
  const apart = text.lastIndexOf('分别', number.start);
  const last = group.at(-1);
  if (group.length < 2 || apart < 0 || !last || last.end > number.start) return group;
  const before = read(text.slice(last.end, number.start)).filter((n) => n.unit === number.unit);
  const own = group[before.length];
  return own ? [own] : group;
}

/** A number, then another label right before the next number. */
const OWN_LABEL = /\d[人名位个]、(?!其中|另|每|共|一共|合计|全部|第|头|次|后|前)\p{Script=Han}{2,6}$/u;

/** Which names a number is about: the one before it in its clause, behind it there, or the last one before. */
function namedFor(
  mentions: readonly Mention[],
  number: NumberWord,
  clause: Range,
  { text, read }: { text: string; read: NumberReader },
) {
  const before = mentions.findLastIndex((m) => m.end <= number.start);
  // 两年4个甲、1个乙: what stands right behind the number, where nothing stands right before it.
  const close = mentions.findIndex((m) => m.start === number.end + number.unit.length);
  if (close >= 0 && /[、，和及与加]\p{Script=Han}{0,2}$/u.test(text.slice(0, number.start)))
    return jointGroup(mentions, close, text);
  const inClause = (m: Mention | undefined) => m !== undefined && m.start >= clause.start && m.start < clause.end;
  // 某行40人、别的8人: behind a number, a label of its own names something else.
  const gap = text.slice(mentions[before]?.end ?? number.start, number.start);
  if (OWN_LABEL.test(gap)) return [];
  const narrower = narrowerBefore(mentions, before);
  if (narrower) return [narrower];
  if (inClause(mentions[before])) return jointGroup(mentions, before, text);
  const behind = mentions.findIndex((m) => m.start >= number.end);
  if (inClause(mentions[behind])) return jointGroup(mentions, behind, text);
  if (before >= 0) return jointGroup(mentions, before, text);
  // 每年70人，其中某行40人: the number is of more than the line.
  const next = mentions[behind];
  if (!next || /其中|里面|当中/u.test(text.slice(number.end, next.start))) return [];
  // 经费共120万元，某行80万元: the name has a number of its own.
  if (read(text.slice(next.end, next.end + 40)).some(({ unit }) => unit === number.unit)) return [];
  // 每年选派10人、每人服务10天，这是……: only where one thing alone is named.
  return new Set(mentions.flatMap((m) => m.lines)).size === 1 ? mentions : [];
}

/** The names a number is about; of several that are told 分别 the one whose turn it is. */
export const mentionsFor = (
  mentions: readonly Mention[],
  number: NumberWord,
  clause: Range,
  words: { text: string; read: NumberReader },
) => inTurn(namedFor(mentions, number, clause, words), number, words.text, words.read);
