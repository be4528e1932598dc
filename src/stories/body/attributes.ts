import { z } from 'zod';
import { choiceMend } from '#check/data/explain-value.ts';
import { listed, nearest } from '#domain/search/nearest.ts';
import { type AttributeSpec, type ComponentSpec, STORY_COMPONENTS } from '#domain/stories/components.ts';
import { choicesSaid } from '#format/choice-words.ts';
import { type BodyProblem, clipped, mistake } from './problem.ts';
import type { Tag, TagAttribute } from './tag.ts';

type Attributes = Readonly<Record<string, AttributeSpec>>;

/** Where and how a name that is not known was perhaps meant. */
function unknown(attribute: TagAttribute, tag: Tag, known: Attributes): BodyProblem {
  const names = Object.keys(known);
  const free = names.filter((name) => !tag.attributes.some((other) => other.name === name));
  const near = nearest(attribute.name, free) ?? nearest(attribute.name, names);
  // One of the words that an attribute may be, in the place of the attribute.
  const chosen = names.find((name) => known[name]?.choices?.includes(attribute.name));
  const mend = chosen
    ? `写成 ${chosen}="${attribute.name}"。`
    : near
      ? `是不是想写“${near}”？`
      : `删掉“${clipped(attribute.name)}”，或者改成上面列出的属性。`;
  return mistake(attribute.at, {
    code: 'story-unknown-attribute',
    what: `${tag.component} 没有这个属性`,
    found: `“${clipped(attribute.name)}”`,
    expected: names.length === 1 ? `“${names[0]}”` : `${listed(names, 20)} 中的一个`,
    mend,
  });
}

function twice({ at, name }: TagAttribute): BodyProblem {
  return mistake(at, {
    code: 'story-attribute-twice',
    what: '同一个属性写了两次',
    found: `第二个“${name}”`,
    expected: '每个属性只写一次',
    mend: '删掉一个。',
  });
}

/** Shorter words say nothing; whoever has nothing to say leaves the attribute out. */
const SHORTEST: Readonly<Record<string, number>> = {
  alt: 2,
  caption: 2,
  photographer: 2,
  holder: 2,
  licence: 2,
  map_approval: 4,
};

function inValue({ name, value, valueAt, at }: TagAttribute, spec: AttributeSpec, tag: Tag): BodyProblem[] {
  if (value === null || value.trim() === '') {
    const mend = spec.required ? `写上：${spec.what}。` : '没有内容就把这个属性整个删掉。';
    const found = value === null ? `光有“${name}”，没有值` : `空的 ${name}=""`;
    const parts = { code: 'story-attribute-empty', what: `“${name}”空着`, found, expected: spec.what, mend };
    return [mistake(value === null ? at : valueAt, parts)];
  }
  const found = `“${clipped(value)}”`;
  if (value.includes('\n')) {
    const mend = '把引号里的换行删掉，接成一行。';
    const parts = { code: 'story-attribute-lines', what: `“${name}”的值分了行`, found, expected: '写在一行里', mend };
    return [mistake(valueAt, parts)];
  }
  if (spec.value === 'choice' && !spec.choices?.includes(value)) {
    const choices = spec.choices ?? [];
    const mend = choiceMend(value, choices) || '改成其中一个，一个字也不能差。';
    const expected = choicesSaid(choices);
    return [
      mistake(valueAt, { code: 'story-attribute-choice', what: `“${name}”只能从几个词里选`, found, expected, mend }),
    ];
  }
  if (spec.value === 'day' && !z.iso.date().safeParse(value).success) {
    const real = /^\d{4}-\d{2}-\d{2}$/.test(value);
    const what = real ? '没有这一天' : '日期的写法不对';
    const expected = real ? '日历上有的日期' : '年-月-日，月和日都是两位';
    const mend = real ? '对照日历改正，例如二月没有30日。' : '改成 2019-05-08 这样：半角数字和半角连字符。';
    return [mistake(valueAt, { code: real ? 'no-such-date' : 'bad-date', what, found, expected, mend })];
  }
  const shortest = (tag.component === 'Photo' && SHORTEST[name]) || 1;
  if ([...value.trim()].length < shortest) {
    const mend = `多写几个字：${spec.what}。`;
    const parts = {
      code: 'story-attribute-short',
      what: `“${name}”太短`,
      found,
      expected: `至少${shortest}个字`,
      mend,
    };
    return [mistake(valueAt, parts)];
  }
  return [];
}

/** Everything wrong with the attributes of a tag that can be said without knowing what else there is. */
export function attributeProblems(tag: Tag): BodyProblem[] {
  if (tag.kind === 'close') return [];
  const spec: ComponentSpec = STORY_COMPONENTS[tag.component];
  const problems = tag.attributes.flatMap((attribute, i) => {
    const { name } = attribute;
    const own = Object.hasOwn(spec.attributes, name) ? spec.attributes[name] : undefined;
    if (!own) return [unknown(attribute, tag, spec.attributes)];
    const before = tag.attributes.findIndex((other) => other.name === name) < i;
    // A value in braces is told as that; what it says is not known.
    const readable = !tag.faults.some(({ kind, at }) => kind === 'expression' && at === attribute.at);
    return [...(before ? [twice(attribute)] : []), ...(readable ? inValue(attribute, own, tag) : [])];
  });
  return [...problems, ...missing(tag, spec.attributes), ...oneOfTwo(tag)];
}

/** A name is a place's or is written out: one of the two. */
function oneOfTwo({ component, kind, attributes, start, ended, faults }: Tag): BodyProblem[] {
  if (component !== 'Name' || !ended || faults.some(({ kind }) => kind === 'stray')) return [];
  const own = attributes.filter(({ name }) => name === 'place' || name === 'text');
  const unread = attributes.some(({ name }) => !Object.hasOwn(STORY_COMPONENTS.Name.attributes, name));
  const [first, second] = [own[0], own.find(({ name }) => name !== own[0]?.name)];
  if (first && !second) return [];
  // What is misspelt may have been the one that is missing, and is told as that; so are words between two tags.
  if (!first && (unread || kind === 'open')) return [];
  return [
    mistake(second?.at ?? start, {
      code: 'story-name-of',
      what: first ? 'Name 又写了 place 又写了 text' : 'Name 没有说是哪里的名字，也没有写字',
      found: first ? '两个都写了' : '两个都没有写',
      expected: 'place="…" 和 text="…" 只写一个',
      mend: '地方的名字写 place="地方的 id"，字由 places.yaml 来；别的词写 text="照抄的字"。',
    }),
  ];
}

/** All that is missing, in one sentence; what was misspelt is told as misspelt, and not missing too. */
function missing(tag: Tag, known: Attributes): BodyProblem[] {
  const misspelt = tag.attributes
    .filter(({ name }) => !Object.hasOwn(known, name))
    .map(({ name }) => nearest(name, Object.keys(known)));
  const absent = Object.entries(known).filter(
    ([name, { required }]) => required && !misspelt.includes(name) && !tag.attributes.some((own) => own.name === name),
  );
  // Of a tag that never ends nobody knows what else was to stand in it.
  if (absent.length === 0 || !tag.ended || tag.faults.some(({ kind }) => kind === 'stray')) return [];
  const names = absent.map(([name]) => `“${name}”`).join('、');
  return [
    mistake(tag.start, {
      code: 'story-attribute-missing',
      what: `${tag.component} 少了必须写的属性`,
      found: `没有写${names}`,
      expected: absent.length === 1 ? '写上' : '全部写上',
      mend: `${absent.map(([name, { what }]) => `加上 ${name}="…"（${what}）`).join('，')}。`,
    }),
  ];
}
