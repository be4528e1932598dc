import { holds } from './amounts.ts';
import { called, type Verdict } from './finding.ts';
import { familyOf } from './nouns.ts';
import type { Claim } from './sentences.ts';
import { tellsOther } from './signs.ts';

const LASTS =
  /(?:为期|每[人名位][^，。；\d]{0,8}|服务期?(?:时间)?(?:为|是)?|历时|时长(?:为|是)?|期限(?:为|是)?|时间(?:为|是|都?不足|不到|超过)|规定(?:的?是|为)|周期(?:为|是)?|[待住学做干]满|(?:只|要|能|得|须|需)(?:在\p{Script=Han}{0,4})?待|满|锻炼(?:时间)?(?:为|是)?|[＊](?:为|是|时间|期|时间为)?)$/u;
const PART_OF = /前|后|头|最后|第|每|花|休息|适应|路上|提前|等了|住了|又|再|还/u;

/** How many days a span may be: 一个月 is 28 to 31. */
function daysOf(value: number, unit: string): { least: number; most: number } | null {
  if (unit === '天' || unit === '日') return { least: value, most: value };
  if (unit === '周') return { least: value * 7, most: value * 7 };
  if (unit === '年' && value < 100) return { least: value * 365 - 5, most: value * 366 + 1 };
  return unit === '个月' ? { least: value * 28, most: value * 31 } : null;
}

/** How long somebody serves or learns, where the plan says so; undefined where the number is no time. */
export function judgeDays(claim: Claim): Verdict | null | undefined {
  const { number, lines, clauseBefore } = claim;
  if (/^(?:课时|学时|小时|课|节|次|场)$/u.test(number.unit)) return otherUnit(claim);
  if (familyOf(number.unit) !== 'time') return undefined;
  const days = daysOf(number.value, number.unit);
  const told = lines.flatMap((k) => k.days);
  const [first] = lines;
  const lasts = LASTS.exec(clauseBefore);
  if (!days || !first || told.length === 0 || !lasts || number.bound === 'about') return null;
  if (number.unit === '日' && !/为期/u.test(lasts[0])) return null;
  // 某项目两年12人: the years of the plan, unless it is said to last so long.
  if (number.unit === '年' && number.value >= 1 && !/为期|历时|时长|期限/u.test(lasts[0])) return null;
  if (tellsOther(claim) || PART_OF.test(lasts[0].replace(/每[人名位]/u, ''))) return null;
  if (number.bound !== null) {
    // 不足三十天: one bound is enough to be wrong.
    if (
      told.some((k) =>
        [days.least, days.most].some((value) => holds({ ...number, value }, '', { value: k.value, unit: '' })),
      )
    )
      return null;
  } else if (told.some(({ value }) => days.least <= value && value <= days.most)) return null;
  return {
    severity: 'error',
    code: 'project-days',
    what: `${called(first)}的天数与文件不一致`,
    told: told.map(asDays),
  };
}

/** 每人服务10课时, where the plan counts the same number of days. */
function otherUnit({ number, lines, clauseBefore, clauseAfter }: Claim): Verdict | undefined {
  const told = lines.flatMap((k) => k.days);
  const [first] = lines;
  const same = told.some(({ value }) => value === number.value);
  if (!first || !same || number.approximate || !/(?:每[人名位][^，。；\d]{0,8}|为期|服务期)$/u.test(clauseBefore))
    return undefined;
  if (!/^(?:$|[，。；、！）])/u.test(clauseAfter)) return undefined;
  return {
    severity: 'error',
    code: 'project-unit',
    what: `${called(first)}每人多久，文件里按天计`,
    told: told.map(asDays),
  };
}

const asDays = <T extends { value: number; unit: string }>(k: T) => ({ ...k, words: `每人${k.value}${k.unit}` });
