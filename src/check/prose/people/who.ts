import type { FoundName } from '../../text/names/names.ts';
import { ageAround, ageBeside, GROWN } from './ages.ts';
import {
  CHILD_AFTER,
  CHILD_BEFORE,
  CHILD_CALLED,
  CHILD_DOES,
  CHILD_HEAD,
  CHILD_OF_ROW,
  CHILD_WORDS,
  CHILDREN,
  ONE_CHILD,
} from './child-words.ts';
import { ADULT, ADULT_CELL, ADULT_DOES, ADULT_HEAD, ADULT_WORDS, DREW_UP, STUDIES } from './grown-up-words.ts';
import type { Passage } from './passages.ts';

/** What a story says of somebody: that they are grown up and have a part of their own, or that they are a child. */
export interface Who {
  /** Words that only fit a child: an age, 三年级, …同学. `own`: beside the name or as its predicate. */
  readonly child: 'own' | 'near' | null;
  /** A teacher, an official, a volunteer, somebody of age. */
  readonly adult: boolean;
}

/** What is told of long ago or made up. */
const TALE =
  /小说|主人公|虚构|剧本|从前|传说|古时|古代|神话|(?<!\d)1[0-8]\d\d年|(?<!\d)19[0-7]\d年(?!(?:\d{1,2}月)?(?:出生|生))/u;
/** Whether what is told is a tale, or of long ago. */
export const isMadeUp = ({ mentions, around }: Passage): boolean =>
  [...mentions.map(({ unit }) => unit), ...around].some(({ text }) => TALE.test(text));

/** 样例的爸爸…, 他爷爷…: what follows up to the pause is told of somebody else. */
const OF_KIN =
  /(?:^的|[他她我]的?)(?:爸爸?|妈妈?|爹|娘|父亲|母亲|父母|爷爷|奶奶|外公|外婆|阿[爸妈]|哥哥|姐姐|叔叔|阿姨|老师)[^，。；！？\n]*/gu;
/** 我在样例小学支教: the writer tells of themselves. */
const OF_WRITER = /我们?(?![校班家])[^，。；！？\n]*/gu;
const withoutKin = (text: string): string => text.replaceAll(OF_KIN, '').replaceAll(OF_WRITER, '');
/** Where a sentence ends or goes over to somebody else. */
const ENDS =
  /[。；！？]|，(?=[他她]?的?(?:妈妈|爸爸|父亲|母亲|父母|奶奶|爷爷|外婆|外公|阿[妈爸]|哥哥|姐姐|老师|校长|班主任|志愿者|丈夫|妻子))/u;
/** How much of a unit before and behind a name is looked at. */
const BEFORE = 48;
const AFTER = 80;

/** What stands of a unit before a name and behind it, up to a pause that ends the thought. */
export const sidesOf = ({ unit, name }: Passage['mentions'][number]) => ({
  before: unit.masked.slice(Math.max(0, name.start - BEFORE), name.start),
  after: unit.masked.slice(name.end, name.end + AFTER),
});

/** 小 before a given name, no surname: what only children are called in writing. */
const isPetName = ({ name, form }: FoundName) => form === 'familiar' && name.length > 2;

/** Whether a later piece of the same sentence goes on about somebody (；她才上一年级) and says so. */
const goesOnAs = (after: string, does: RegExp): boolean =>
  after
    .split(/[。；！？]/u)
    .slice(1)
    .some((piece) => /^[他她这]/u.test(piece) && does.test(withoutKin(piece)));

/** Whether somebody is a child or grown up, by all that the story says of the name. */
export function whoIs(passage: Passage, today: string): Who {
  const now = [...passage.mentions.map(({ unit }) => unit), ...passage.around].some(({ masked }) => GROWN.test(masked));
  if (now) return { child: null, adult: true };
  const beside = ageBeside(passage, today);
  if (beside !== null) return { child: beside < 18 ? 'own' : null, adult: beside >= 18 };
  let own = false;
  let adult = false;
  // Two of one name: the one who is called a child beside the name is one.
  let called = false;
  for (const mention of passage.mentions) {
    const { before, after } = sidesOf(mention);
    const [clause = ''] = after.split(ENDS);
    const { under } = mention.unit;
    if (
      ADULT_HEAD.test(under) ||
      DREW_UP.test(before) ||
      ADULT_CELL.test(clause) ||
      STUDIES.test(before) ||
      ADULT.before.test(before) ||
      ADULT.after.test(after)
    )
      adult = true;
    else if (
      CHILD_HEAD.test(under) ||
      CHILD_BEFORE.test(before) ||
      CHILD_CALLED.test(before) ||
      CHILD_AFTER.test(after)
    )
      called = true;
    else if (
      /[他她](?:叫|名叫|的名字[叫是])[“"‘]?$/u.test(before) &&
      passage.ahead.some(({ masked }) => ONE_CHILD.test(masked))
    )
      called = true;
    else if (CHILD_OF_ROW.test(before) && passage.ahead.some(({ masked }) => CHILDREN.test(masked))) called = true;
    else if (isPetName(mention.name)) own = true;
    if (ADULT_DOES.test(withoutKin(clause))) adult = true;
    else if (goesOnAs(after, CHILD_DOES) || CHILD_DOES.test(clause) || /放学|作业|红领巾/u.test(clause)) own = true;
  }
  if (called) return { child: 'own', adult: false };
  const age = adult ? null : ageAround(passage);
  if (age !== null) return { child: age < 18 ? 'own' : null, adult: age >= 18 };
  let near = false;
  for (const { masked } of [...passage.ahead, ...passage.around]) {
    if (ADULT_DOES.test(withoutKin(masked)) || ADULT_GOES_ON.test(masked)) adult = true;
    else if (CHILD_DOES.test(masked) || CHILD_GOES_ON.test(masked)) own = true;
  }
  own ||= passage.around.some(({ masked }) => ABOUT_CHILD.test(withoutKin(masked)));
  near ||= passage.around.some(({ masked }) => NEAR.test(masked));
  near ||= passage.mentions.some(({ unit }) => NEAR.test(unit.masked));
  const tale = isMadeUp(passage);
  return { child: own && !tale ? 'own' : near && !tale ? 'near' : null, adult };
}

/** A sentence that goes on about somebody and says what they are. */
const ADULT_GOES_ON = new RegExp(
  `^(?:他|她|这位|这名|现|曾|是)[^。]{0,20}(?:是|任|叫|位|名)[^。，]{0,14}(?:${ADULT_WORDS})`,
  'u',
);
const CHILD_GOES_ON = /^(?:他|她|这个|那个)[^。]{0,20}(?:男孩|女孩|孩子|学生|小姑娘)/u;
/** What a sentence about somebody says only of a child. */
const ABOUT_CHILD =
  /^小(?:姑娘|家伙|男孩|女孩|丫头)|背[^，。；]{0,6}课文|同桌|红领巾|换门牙|掉[^，。；]{0,3}牙|[一二三四五六七八九]年级(?!的?(?:老师|语文|数学|班主任|教室|孩子|学生|课|上课))/u;
const NEAR = new RegExp(
  `小学|中学|完小|附小|村小|县小|中心校|教学点|幼教点|民族学校|[县市区][一二三四五]小|[一二三四五六]中(?!心)|[初高][一二三]|插班|住校|就读|年级|寝室|宿舍|舍长|这孩子|小家伙|这小子|该生|[一二三四五六七八九\\d）)]班|作文|日记|教室|同桌|作业|放学|${CHILD_WORDS}`,
  'u',
);

/** How far from a name words still tell of who bears it. */
const NEARBY = 90;

/** What the story tells of somebody, names taken out: what stands beside the name, and what goes on about the same person. */
export const tellingOf = ({ mentions, ahead, around }: Passage): string[] => [
  ...mentions.map(({ unit, name }) => {
    const beside = unit.masked.slice(Math.max(0, name.start - NEARBY), name.end + NEARBY);
    return unit.under === '' ? beside : `${unit.under}：${beside}`;
  }),
  ...[...ahead, ...around].map(({ masked }) => masked.slice(0, 2 * NEARBY)),
];
