import type { HomeFault, Homes } from './home-finding.ts';
import { pastPairs, type Said, saidBetween } from './home-said.ts';
import type { Mention } from './mentions.ts';
import { DASH, NO_STATEMENT, OTHER_AID, PAIRING_TALK, WAY } from './relations.ts';
import { type Run, withoutRegions } from './runs.ts';

/** The longest stretch between a city and its county that is read. */
const FAR = 30;
const IN_TURN = /分别|依次|一一|各自|逐一|对应/u;
/** Behind a county named without ending: nothing that makes it the beginning of another word. */
const CLOSED =
  /^(?:[县市、，。；：！？）)”’》—–-]|$|的|和|与|及|团县委|[乡镇一二两三四五六七八九十\d]|各|全|青|中小?学|小学|学校|结|对口|两|开|建|分别|依次|由|被)/u;
const COMPARED = /^县?(?:相邻|毗邻|接壤|交界|之间|相距|相比|一样|相同|不同|都|比)/u;

/** Cities said to be paired with counties or townships that are not theirs. */
export function cityFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  const paired = (city: Mention, other: Mention) => {
    const cities = homes.of(other).map((j) => j.city.id);
    return cities.length === 0 || city.names.some(({ place }) => cities.includes(place.id));
  };
  const fault = (city: Mention, other: Mention, severity: HomeFault['severity']): HomeFault => ({
    start: Math.min(city.start, other.start),
    end: Math.max(city.end, other.end),
    severity,
    code: other.level === 'township' ? 'city-township' : 'city-county',
    place: other,
  });
  const lands = runs.filter((run) => run.level !== 'region');

  return lands.flatMap((run, i): HomeFault[] => {
    const next = lands[i + 1];
    if (!next || next.start - run.end > FAR) return [];
    const cityFirst = run.level === 'city';
    if (cityFirst === (next.level === 'city')) return [];
    const [cities, others] = cityFirst ? [run, next] : [next, run];
    const between = withoutRegions(text, run.end, next.start, runs);
    const before = text.slice(Math.max(0, run.start - 12), run.start);
    const behind = pastPairs(text, lands, i + 1);
    const clause = text.slice(clauseStart(text, run.start), clauseEnd(text, next.end));
    const silent = () => NO_STATEMENT.test(clause) || OTHER_AID.test(clause);
    if (DASH.test(between)) return silent() ? [] : dashed(run, next, before, behind);
    const inTurn = IN_TURN.test(between) || IN_TURN.test(behind.split(/[，。；]/u)[0] ?? '');
    const said = saidBetween(inTurn ? between.replaceAll('，', '') : between, before, behind, cityFirst);
    if (!said || silent()) return [];
    const sure = others.items.every((o) => o.full) || CLOSED.test(text.slice(others.end, others.end + 4));
    return listed(cities, others, { inTurn, said, between, behind: text.slice(others.end), cityFirst }, sure);
  });

  function dashed(run: Run, next: Run, before: string, behind: string): HomeFault[] {
    const [a, b] = [run.items.at(-1), next.items[0]];
    if (!a || !b || (run.items.length > 1 && !before) || next.items.length > 1) return [];
    // A chain of dashes is a way through several places.
    if (/[—–－→~～-]\s*$/u.test(before) || /^[市县]?\s*[—–－→~～-]/u.test(behind)) return [];
    if (WAY.test(text)) return [];
    const [city, other] = a.level === 'city' ? [a, b] : [b, a];
    if (paired(city, other)) return [];
    const alone = text.trim().length - (next.end - run.start) < 6;
    return [fault(city, other, PAIRING_TALK.test(text) || alone ? 'error' : 'warning')];
  }

  function listed(
    cities: Run,
    others: Run,
    how: { inTurn: boolean; said: Said; between: string; behind: string; cityFirst: boolean },
    sure: boolean,
  ): HomeFault[] {
    const severity = sure ? 'error' : 'warning';
    const last = cities.items.at(-1);
    if (!last) return [];
    if (how.inTurn && cities.items.length === others.items.length && cities.items.length > 1)
      return cities.items.flatMap((city, i) => {
        const other = others.items[i];
        return other && !paired(city, other)
          ? [{ ...fault(city, other, severity), start: other.start, end: other.end }]
          : [];
      });
    const attribute = /的$/u.test(how.between);
    return others.items.flatMap((other, i): HomeFault[] => {
      if (cities.items.some((city) => paired(city, other))) return [];
      const joint = others.joints[i] ?? '';
      // 结对的…和…: only the first is surely meant. 与… may begin a comparison.
      if (i > 0 && joint !== '、' && (attribute || joint === '与' || (joint === '和' && COMPARED.test(how.behind))))
        return [];
      if (i > 0 && how.said === 'with') return [];
      if (!how.cityFirst && i < others.items.length - 1) return [];
      if (cities.items.length > 1 && how.said !== 'pairs') return [];
      return [fault(last, other, severity)];
    });
  }
}

const clauseStart = (text: string, at: number) =>
  Math.max(0, ...['，', '；'].map((mark) => text.lastIndexOf(mark, at - 1) + 1));
const clauseEnd = (text: string, at: number) =>
  Math.min(text.length, ...['，', '；'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0));
