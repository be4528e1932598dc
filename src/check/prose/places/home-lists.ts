import type { HomeFault, Homes } from './home-finding.ts';
import { NO_STATEMENT, OTHER_AID } from './relations.ts';
import type { Run } from './runs.ts';

/** Between a city or a county and the list of its townships, in any wording. */
const LIST_OF =
  /乡镇|[一二两三四五六七八九十\d]+个?(?:乡|镇)|名单|名下|清单|对着|对口|结对|帮扶|支援|受援|负责|联系|包括|下辖|辖有|列的是|有：|：$|——$|分别是|依次是/u;
/** The list of a city: what is in it belongs to it. */
const OWN_LIST =
  /^(?:市委|团市委|市|团委|委)*的?(?:结对|对口|帮扶|支援|援助|受援)*的?(?:乡镇|地区)?(?:名单|清单|名下|那一行|一行|这一行|一栏|范围|之列|对象|圈)/u;
const IN_LIST =
  /^，?(?:这?[一二两三四五六七八九十\d]*个?(?:乡镇|乡|镇)?)(?:都|也|就|均|全|同)?(?:被)?(?:在|列在|排在|写在|属于|属|归于?|归在|归入|划在|划入|划到|算在|出现在|列入|编入|纳入|进入?)(?:了)?$/u;
const ANOTHER_PLACE = /来自|途经|路过|经过|相邻|毗邻|接壤|不在|不属于|以外|之外|别的|别县|另一|分别属于/u;

/**
 * Townships in the list of another pairing: most of the row belongs to the city or county that is named before it, one does
 * not; or a city's list is said to hold one of another's.
 */
export function listFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  if (NO_STATEMENT.test(text) || OTHER_AID.test(text)) return [];
  const elsewhere = ANOTHER_PLACE.test(text);
  return runs.flatMap((owner, i): HomeFault[] => {
    if (owner.level !== 'city' && owner.level !== 'county') return [];
    const [only] = owner.items;
    if (!only || owner.items.length > 1) return [];
    const own = homes.of(only);
    if (own.length === 0) return [];
    const isOwn = (township: Run['items'][number]) => homes.of(township).some((journey) => own.includes(journey));
    const faultsOf = (run: Run): HomeFault[] =>
      run.items
        .filter((township) => homes.of(township).length > 0 && !isOwn(township))
        .map((place) => ({ start: place.start, end: place.end, severity: 'error', code: 'city-township', place }));
    // 某市的名单里，除了…，还有…: all townships of the sentence, if no other city is named in it.
    if (!elsewhere && owner.level === 'city' && OWN_LIST.test(text.slice(owner.end, owner.end + 20))) {
      const alone = runs.every((run) => run === owner || run.level !== 'city');
      // 某乡在某市的结对名单里.
      const ahead = runs[i - 1];
      if (ahead?.level === 'township' && IN_LIST.test(text.slice(ahead.end, owner.start))) return faultsOf(ahead);
      return alone
        ? runs
            .slice(i + 1)
            .filter(({ level }) => level === 'township')
            .flatMap(faultsOf)
        : [];
    }
    // 来自某市的…结对的某乡: the only city of the sentence.
    const cities = runs.filter(({ level }) => level === 'city');
    if (owner.level === 'city' && cities.length === 1) {
      const paired = runs
        .slice(i + 1)
        .filter((run) => run.level === 'township' && /(?:结对|对口)的(?:乡镇)?$/u.test(text.slice(0, run.start)))
        .flatMap(faultsOf);
      if (paired.length > 0) return paired;
    }
    if (elsewhere) return [];
    const next = runs.slice(i + 1).find(({ level }) => level !== 'region');
    if (next?.level !== 'township' || next.items.length < 3 || next.start - owner.end > 40) return [];
    const between = text.slice(owner.end, next.start);
    if (!LIST_OF.test(between) || /[。；！？]/u.test(between)) return [];
    const faults = faultsOf(next);
    return faults.length * 2 < next.items.length ? faults : [];
  });
}
