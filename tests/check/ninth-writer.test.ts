import { expect, test } from 'vitest';
import { checkedStories, FRONT } from '../reader/story-mutation.ts';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import plan from './plan-ninth.json' with { type: 'json' };
import kinds from './plan-ninth-kinds.json' with { type: 'json' };
import people from './prose/lists/people-ninth.json' with { type: 'json' };

/** A story with an error is not read on: names are found where no rule tells anything. */
const unchecked = { ...KNOWN_PROGRAMME, readers: () => [], fingerprint: 'no rules' };

/** Each text in a story of its own, all of them read at once: what is told of each, and the names that stand in it. */
function read(texts: readonly string[], known: typeof KNOWN_PROGRAMME) {
  const files = texts.map((text, at) => [`stories/one-${at}/index.mdx`, `${FRONT}\n第一段，什么也不说。\n\n${text}\n`]);
  const { problems, stories } = checkedStories(Object.fromEntries(files), { known });
  const told = Map.groupBy(problems, ({ file }) => file.split('/')[1] ?? '');
  const byId = new Map(stories.map((story) => [story.id, story]));
  return texts.map((_, at) => {
    const story = byId.get(`one-${at}`);
    return {
      codes: (told.get(`one-${at}`) ?? []).map(({ code }) => code),
      names: [...(story?.named ?? []), ...(story?.body.naming.mentions ?? [])].map(({ name }) => name),
    };
  });
}

const PRIVATE = ['minor-identifiable', 'aided-student-named', 'alias-identifiable'];

/**
 * Right by the notice, and told all the same: its contact's name and number are withheld on this site, so a story that
 * prints the number is told.
 */
const TOLD_ON_PURPOSE = ['n9-103'];

/**
 * Sentences by a ninth writer who had not seen the rules; whole stories are read. First look: list a 41 of 60 wrong ones
 * found and 3 right ones told, b 37 of 60 and 4. Nobody has read b: of it only how many are missed of each kind and the
 * codes of the right ones that are told were
 * looked at, once, so its figure says whether kinds were mended.
 */
test.each([
  // A fourth (n9-217) was told for a while by a false reading of 一人3000元, which is mended.
  ['a', { missed: 4, told: 0 }],
  ['b', { missed: 20, told: 4 }],
])('on the plan: %s', (list, most) => {
  const own = plan.filter((sentence) => sentence.list === list);
  const told = read(
    own.map(({ text }) => text),
    KNOWN_PROGRAMME,
  ).map(({ codes }) => codes.length > 0);
  const count = (wrong: boolean, isTold: boolean) =>
    own.filter((one, at) => one.wrong === wrong && told[at] === isTold && !TOLD_ON_PURPOSE.includes(one.id)).length;
  const result = { missed: count(true, false), told: count(false, true) };
  console.info(`plan ${list}: ${result.missed} of 60 missed, ${result.told} right ones told`);
  expect(result.missed).toBeLessThanOrEqual(most.missed);
  expect(result.told).toBeLessThanOrEqual(most.told);
});

/**
 * People; those with odd numbers were read after the first look, those with even ones by nobody. First look, odd and
 * even: children 21 of 24 and 22 of 26 found, aided 22 of 24 and 23 of 26, right ones told 0 of 39 and 1 of 41; sentences
 * of which not every name was found just as it is written 15 of 61 and 7 of 59.
 */
test.each([
  ['odd', 1, { child: 3, aided: 1, told: 0, names: 13 }],
  ['even', 0, { child: 4, aided: 3, told: 1, names: 7 }],
])('on people: %s', (which, odd, most) => {
  const own = people.filter(({ id }) => Number(id.slice(3)) % 2 === odd);
  const texts = own.map(({ text }) => text);
  const [told, named] = [read(texts, KNOWN_PROGRAMME), read(texts, unchecked)];
  const isPrivate = (at: number) => told[at]?.codes.some((code) => PRIVATE.includes(code)) === true;
  const missed = (kind: string) => own.filter((one, at) => one.kind === kind && !isPrivate(at)).length;
  const result = {
    child: missed('child'),
    aided: missed('aided'),
    told: own.filter((one, at) => !one.wrong && (told[at]?.codes.length ?? 0) > 0).length,
    names: own.filter((one, at) => one.wrong && one.names.some((name) => !named[at]?.names.includes(name))).length,
  };
  console.info(`people ${which}: ${JSON.stringify(result)}`);
  for (const [key, value] of Object.entries(result))
    expect(value, key).toBeLessThanOrEqual(most[key as keyof typeof most]);
});

test('further sentences of the kinds that were missed are told, and right ones like them left alone', () => {
  const codes = read([...kinds.wrong, ...kinds.right], KNOWN_PROGRAMME).map((one) => one.codes);
  expect(kinds.wrong.filter((_, at) => codes[at]?.length === 0)).toEqual([]);
  expect(kinds.right.filter((_, at) => (codes[kinds.wrong.length + at]?.length ?? 0) > 0)).toEqual([]);
});
