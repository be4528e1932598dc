import type { ProseFinding } from '../prose.ts';
import type { claimReader } from './cues.ts';
import { type NamedPairing, namedIn, RELATION, SOMEBODY_ELSE, SUBSET } from './scope.ts';
import { type CountedThing, type CountSentence, countFinding } from './sentences.ts';
import { countWords } from './words.ts';

const sum = (pairings: readonly NamedPairing[], of: 'townships' | 'towns' | 'villages') =>
  pairings.reduce((total, p) => total + p[of], 0);
/** Between a name and its count: words that make it a count of all that the notice lists. */
const LISTED = new RegExp(`${RELATION}|共|全部|所有|附件|通知|方案|名下|列|负责|承担`, 'u');
const LISTED_AFTER = new RegExp(`^(?:都|全部)?(?:和|与|同|被|由)?[^，。；、]{0,8}?(?:${RELATION}|列)`, 'u');
const PLACED = /(?:在|到|赴|走进|深入|前往|为|给|向|把|对|于)[^，。；]{0,4}$/u;
const HAS = /^(?:里|全县|境内|一)*(?<rules>下辖|管辖|辖|现有|有)$/u;
const ENDS = /^(?:[，。；、：！？）)\s]|$)/u;
const SPLIT =
  /(?<a>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?<first>[乡镇])[、，和与]?(?<b>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?<second>[乡镇])(?!镇|级|干|团|企|村|长)/gu;
/** 镇11个、乡17个: the number behind. */
const SPLIT_BEHIND =
  /(?<=^|[有是为里中、，：（(的])(?<first>[乡镇])(?:有|共|是|占)?(?<a>\d{1,2}|[一二两三四五六七八九十]{1,3})个[、，和与；](?<second>[乡镇])(?:有|共|是|占)?(?<b>\d{1,2}|[一二两三四五六七八九十]{1,3})个/gu;

/** Judges counts of the townships of named pairings, and how many of them are 乡 and how many 镇. */
export function townshipJudge(pairings: readonly NamedPairing[], claims: ReturnType<typeof claimReader>) {
  const places = (named: readonly NamedPairing[]) => named.map((p) => p.county).join('、');
  const label = (named: readonly NamedPairing[]) => named.map((p) => p.label).join('；');

  /** null where no pairing is the subject: then it may be a count of all. */
  function own(thing: CountedThing): ProseFinding[] | null {
    const { count, noun, sentence, clauseBefore, before, after, clause } = thing;
    const here = namedIn(clauseBefore, pairings);
    const scope = here.named.length > 0 ? here : namedIn(before, pairings);
    if (scope.named.length === 0) return null;
    const text = here.named.length > 0 ? clauseBefore : before;
    const truth = sum(scope.named, 'townships');
    const plausible = [truth, sum(namedIn(before, pairings).named, 'townships'), sum(pairings, 'townships')];
    plausible.push(...scope.named.map((p) => p.townships));
    if (plausible.includes(count.value) || SOMEBODY_ELSE.test(clause)) return [];
    const between = text.slice(scope.end);
    const severity = severityOf(count.value, truth, {
      between: between.replace(noun.inverted ? /乡镇/u : /$^/u, ''),
      lead: text.slice(0, scope.first),
      after,
      modifier: noun.modifier,
      clause,
    });
    if (!severity || (scope.named.length > 1 && severity === 'warning')) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity,
          what: `${places(scope.named)}的乡镇数和通知不同`,
          expected: `${truth}个乡镇`,
          written: label(scope.named),
        },
      ),
    ];
  }

  /** 3个乡和8个镇, where it is a count of all. */
  function split(sentence: CountSentence, about: readonly NamedPairing[]): ProseFinding[] {
    return [...sentence.text.matchAll(SPLIT), ...sentence.text.matchAll(SPLIT_BEHIND)].flatMap(
      (match): ProseFinding[] => {
        const { a = '', b = '', first, second } = match.groups ?? {};
        const [x, y] = [countWords(`${a}个`)[0]?.value ?? 1, countWords(`${b}个`)[0]?.value ?? 1];
        if (first === second) return [];
        const [villages, towns] = first === '乡' ? [x, y] : [y, x];
        const { index, 0: words } = match;
        const before = sentence.text.slice(0, index);
        const clause = sentence.clauses.find((c) => c.start <= index && index < c.end);
        const clauseText = clause ? sentence.text.slice(clause.start, clause.end) : '';
        const named = namedIn(before, pairings).named;
        const scopes = [named, pairings, ...[...about, ...named].map((p) => [p])].filter((s) => s.length > 0);
        if (scopes.some((s) => sum(s, 'villages') === villages && sum(s, 'towns') === towns)) return [];
        if (SUBSET.test(clauseText.replace('其中', '')) || SOMEBODY_ELSE.test(clauseText)) return [];
        const scope = named.length > 0 ? named : pairings;
        const [v, t] = [sum(scope, 'villages'), sum(scope, 'towns')];
        const whole =
          /(?:共|有|分为|包括|其中|名单(?:里|中|上)?|乡镇(?:里|中)?[，：（])(?:是|有)?$/u.test(before) ||
          before.trim() === '' ||
          villages + towns === v + t;
        // What a county has may be more than the notice lists, never less.
        const related = claims.topical(sentence.text) || villages + towns === v + t;
        const less = villages < v || towns < t;
        if (!whole || !(related || (named.length > 0 && less && /有|辖/u.test(before)))) return [];
        return [
          countFinding(
            sentence,
            { start: index, end: index + words.length },
            {
              severity: villages + towns === v + t || related ? 'error' : 'warning',
              what: '乡和镇的个数和通知的名单不同',
              expected: `${v}个乡、${t}个镇`,
              written: named.length > 0 ? label(named) : (pairings[0]?.label.split('，')[0] ?? null),
            },
          ),
        ];
      },
    );
  }
  return { own, split };
}

interface Around {
  readonly between: string;
  readonly lead: string;
  readonly after: string;
  readonly modifier: string;
  readonly clause: string;
}

function severityOf(value: number, truth: number, around: Around): 'error' | 'warning' | null {
  const { between, lead, after, modifier, clause } = around;
  const close = value > truth || value === truth - 1 || value >= truth * 0.8;
  const listed =
    LISTED.test(between) || LISTED_AFTER.test(after) || LISTED.test(modifier) || /附件|结对表|名单/u.test(clause);
  if (SUBSET.test(clause.replaceAll(/全部|走遍/gu, ''))) return null;
  if (listed) return between.length > 16 && !close ? null : 'error';
  const has = HAS.exec(between);
  if (has && (ENDS.test(after) || after.startsWith('的'))) {
    if (value < truth) return 'error';
    return has.groups?.['rules'] === '有' ? 'warning' : null;
  }
  if (PLACED.test(lead) || !close) return null;
  if (between === '的') return 'error';
  return between === '' ? 'warning' : null;
}
