import type { HomeFault, Homes } from './home-finding.ts';
import type { Mention } from './mentions.ts';
import { NO_STATEMENT } from './relations.ts';
import { type Run, withoutRegions } from './runs.ts';

/** Between a county and its townships. */
const UNDER = /^(?:的|境内的?|下辖的?|所辖的?|下属的?|里的|内的|下面的|辖区内?的|（|\()?$/u;
const LISTS =
  /^县?[，,]?(?:现)?(?:一共|共|总共)?(?:下辖|所辖|管辖|辖有|辖|有|设有|包括|结对的|受援的|的)+(?:(?:\d+|[一二两三四五六七八九十]+)个?)?(?:结对|受援)?的?(?:乡镇|乡|镇)?(?:中?有|是|为|包括|分别是|名单)?(?:：|:|（|\(|——|—|，)?(?:分别|就)?(?:是|为)?$/u;
/** 某县，某市结对，8个： a list item about a county that opens a list of townships. */
const OPENS = /^[^：。；！？]{0,24}(?:个|乡镇|乡|镇|名单|如下|是|有|包括)：$/u;
/** Between a township and the county it is said to be in. */
const IN =
  /^(?:(?:，|——|—|：)?(?:这)?(?:[一二两三四五六七八九十\d]+个)?(?:乡镇|乡|镇)?(?:都|均|全|同)|都|也|均|全|同)?(?:所在的?|所属的?|是?属于|是?隶属于?|隶属|归属于?|属|位于|地处|坐落在|坐落于|归|在|（|\()(?:县是?|县为)?$/u;
const IN_LOOSE = /^是$/u;
const ALL_OF_THEM =
  /^(?:，|——|—|：)?(?:这)?(?:[一二两三四五六七八九十\d]+个)?(?:乡镇|乡|镇)?(?:都|均|全|同)(?:部|都)?/u;
const ALL_ITS = /^县?(?:的|管的|下面的|这边的)(?:乡镇|乡|镇|地方|地界)?(?=[，。；！”）]|$)/u;
const ONE_OF = /^[市县]?(?:的|下辖的|所辖的|境内的?)[^，。；、]{0,10}(?:乡|镇|乡镇)(?!长|政府|干部)/u;
/** 位于…以东, 与…之间: a direction, no home. */
const DIRECTION =
  /^县?(?:城)?(?:以|之|与|和|、|边上|旁|附近|[东南西北]+(?:方|面|侧|边|约|邻|\d)|交界|边界|[^，。；]{0,6}之间)/u;
const IN_END = /^(?:县)?(?:[，。；！？）”、]|$|境内|境域|[东南西北]部|的[^，。；]{0,3}[东南西北中]|管辖|下辖)/u;
const COMPARED = /^(?:[乡镇])?(?:都|相比|一样|之间|相距|比|不同|各)/u;

/** A way to ask whether a township is said to be in a county that is not its own. */
export function townshipFaults(text: string, runs: readonly Run[], homes: Homes): HomeFault[] {
  const wrong = (township: Mention, counties: readonly Mention[]) => {
    const own = homes.of(township).map(({ county }) => county.id);
    const said = counties.flatMap(({ names }) => names.map(({ place }) => place.id));
    return own.length > 0 && !own.some((id) => said.includes(id));
  };
  const fault = (township: Mention, county: Mention, severity: HomeFault['severity'], all = false): HomeFault => ({
    start: all ? Math.min(township.start, county.start) : township.start,
    end: all ? Math.max(township.end, county.end) : township.end,
    severity,
    code: 'township-county',
    place: township,
  });
  return runs.flatMap((run, i): HomeFault[] => {
    if (run.level !== 'county' && run.level !== 'township') return [];
    const next = nextOf(text, runs, i);
    if (!next || next.start - run.end > 40) return [];
    const between = withoutRegions(text, run.end, next.start, runs);
    const clause = text.slice(clauseStart(text, run.start), next.end);
    if (run.level === 'county' && next.level === 'township') {
      const direct = UNDER.test(between);
      const opens = OPENS.test(between) && isFirst(text, run.start);
      if (!(direct || LISTS.test(between) || opens)) return [];
      if (NO_STATEMENT.test(clause)) return [];
      const [county] = run.items.slice(-1);
      if (!county) return [];
      return next.items.flatMap((township, at): HomeFault[] => {
        // The next item may have a county of its own before it: then it is in another run. 和 may begin another phrase.
        if (!wrong(township, run.items)) return [];
        if (at === 0) return [fault(township, county, 'error', direct)];
        const loose = next.joints.slice(1, at + 1).some((joint) => joint !== '、');
        if (loose && COMPARED.test(text.slice(next.end))) return [];
        return [fault(township, county, (direct && between === '') || (loose && direct) ? 'warning' : 'error')];
      });
    }
    if (run.level === 'township' && next.level === 'county') {
      const [county] = next.items;
      const township = run.items.at(-1);
      const behind = text.slice(next.end, next.end + 20);
      const all = ALL_OF_THEM.test(between);
      if (!county || !township || (run.items.length > 1 && !all) || next.items.length > 1) return [];
      const loose =
        (IN_LOOSE.test(between) && ONE_OF.test(behind)) ||
        (all && IN_LOOSE.test(between.replace(ALL_OF_THEM, '')) && (ALL_ITS.test(behind) || ONE_OF.test(behind)));
      if (!(loose || IN.test(between)) || DIRECTION.test(behind) || NO_STATEMENT.test(clause)) return [];
      if ((between === '在' || between === '（' || between === '(') && !IN_END.test(behind)) return [];
      return (all ? run.items : [township])
        .filter((one) => wrong(one, [county]))
        .map((one) => fault(one, county, 'error', one === township));
    }
    return [];
  });
}

/** The next row of places; of a county that opens an item the city it is paired with may stand between. */
function nextOf(text: string, runs: readonly Run[], at: number): Run | undefined {
  const places = runs.slice(at + 1, at + 8).filter(({ level }) => level !== 'region');
  const [first, second] = places;
  const run = runs[at];
  const opens = run?.level === 'county' && first?.level === 'city' && isFirst(text, run.start);
  return opens && second?.level === 'township' ? second : first;
}

const clauseStart = (text: string, at: number) =>
  Math.max(...['，', '。', '；', '！', '？', '\n'].map((m) => text.lastIndexOf(m, at - 1))) + 1;
/** A county that opens its sentence or block. */
const isFirst = (text: string, at: number) =>
  /(?:^|[。；！？\n])\s*[“（·*-]*$/u.test(text.slice(Math.max(0, at - 8), at));
