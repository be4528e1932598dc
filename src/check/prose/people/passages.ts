import { isMarkedAlias } from '../../text/names/aliases.ts';
import type { FoundName } from '../../text/names/names.ts';
import { BLANK, type Unit } from './units.ts';

/** Somebody named in a story, with the units that tell of them. */
export interface Passage {
  readonly name: string;
  readonly mentions: readonly { readonly unit: Unit; readonly name: FoundName }[];
  /** Units before the name that lead up to it. */
  readonly ahead: readonly Unit[];
  /** Units behind it, without another name, that go on about the same person. */
  readonly around: readonly Unit[];
}

/** Words with which a sentence goes on about whoever was named before. */
const GOES_ON =
  /^[“‘（(\s]*(?:他|她|这个|这位|这名|那个|孩子|小姑娘|小男孩|小女孩|女孩|男孩|家住|家在|住在|就读|现在|目前|如今|今年|去年|爸爸|妈妈|父亲|母亲|父母|奶奶|爷爷|外婆|丈夫|妻子|学校|班级|年级|姓名|学生)/u;
const TELLS_WHO = /叫|名字|[我她他]是|大名|姓名|说|指的|走在|写着/u;
/** Longest line that is no sentence but stands beside a name: a school, a signature. */
const SHORT = 24;
const MOST_AROUND = 3;
/** How often a name is looked at. */
const MOST_MENTIONS = 40;

/** How much of a letter is read from its signature back. */
const MOST_OF_LETTER = 12;

/** 学生　罗样例: a line that is a name and what its bearer is to the reader. */
const isSignature = ({ masked, names, parts }: Unit): boolean =>
  names.length === 1 &&
  parts[0]?.at === 0 &&
  /^(?:受助|\p{Script=Han}{1,3}的)?(?:学生|朋友|小朋友|同学|孩子|笔友)?[：:\s]{0,2}\ue000+(?:敬上|上|写)?[\s。]*$/u.test(
    masked,
  );

function around(units: readonly Unit[], at: number): Pick<Passage, 'ahead' | 'around'> {
  const own = units[at];
  const found: Unit[] = [];
  const ahead: Unit[] = [];
  if (!own) return { ahead, around: found };
  for (let i = at + 1; i <= at + MOST_AROUND; i++) {
    const next = units[i];
    if (!next || next.block > (units[i - 1]?.block ?? 0) + 1) break;
    const same = next.block === own.block;
    const goesOn = GOES_ON.test(next.text) || next.text.length <= SHORT;
    // 他上二年级，那个同学叫…: up to the other name it still goes on about the first one.
    const [other] = next.names;
    if (
      (other && !/^(?:[他她]|爸爸|妈妈|父亲|母亲|奶奶|爷爷|外婆|丈夫|妻子|家里|家中)/u.test(next.text)) ||
      (!same && !goesOn)
    )
      break;
    found.push(
      other ? { ...next, masked: next.masked.slice(0, other.start), text: next.text.slice(0, other.start) } : next,
    );
    if (other) break;
  }
  if (isSignature(own)) {
    const written: Unit[] = [];
    for (let i = at - 1; i >= Math.max(0, at - MOST_OF_LETTER) && units[i]?.names.length === 0; i--) {
      written.push(units[i] as Unit);
    }
    // Whoever signs speaks of themselves; a list of names speaks of nobody.
    if (written.some(({ text }) => /我|谢/u.test(text))) return { ahead: written, around: found };
  }
  for (let i = at - 1; i >= Math.max(0, at - MOST_AROUND); i--) {
    const before = units[i];
    if (!before || before.names.length > 0) break;
    const same = before.block === own.block;
    if (!same && before.text.length > SHORT && !TELLS_WHO.test(own.text)) break;
    ahead.push(before);
  }
  return { ahead, around: found };
}

/** Words between two names of one person: 小李大名李子航. */
const SAME = /^[”"’]?[，,]?(?:全名|大名|本名|原名|真名|名叫|叫)$/u;

interface Gathered {
  mentions: Passage['mentions'][number][];
  readonly ahead: Set<Unit>;
  readonly around: Set<Unit>;
}

/** Everyone named in a story, each once, with what stands around; two names of one person tell of the same. */
export function passagesIn(units: readonly Unit[]): Passage[] {
  const found = new Map<string, Gathered>();
  const same = new Map<string, readonly [string, string]>();
  for (const [at, unit] of units.entries()) {
    const beside = unit.names.length > 0 ? around(units, at) : null;
    for (const [number, name] of unit.names.entries()) {
      const known = found.get(name.name) ?? { mentions: [], ahead: new Set<Unit>(), around: new Set<Unit>() };
      found.set(name.name, known);
      if (known.mentions.length === MOST_MENTIONS) continue;
      known.mentions.push({ unit, name });
      for (const other of beside?.ahead ?? []) known.ahead.add(other);
      for (const other of beside?.around ?? []) known.around.add(other);
      const last = unit.names[number - 1];
      if (last && SAME.test(unit.text.slice(last.end, name.start))) {
        same.set(`${last.name} ${name.name}`, [last.name, name.name]);
      }
    }
  }
  for (const [one, other] of same.values()) {
    const [a, b] = [found.get(one), found.get(other)];
    if (!a || !b || a === b) continue;
    const both = [...a.mentions, ...b.mentions];
    for (const [own, others] of [
      [a, b],
      [b, a],
    ] as const) {
      const more = both.filter((mention) => !own.mentions.includes(mention));
      own.mentions = [...own.mentions, ...more].slice(0, MOST_MENTIONS);
      if (own.ahead.size + own.around.size > MOST_MENTIONS) continue;
      for (const unit of others.ahead) own.ahead.add(unit);
      for (const unit of others.around) own.around.add(unit);
    }
  }
  // A letter is told by whoever wrote it, where only one name stands in an attribute.
  const [writer, ...others] = units.filter(
    ({ attribute, masked }) => attribute && masked !== '' && masked.replaceAll(BLANK, '') === '',
  );
  const wrote = writer && others.length === 0 ? found.get(writer.text) : undefined;
  for (const unit of wrote ? units.filter(({ quoted, text }) => quoted && /我/u.test(text)) : []) {
    if ((wrote?.around.size ?? 0) < MOST_MENTIONS) wrote?.around.add(unit);
  }
  return [...found].map(([name, { mentions, ahead, around: beside }]) => ({
    ...{ name, mentions, ahead: [...ahead], around: [...beside] },
  }));
}

/** Whether a story says of a name, where it stands, that it is made up. */
export const isAlias = ({ mentions }: Passage): boolean =>
  mentions.some(({ unit, name }) => isMarkedAlias(unit.text, name));
