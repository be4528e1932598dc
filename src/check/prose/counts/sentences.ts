import type { Place } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumeral } from '#format/number.ts';
import { type CountWord, countWords, isProved, MEASURE, NUMBER_WORD } from '../../text/count-words.ts';
import { narrowed } from '../../text/full-width.ts';
import { stemOf } from '../../text/place-names.ts';
import { clausesIn, sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, ProseFinding, Range, StoryProse } from '../prose.ts';
import { hasOtherProvince, hasOtherYear, RELATION } from '../scope.ts';
import type { ThingKind } from './things.ts';

/** A counted noun: which kind of thing it is, and where it stands. */
interface CountedNoun {
  readonly kind: ThingKind;
  /** What stands between measure word and noun: 结对, 受援, 市级. */
  readonly modifier: string;
  /** The noun itself. */
  readonly word: string;
  /** Where the phrase ends, counted from the end of the number. */
  readonly length: number;
  /** 四市, 4县: no measure word between. */
  readonly bare: boolean;
  /** The noun stands before its number: 乡镇共28个. */
  readonly inverted: boolean;
}

/** Words that only describe: the things counted stay the same. */
const PLAIN =
  '的|具体|重点|主要|地级|市级|省级|受助|结成|对应|共建|援[藏疆青]|工作|大|相关|承担|目标|参与|合作|农牧区|基层';

/** The nouns of things and the letters behind them with which they are other words. */
const NOUNS: readonly (readonly [ThingKind, string])[] = [
  ['lines', '任务行'],
  ['townships', '乡镇(?!企业|干部|长|卫生|中心|小学|中学|学校|书记|政府|党|医|派出|街道|教)'],
  ['cities', '团市委|地级市|城市(?!人|社区|学校|里|居|化|管|家庭|孩子|学生|小学|中学)'],
  ['projects', '项目(?!组|部|点|办|经理|团队|负责|书|库|单位|县|乡|类|名|资金|编号|牵头)'],
  ['tasks', '任务(?!书|清单|点|组|表|单)'],
  ['annexes', '附件'],
  ['fields', '方面|类(?=[，。；：]|$)|行动(?!队|组|者|派|方案|计划|指南)|工程(?!队|师|部)|板块|大类'],
  ['counties', '县城|县(?!区|市|级|委|长|政|域|直|属|人|中|一(?!共)|二|三|小|医|乡|志|教|份|城)'],
  ['cities', '市(?!州|区|级|委|长|政|场|内|辖|县|直|民|教|里|属|人|立|中心|面|分)'],
];

/** What the names of those who give or receive end in, where they are no areas. */
const INSTITUTION = /(?:小学|中学|学校|幼儿园|学院|大学|卫生院|医院|公司|集团|银行|指挥部)$/u;

/**
 * The nouns of a programme: 城市 and 市 only where a city gives, 县 only where a county receives, 乡镇 only where
 * townships lie below; and what its places are called besides.
 */
function nounsOf(programme: Programme): (readonly [ThingKind, string])[] {
  const { journeys, departments, words } = programme;
  const cities = departments.filter((d) => d.kind === 'cities').map((d) => d.name.replace(/^(?:\d+个|各)/, ''));
  const thirds = journeys.flatMap((journey) => townshipsOf(journey).map(({ place }) => place));
  const has: Readonly<Partial<Record<ThingKind, boolean>>> = {
    cities: journeys.some(({ city }) => city.level === 'city'),
    counties: journeys.some(({ county }) => county.level === 'county' && /县$/u.test(county.name)),
    townships: thirds.some(({ name }) => /[乡镇]$/u.test(name)),
  };
  const usual = NOUNS.filter(([kind]) => has[kind] !== false).map(([kind, noun]): [ThingKind, string] => [
    kind,
    noun.startsWith('团市委') ? [...cities.map((word) => RegExp.escape(word)), noun].join('|') : noun,
  ]);
  // 两所小学 where all the schools are such.
  const endings = (all: readonly Place[]) =>
    [...new Set(all.flatMap(({ name }) => INSTITUTION.exec(name)?.[0] ?? []))].toSorted((a, b) => b.length - a.length);
  const own = [
    ['cities', words.giver.noun],
    ['counties', words.receiver.noun],
    ...endings(journeys.map(({ city }) => city)).map((noun) => ['cities', noun] as const),
    ...endings(journeys.map(({ county }) => county)).map((noun) => ['counties', noun] as const),
    ...(words.third ? [['townships', words.third.noun] as const] : []),
    ...(words.annex.noun === '附件' ? [] : [['annexes', words.annex.noun] as const]),
  ] as const;
  const known = new Set(['城市', '县', '乡镇', '市', '乡', '镇']);
  // A word of one character, 区 or 村, begins too many others.
  const end = '(?![级长委政域内里民])';
  const added = own
    .filter(([, noun], i, all) => !known.has(noun) && all.findIndex(([, other]) => other === noun) === i)
    .map(([kind, noun]): [ThingKind, string] => [kind, RegExp.escape(noun) + ([...noun].length === 1 ? end : '')]);
  return [...added, ...usual];
}

/** Reads the noun that a number counts, behind it or before it. */
export function nounReader(programme: Programme) {
  const { site, places, words } = programme;
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const names = [site.from, site.to, region, stemOf(region)].map((word) => RegExp.escape(word));
  const nouns = nounsOf(programme);
  const groups = nouns.map(([, noun], i) => `(?<n${i}>${noun})`).join('|');
  const modifiers = `(?:${[RELATION, PLAIN, ...names].join('|')}){0,4}`;
  const measures = MEASURE.replace('个|', `个|${RegExp.escape(words.annex.measure)}|`);
  const behind = new RegExp(`^(?<measure>${measures})?(?<modifier>${modifiers})(?:${groups})`, 'u');
  const alone = /^(?:个|座|项|家|行|类|份)(?=[，。；、！？）)：:…\s]|$)/u;
  const before = new RegExp(
    `(?:${groups})(?:总数|数量|数目|名单)?(?:里|中)?(?:一共|总共|共计|合计|总计|共|也|只|就|仅|则)*(?:有|是|为|达到|多达|达|列了|列出了?|列有)?$`,
    'u',
  );
  const kindOf = (found: Record<string, string | undefined>) => nouns.find((_, i) => found[`n${i}`] !== undefined)?.[0];
  const wordOf = (found: Record<string, string | undefined>) => nouns.map((_, i) => found[`n${i}`] ?? '').join('');
  return (start: string, rest: string): CountedNoun | null => {
    const match = behind.exec(rest.slice(0, 40));
    const kind = match?.groups && kindOf(match.groups);
    if (match?.groups && kind) {
      const { measure, modifier = '' } = match.groups;
      const bare = measure === undefined;
      const kinds = match[0] === '类' ? ['fields'] : ['cities', 'counties', 'townships'];
      if (bare && (modifier !== '' || !kinds.includes(kind))) return null;
      return { kind, modifier, word: wordOf(match.groups), length: match[0].length, bare, inverted: false };
    }
    const measure = alone.exec(rest.slice(0, 4));
    const found = measure && before.exec(start.slice(-24));
    const earlier = found?.groups && kindOf(found.groups);
    return measure && earlier
      ? {
          kind: earlier,
          modifier: '',
          word: wordOf(found.groups ?? {}),
          length: measure[0].length,
          bare: false,
          inverted: true,
        }
      : null;
  };
}

/** Counts that run together, at the end of a text: 共有4座城市、4个县和. */
const CHAIN = new RegExp(
  `${NUMBER_WORD}${MEASURE}?[^，。；：、！？\\d]{0,8}?(?:城市|团市委|市|县|乡镇|项目|任务|附件|镇|乡)(?:（[^）]{0,60}）)?[、，,和与及对]*$`,
  'u',
);

/** How sure it is that a count speaks of the programme as a whole. */
type Claim = 'whole' | 'related' | 'near' | 'none';

const HAVING = '(?:的|是|分为|分成|分|有|为|达|列了?|列出了?|安排了?|以下|下列|如下)*';
const WHOLE = new RegExp(`(?:一共|总共|共计|共有|共|全部|全体|所有|合计|总计)${HAVING}$`, 'u');
/** What a document does with the things it names. */
const LISTING = new RegExp(
  `(?:分为|分成|分|归为|归入|归在|归成|列出了?|列了|列有|列入|列着|写了|写着|写明|安排了?|部署了?|明确了?|确定了?|确立了?|规定了?|提出了?|包括了?|包含了?|涵盖了?|覆盖了?|涉及|附有|附了|附着?|后?附|带了?|带着|带有|跟着|配有|配了|收有|收了|后面|后头|设有|设了|载有|推出了?)${HAVING}$`,
  'u',
);
const RELATED_AFTER = new RegExp(
  `^(?:的?团委|的?团组织|共青团|团市委)?(?:[^，。；：、！？]{0,10}?)(?:${RELATION}|承担|负责|配合)`,
  'u',
);
const ALL_AFTER =
  /^(?:都|全部|全都|一起)?(?:被)?(?:在内|在列|榜上有名|(?:列|写|编|纳|收)(?:进|入|在)了?(?:这份)?(?:附件|方案|通知|名单|结对))/u;
/** 学校的方案, 市里的通知: another document. */
export const OTHER_DOCUMENT =
  /(?:学校|学院|公司|协会|基金会)[^，。；]{0,4}(?:发|印|出|下)了?[^，。；]{0,6}(?:通知|方案|文件)|另[^，。；]{0,6}(?:通知|方案|文件)|(?:学校|学院|[县市乡镇村班校]里|公司|另一份|另一个|别的|其他|上级|有关|相关|本地|当地|自己)(?:自己)?的?(?:实施)?(?:方案|通知|文件)|(?:团市委|团县委|市|县)(?:的|自己的|出台的|制定的|印发的)(?:[^，。；]{0,6})(?:方案|通知|文件)/u;

/** Judges from the words around a count whether it speaks of the whole. */
export function claimReader({ site, document, places, words, projects }: Programme) {
  const documents = `(?:方案|通知|文件|${RegExp.escape(words.document.noun)}(?!了|出|好|自己|用地|图|师|局|处|院)|附件\\d?|${RegExp.escape(document.short)}|${RegExp.escape(site.name)})`;
  const OF_DOCUMENT = new RegExp(`${documents}》?(?:里面|里|中|上|内|当中)?(?:的|有|一共|共|总共|共有|这|全部)*$`, 'u');
  const DOCUMENT = new RegExp(documents, 'u');
  // 全省共有14个市: all that there are, not only those of the programme.
  const aidedName = site.aided && places.get(site.aided)?.name;
  const region = aidedName ? stemOf(aidedName) : site.to;
  const TOPIC = new RegExp(`${documents}|援[藏疆青]|援${RegExp.escape(region)}|${RELATION}`, 'u');
  const everywhere = [site.from, site.to, region].map((word) => RegExp.escape(word)).join('|');
  // 支援三溪地区的八个县: whom they help may stand between, also only the land around.
  const aided = [site.to, site.to.replace(region, ''), region]
    .filter((land) => land.length > 1)
    .map((land) => RegExp.escape(land));
  const RELATED_BEFORE = new RegExp(
    `(?:${RELATION}(?:帮扶|援助|支援|协作)?|对接(?=${aided.join('|')}))(?:的|了|着|到|起|${aided.join('|')})*(?:(?<=的)(?:一共|总共|共)?有)?$|配合(?:部门|单位|方)[^，。；]{0,16}$`,
    'u',
  );
  const ALL_THERE_ARE = new RegExp(
    `(?:全省|全区|全国|全市|全县|自治区|${everywhere})[省市]?(?:现|共|下|所|总共|一共|总)*(?:有|辖|设有?)`,
    'u',
  );
  // 十二个项目分为五类: whoever counts the projects of the document speaks of it.
  const numbers = [String(projects.length), chineseNumeral(projects.length)].map((word) => RegExp.escape(word));
  const ALL_PROJECTS = new RegExp(`(?<![\\d一二三四五六七八九十])(?:${numbers.join('|')})个项目`, 'u');
  return {
    /** Whether what stands before a count says that the document lists so many. */
    listsAt: (before: string, sentence: string) =>
      OF_DOCUMENT.test(before.slice(-40)) || (DOCUMENT.test(sentence) && LISTING.test(before.slice(-40))),
    topical: (text: string) => TOPIC.test(text),
    /** Whether a sentence counts all projects, so that it speaks of the document. */
    countsProjects: (text: string) => ALL_PROJECTS.test(text),
    ofDocument: (text: string) => DOCUMENT.test(text) && !OTHER_DOCUMENT.test(text),
    otherDocument: (text: string) => OTHER_DOCUMENT.test(text),
    claimOf(before: string, clause: string, after: string, sentence: string, noun: CountedNoun): Claim {
      const related = new RegExp(RELATION, 'u').test(noun.modifier) || RELATED_AFTER.test(after);
      if (ALL_THERE_ARE.test(clause) && !related && !/援[藏疆青]|参与/.test(after) && !ALL_AFTER.test(after))
        return 'none';
      let lead = before;
      for (let i = 0; i < 5 && CHAIN.test(lead.slice(-60)); i++)
        lead = lead.slice(0, -60) + lead.slice(-60).replace(CHAIN, '');
      const leads = [before, lead];
      const said = (cue: RegExp) => leads.some((text) => cue.test(text.slice(-40)));
      const ofFields = noun.kind === 'fields' && ALL_PROJECTS.test(sentence);
      const topical = ofFields || TOPIC.test(sentence) || noun.kind === 'lines';
      const ofThings = ['cities', 'counties', 'townships'].includes(noun.kind);
      // 方案里的两个项目: two of them.
      if (said(OF_DOCUMENT)) return /[里中上]的$/u.test(before) ? 'related' : 'whole';
      if (topical && (said(WHOLE) || ((ofFields || DOCUMENT.test(sentence)) && said(LISTING)) || ALL_AFTER.test(after)))
        return 'whole';
      if (noun.inverted && topical) return 'whole';
      if (said(WHOLE) && ['townships', 'projects'].includes(noun.kind)) return 'near';
      if (ofThings && (related || said(RELATED_BEFORE))) return 'related';
      return TOPIC.test(clause) || (said(/这$/u) && topical) ? 'near' : 'none';
    },
  };
}

/** A sentence of a story with what is needed to judge the counts in it. */
export interface CountSentence {
  readonly block: number;
  readonly source: ProseBlock;
  /** Where the sentence begins in its block. */
  readonly start: number;
  /** Its words, digits narrowed. */
  readonly text: string;
  readonly clauses: readonly Range[];
  readonly counts: readonly CountWord[];
  /** The block up to this sentence. */
  readonly earlier: string;
}

/** A counted thing in its sentence. */
export interface CountedThing {
  readonly count: CountWord;
  readonly noun: CountedNoun;
  readonly sentence: CountSentence;
  /** The clause in which the number stands, what precedes it there and in the sentence, and what follows the phrase. */
  readonly clause: string;
  readonly clauseBefore: string;
  readonly before: string;
  readonly after: string;
}

/** Words of counts that are not exact, which `countWords` leaves out. */
const BOUNDED = /[超不近至最少多逾]/u;
/** Questions ask, they state nothing; what stands before a 怎么干 is taken for granted. */
const QUESTION = /(?<!(?:^|[，,：:\s])[^，。；：]{0,10}(?:怎么|怎样|如何)[^，。；：]{0,6})[？?][”’」』）)]*\s*$/u;

/** The sentences of a story that hold counts and speak of the programme's own time. */
export function countSentences(prose: StoryProse, programme: Programme): CountSentence[] {
  return prose.blocks.flatMap((source, block) => {
    const whole = narrowed(source.text);
    return sentencesIn(whole).flatMap(({ start, text }): CountSentence[] => {
      if (
        text.length > 2000 ||
        QUESTION.test(text) ||
        hasOtherProvince(text, programme) ||
        hasOtherYear(text, programme)
      )
        return [];
      const counts = countWords(text).filter((c) => !isProved(source, { start: start + c.start, end: start + c.end }));
      if (counts.length === 0 && !BOUNDED.test(text)) return [];
      const earlier = whole.slice(Math.max(0, start - 400), start);
      return [{ block, source, start, text, clauses: clausesIn(text), counts, earlier }];
    });
  });
}

/** The counted things of a sentence. */
export function countedThings(
  sentence: CountSentence,
  nounOf: (before: string, rest: string) => CountedNoun | null,
): CountedThing[] {
  return sentence.counts.flatMap((count): CountedThing[] => {
    const before = sentence.text.slice(0, count.start);
    const noun = nounOf(before, sentence.text.slice(count.end));
    const range = sentence.clauses.find((c) => c.start <= count.start && count.start < c.end);
    if (!noun || !range) return [];
    const clause = sentence.text.slice(range.start, range.end);
    const clauseBefore = sentence.text.slice(range.start, count.start);
    return [
      { count, noun, sentence, clause, clauseBefore, before, after: sentence.text.slice(count.end + noun.length) },
    ];
  });
}

/** What a finding about a count says; a mistake in somebody else's words is never more than a warning. */
export function countFinding(
  sentence: CountSentence,
  { start, end }: Range,
  parts: Pick<ProseFinding, 'severity' | 'what' | 'expected' | 'written'> & { mend?: string },
): ProseFinding {
  const range = { start: sentence.start + start, end: sentence.start + end };
  return {
    block: sentence.block,
    ...range,
    code: 'count-of-things',
    found: `“${sentence.source.text.slice(range.start, range.end)}”`,
    mend:
      parts.severity === 'error'
        ? `改成${parts.expected}。`
        : `如果说的是全部，改成${parts.expected}；如果只说其中几个，写明是哪几个。`,
    ...parts,
    ...(sentence.source.quoted ? { severity: 'warning' as const } : {}),
  };
}
