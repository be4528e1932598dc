import { checkedStories, FRONT } from '../reader/story-mutation.ts';
import { KNOWN_PROGRAMME } from './known-programme.ts';

/** A story with an error is not read on: names are found where no rule tells anything. */
const UNCHECKED = { ...KNOWN_PROGRAMME, readers: () => [], fingerprint: 'no rules' };

/** Each text in a story of its own, all of them read at once: what is told of each, and the names that stand in it. */
export function read(texts: readonly string[], known: typeof KNOWN_PROGRAMME) {
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

/** A text by somebody who has not seen the rules, with everyone who is named in it. */
interface OfPeople {
  /** Odd ones may be read, even ones are held out: of them only how many is looked at. */
  readonly id: string;
  readonly wrong: boolean;
  readonly kind: string;
  readonly text: string;
  readonly names: readonly string[];
}

const PRIVATE = ['minor-identifiable', 'aided-student-named', 'alias-identifiable'];

/** Of a writer's list about people: how many children and aided are missed, right ones told, names not found as written. */
export function countedPeople(people: readonly OfPeople[], odd: 0 | 1) {
  const own = people.filter((one) => isOdd(one) === odd);
  // Each line is a paragraph, as `npm run tidy` makes it of what was pasted: lines that run together are told by a rule of their own.
  const texts = own.map(({ text }) => text.replaceAll('\n', '\n\n'));
  const [told, named] = [read(texts, KNOWN_PROGRAMME), read(texts, UNCHECKED)];
  const isPrivate = (at: number) => told[at]?.codes.some((code) => PRIVATE.includes(code)) === true;
  const missed = (kind: string) => own.filter((one, at) => one.kind === kind && one.wrong && !isPrivate(at)).length;
  return {
    child: missed('child'),
    aided: missed('aided'),
    told: own.filter((one, at) => !one.wrong && (told[at]?.codes.length ?? 0) > 0).length,
    names: own.filter((one, at) => one.wrong && one.names.some((name) => !named[at]?.names.includes(name))).length,
  };
}

/** A sentence about the plan by somebody who has not seen the rules. */
interface OfPlan {
  readonly wrong: boolean;
  readonly text: string;
}

/** Of some of a writer's sentences about the plan: how many wrong ones are missed, how many right ones told. */
export function countedPlan(list: string, plan: readonly OfPlan[]) {
  const told = read(
    plan.map(({ text }) => text),
    KNOWN_PROGRAMME,
  ).map(({ codes }) => codes.length > 0);
  const count = (wrong: boolean, isTold: boolean) =>
    plan.filter((one, at) => one.wrong === wrong && told[at] === isTold).length;
  const result = { missed: count(true, false), told: count(false, true) };
  console.info(
    `plan ${list}: ${result.missed} of ${plan.filter(({ wrong }) => wrong).length} missed, ${result.told} right ones told`,
  );
  return result;
}

/** Whether a sentence may be read (1) or is held out (0), by the number in its id. */
export const isOdd = ({ id }: { readonly id: string }): number => Number(id.split('-')[1]) % 2;
