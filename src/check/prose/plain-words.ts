import type { Programme } from '#domain/programme/programme.ts';
import { anyOf } from '../text/any-of.ts';
import { Glance, matchesIn } from '../text/glance.ts';
import { keptByText } from '../text/kept-by-text.ts';
import { stemOf } from '../text/place-names.ts';
import { withoutOverlaps } from '../text/range.ts';
import { type OtherWords, Reworded } from '../text/reworded.ts';
import { sentencesIn } from '../text/sentences.ts';
import { mentionFinder } from './projects/names.ts';
import { withPlainDigits } from './projects/time.ts';
import type { ProseBlock, ProseFinding, ProsePart, ProseReader, StoryProse } from './prose.ts';
import { atOriginal, inOtherWords } from './reworded-blocks.ts';

/**
 * One thing is said in many words: 惟甲部 is 只有甲部, 打头阵 is 牵头, 翻过年去 the next year. The rules know the plain
 * ones. What a text says of the plan in others is put into them and read once more; what is told then is told of the
 * words as they stand.
 */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [
    /挑(?:起)?(?:大梁|头)|领头|领衔|挂帅|扛(?:旗|大梁|鼎|头)|总揽|抓总|主导|主责|主理|操盘|掌勺|执牛耳|坐庄|总负其责|当家/gu,
    '牵头',
  ],
  [
    /搭(?:把|个|一把)?手|打(?:下手|配合|边鼓)|敲边鼓|帮(?:衬|手|把手)|(?:从旁)?协[力理办]|助(?:阵|力|一臂之力)|襄助|佐之|当(?:助手|帮手|副手|配角)|出力相助|跟着干/gu,
    '配合',
  ],
  [/(?<![思无])[惟唯]有?(?![一恐独美物心愿识命])/gu, '只有'],
  [/(?:未[着著置见]?|无|没有?|不[着著]?)一(?:个)?字|[只一]字[未不没](?:提|写|着|著|见)|绝口不提/gu, '没有写'],
  [/(?:独|惟|唯|单|专|但)见(?:于|诸)/gu, '只见于'],
  [/(?:语|典)?出(?:自|诸|于)|载[于在]|见诸|源(?:自|于)/gu, '写在'],
  [/[首开]年/gu, '第一年'],
  [/[次翌]年/gu, '第二年'],
  [/较(?=[^，。；]{0,10}(?:多|少|增|减|翻|高|低|早|晚|长|短|大|小))/gu, '比'],
  [
    /(?:合为|合得|合共|总得|共得|拢共|通共|统共|一总|合着|凑成|并作|加总|并在一处|并到一起|摞一块儿?|加一块儿?|凑一块儿?)(?=[^，。；]{0,4}[\d一二两三四五六七八九十百])/gu,
    '合计',
  ],
  [/(?<=[\p{Script=Han}”）])凡(?=[\d一二两三四五六七八九十百])/gu, '共'],
  [/(?:皆|咸|悉数?|一概|一律|概|俱|个个|样样|件件|桩桩|人人)(?=\p{Script=Han})/gu, '都'],
  [/受训/gu, '参加培训'],
  [/给到了?(?=[\d一二两三四五六七八九十百])/gu, '列了'],
  [/给付|发给|付给/gu, '给予'],
  [/活儿|差事|担子/gu, '任务'],
  [/活动(?=指标)/gu, ''],
  [/俩/gu, '两个'],
  [/仨/gu, '三个'],
  [/[娃囡](?:娃|子|们)?|伢[子崽]|细伢/gu, '学生'],
  [/(?<=(?:项目|行动|计划|工程|助学|”))之(?=\p{Script=Han})/gu, '的'],
  [/所(?=印|发|定|列|写)(?:印|发)(?:之|的)/gu, '印发的'],
];

const ANNEX_IN_WORDS = /附件(?<no>[一二三四五六七八九])(?![个份共张字])/gu;

/** 2019年12月30日, 2020年6月: the day that a text gives itself. */
const DATED =
  /(?<![\d—–~～至到-])(?<year>(?:19|20)\d{2})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|(?<![\d—–~～至到-])(?<year2>(?:19|20)\d{2})年(?:元旦|春节|国庆|清明|五一|六一|中秋|年?[初底末]|[春夏秋冬](?:天|季)?)/gu;
const RELATIVE =
  /(?<far>[前大]前年|前年)|(?<last>去年|上年|去岁|旧年|(?<!十|\d)一年前)|(?<now>今年|今岁|本年(?!度)|本年度|今年度)|(?<next>明年|来年|明岁|来岁|翻过年去?|(?:过|开)了?年(?:后|以后|之后)?(?![龄纪级轻])|转过年来?)|(?<later>后年|大后年)/gu;
const SHIFT = { far: -2, last: -1, now: 0, next: 1, later: 2 } as const;

/** 今明两年 and the like: two years at once. */
const TWO_YEARS = /(?<last>[去昨]今两年)|(?<next>今明两年)/gu;

/**
 * 今年 and the like, counted from the one day that the text gives before it; a day on which something was issued is none.
 * The day itself is no year of the plan, and goes.
 */
function relativeYears(text: string): OtherWords[] {
  const words = [...matchesIn(text, RELATIVE), ...matchesIn(text, TWO_YEARS)];
  if (words.length === 0) return [];
  const days = matchesIn(text, DATED).filter(
    ({ index, 0: day }) =>
      !/^[^，。；：】）]{0,14}(?:印发|下发|发布|出台|通知|方案)/u.test(text.slice(index + day.length)),
  );
  const years = new Set(days.map(({ groups }) => Number(groups?.['year'] ?? groups?.['year2'])));
  const [year] = years;
  const [first] = days;
  if (year === undefined || !first || years.size > 1) return [];
  const found = words.flatMap(({ index, 0: word, groups = {} }): OtherWords[] => {
    const how = (Object.keys(SHIFT) as (keyof typeof SHIFT)[]).find((key) => groups[key] !== undefined);
    if (how === undefined) return [];
    const range = { start: index, end: index + word.length };
    const from = year + SHIFT[how];
    if (word.endsWith('两年')) {
      const [one, other] = [Math.min(year, from), Math.max(year, from)];
      return [{ ...range, usual: `${one}年和${other}年` }];
    }
    return [{ ...range, usual: `${from}年` }];
  });
  return found.length === 0
    ? []
    : [...days.map(({ index, 0: day }) => ({ start: index, end: index + day.length, usual: '' })), ...found];
}

/** What is asked for; taken away, question and answer are one statement. */
const ASKED =
  /(?:是|由|归|在|有|为|要|靠|到底)*(?:什么|啥|谁|哪一?(?:个|家|座|位|项|年|里|儿|些)?(?:市|县|部门|部室|单位)?|何(?:处|人|时)|多(?:少|大|久|长|高)(?:个|名|人|钱|天|次)?|几(?:个|名|人|天|次|项|条))(?:来的|呢|呀|啊)?(?=[？?]|[^，。；？?]{0,6}[？?])/gu;
/** Whether it is so is asked, or nothing at all. */
const YES_OR_NO = /[吗没吧]$|不是|是不是|有没有|对不对|好不好|能不能|难道|怎|为何|为什么|凭什么|如何|知道|记住|猜/u;
/** 多久碰一次头？半年！ */
const HOW_OFTEN =
  /(?:多久|隔多久|多长时间)\p{Script=Han}{0,3}一[次回]\p{Script=Han}{0,2}[？?](?<span>半年|一年|两年|[一每]?个?季度|[一每]个?月|三个月)/gu;
const WHERE_FROM = /(?:这(?:个|些)?数)?(?:是)?(?:打|从)?哪(?:儿|里)?来的?[？?]/gu;
const FILLERS =
  /(?<=^|[，。！；])(?:记住(?:这天|了|哦)?|你?没看错|划重点(?:了)?|敲黑板|注意(?:了|啦)?|重要的事|听好了?|瞧|看好了?)[！，。]/gu;
/** 牛不牛？, 能干吧？: behind what is stated. */
const TAG = /，[^，。；！？?]{1,10}[？?][”]?$/u;
const ASKED_AT_ALL = /[吗呢]|什么|谁|哪|怎|几|多少|是不是|有没有|难道|如何|何/u;
/** Questions with their answers, and exclamations of a few words, as clauses of one sentence. */
function joined(text: string): OtherWords[] {
  if (!/[？?！!]/u.test(text) || text.length > 160) return [];
  const sentences = sentencesIn(text);
  const often = matchesIn(text, HOW_OFTEN).map(({ index, 0: words, groups }) => ({
    ...{ start: index, end: index + words.length },
    usual: `每${groups?.['span'] ?? ''}一次`,
  }));
  const from = matchesIn(text, WHERE_FROM).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    usual: '写在',
  }));
  const fill = matchesIn(text, FILLERS).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    usual: '',
  }));
  const tag = sentences.flatMap(({ start, text: own }) => {
    const match = TAG.exec(own);
    if (!match || ASKED_AT_ALL.test(own.slice(0, match.index))) return [];
    return [{ start: start + match.index, end: start + match.index + match[0].length, usual: '。' }];
  });
  const both = sentences.slice(0, -1).flatMap(({ start, end, text: own }, i): OtherWords[] => {
    const [mark = ''] = /[？?！!]$/u.exec(own) ?? [];
    const words = own.slice(0, -1);
    const next = sentences[i + 1]?.text ?? '';
    const asks = /[？?]/u.test(mark);
    const isTag = TAG.test(next.trim()) && !ASKED_AT_ALL.test(next.replace(TAG, ''));
    if (mark === '' || (/[？?][”’]?$/u.test(next.trim()) && !isTag && matchesIn(next, ASKED).length === 0)) return [];
    const wh = asks ? matchesIn(own, ASKED).slice(-1) : [];
    if (asks && (YES_OR_NO.test(words) || (wh.length === 0 && words.length > 14))) return [];
    if (!asks && words.length > 24 && next.length > 24) return [];
    // 最少的是谁？某市: the answer stands where it was asked for.
    const [last] = wh;
    const verb =
      last &&
      next.trim().length <= 20 &&
      !/^\s*[翻看查见打照]/u.test(next) &&
      last.index + last[0].length >= words.length
        ? (/^(?:是|由|归|在)/u.exec(last[0])?.[0] ?? '')
        : '';
    return [
      ...wh.map(({ index, 0: word }) => ({ start: start + index, end: start + index + word.length, usual: verb })),
      { start: end - 1, end, usual: verb === '' ? '，' : '' },
    ];
  });
  return [...often, ...from, ...fill, ...tag, ...both];
}

/** 轮到我们, 他们市: the only city that a text names, or the one named last before. */
const OUR_CITY = /(?<lead>轮到|归|由)(?:我们|咱们?)(?!这|那|省|县|校|班|的)|(?:他们|该|我们|咱们?)市(?![委民场里区])/gu;
function citiesIn(text: string, city: RegExp): OtherWords[] {
  const found = matchesIn(text, OUR_CITY);
  if (found.length === 0) return [];
  const named = matchesIn(text, city);
  return found.flatMap(({ index, 0: word, groups }): OtherWords[] => {
    const before = named.filter((m) => m.index < index).map(([name]) => name);
    const name = groups?.['lead'] === undefined ? before.at(-1) : new Set(before).size === 1 ? before[0] : undefined;
    return name === undefined
      ? []
      : [{ start: index, end: index + word.length, usual: `${groups?.['lead'] ?? ''}${name}` }];
  });
}

const OTHERS = new Glance(
  ...PLAIN.map(([words]) => words),
  ANNEX_IN_WORDS,
  RELATIVE,
  TWO_YEARS,
  OUR_CITY,
  '？',
  '?',
  '！',
);
const OF_PLAN = /项目|牵头|团委|乡镇|领导小组|对接|结对|对口|方案|通知|附件|任务表|附表|正文|文件|备注|援[藏疆青建]/u;

const inOrder = (all: readonly OtherWords[]): OtherWords[] =>
  withoutOverlaps(all.toSorted((a, b) => a.start - b.start || b.end - a.end));

/** What stands between quotation marks is compared word for word: it stays. */
function quoted(text: string): (at: number) => boolean {
  const ranges = matchesIn(text, /“[^”]*”|《[^》]*》/gu).map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  return (at) => ranges.some(([start, end]) => start < at && at < end);
}

const otherWords = keptByText((original): OtherWords[] => {
  const text = withPlainDigits(original);
  const isQuoted = quoted(text);
  const plain = PLAIN.flatMap(([words, usual]) =>
    matchesIn(text, words).map(({ index, 0: word }) => ({ start: index, end: index + word.length, usual })),
  );
  const annexes = matchesIn(text, ANNEX_IN_WORDS).map(({ index, groups }) => ({
    ...{ start: index, end: index + 3 },
    usual: `附件${'一二三四五六七八九'.indexOf(groups?.['no'] ?? '') + 1}`,
  }));
  return inOrder([
    ...[...plain, ...annexes, ...joined(text)].filter(({ start }) => !isQuoted(start)),
    ...relativeYears(text),
  ]);
});

/** What a story is about, for words without a subject of their own. */
const HEADLINES: ReadonlySet<ProsePart> = new Set(['title', 'subtitle', 'summary', 'heading']);

/** A story in plain words, and which of its blocks had others. */
interface PlainStory {
  readonly prose: StoryProse;
  readonly isOther: (block: number) => boolean;
}

/** How a reader made for a programme reads what a story says of it in other words too. */
export function plainWords(programme: Programme): (read: ProseReader) => ProseReader {
  const find = mentionFinder(programme);
  const city = new RegExp(anyOf(programme.journeys.map(({ city: { name } }) => stemOf(name))), 'gu');
  const reworded = keptByText((text): Reworded | null => {
    if (!OTHERS.mayBeIn(text) || (!OF_PLAN.test(text) && find(text).length === 0)) return null;
    const cities = citiesIn(text, city);
    const words = cities.length === 0 ? otherWords(text) : inOrder([...otherWords(text), ...cities]);
    return words.length === 0 ? null : new Reworded(text, words);
  });
  const inBlock = (block: ProseBlock): ProseBlock | null => {
    const own = block.citation ? null : reworded(block.text);
    return own === null ? null : inOtherWords(block, own);
  };
  /** A story in plain words: those blocks that have others, with the headlines around them; null where none has. */
  const inPlainWords = (prose: StoryProse): PlainStory | null => {
    const others = prose.blocks.map(inBlock);
    if (others.every((block) => block === null)) return null;
    const blocks = prose.blocks.map(
      (block, i) => others[i] ?? (HEADLINES.has(block.part) ? block : { ...block, text: '', proved: [] }),
    );
    return { prose: { ...prose, blocks }, isOther: (block) => (others[block] ?? null) !== null };
  };
  const kept = new WeakMap<StoryProse, PlainStory | null>();
  return (read) => (prose) => {
    const told = read(prose);
    if (!kept.has(prose)) kept.set(prose, inPlainWords(prose));
    const plain = kept.get(prose) ?? null;
    if (plain === null) return told;
    const more = read(plain.prose).flatMap((found): ProseFinding[] => {
      const source = prose.blocks[found.block];
      const own = source && plain.isOther(found.block) ? reworded(source.text) : null;
      if (!source || !own) return [];
      const at = atOriginal(found, source, own);
      if (told.some((one) => one.block === found.block && one.start < at.end && at.start < one.end)) return [];
      return [{ ...found, ...at, found: at.found ?? found.found }];
    });
    return [...told, ...more];
  };
}
