import type { Range } from '../prose.ts';
import { surnameLength, TIBETAN_NAME } from './personal-surnames.ts';

const HAN = /^\p{Script=Han}+$/u;
/** Characters that hardly stand in a given name: 们, 的, 某, numbers, words of grammar. */
const NOT_GIVEN =
  /[们的了是在和与及或被把给从到对向为将也都就而又很这那其此之某等说称叫有没不个名位所些年月日时岁级班校师生同学员家爸妈爷奶叔姨哥姐弟妹老我你他她它们第一二三四五六七八九十百千万两几多余每各全元钱款村乡镇县市区省路街号课书写读去来再还已正刚]/u;
/** What may follow a name at once: a pause, or a word of the sentence that goes on. */
const FOLLOWS =
  /^(?:$|[^\p{Script=Han}]|[的是在从和与跟同也都说告对向把给就读来家住这那今现刚正已还又再将要能会可没不一以拿领写考收得获接参走站坐看笑哭打学用想回成被因由每曾很最便才带捧抱背握翻举唱跳画介表去到上下出进过起开离父母爸妈爷奶代等及为所其此自当小老名只第两三有生患身既却虽如通则最特终每])/u;
/** What makes a place or a thing of a Tibetan name: 达娃乡, 格桑花, 扎西德勒. */
const NO_PERSON =
  '乡|镇|县|村|市|区|路|街|湖|山|错|寺|沟|峰|州|广场|林卡|花|梅朵花|德勒|泊|孜|岗|小学|中学|学校|藏布|雪山|社区|大桥|机场|宾馆';

/** Whether what follows makes a place or a thing of a name. */
export const makesNoPerson = (after: string): boolean => new RegExp(`^(?:${NO_PERSON})`, 'u').test(after);

const TIBETAN_AT = new RegExp(`${TIBETAN_NAME}(?!${NO_PERSON})`, 'uy');
const TIBETAN_WHOLE = new RegExp(`^${TIBETAN_NAME}$`, 'u');

/** Where a name ends that begins at an offset; null: none begins there. */
export function nameEndAt(text: string, start: number): number | null {
  TIBETAN_AT.lastIndex = start;
  const tibetan = TIBETAN_AT.exec(text);
  if (tibetan) return start + tibetan[0].length;
  const rest = text.slice(start, start + 6);
  const surname = surnameLength(rest);
  if (surname === 0) return null;
  for (const given of [2, 1]) {
    const word = rest.slice(surname, surname + given);
    if (word.length < given || !HAN.test(word) || NOT_GIVEN.test(word)) continue;
    if (FOLLOWS.test(rest.slice(surname + given))) return start + surname + given;
  }
  return null;
}

const isName = (word: string) => {
  if (TIBETAN_WHOLE.test(word)) return true;
  const surname = surnameLength(word);
  const given = word.slice(surname);
  return surname > 0 && given.length >= 1 && given.length <= 2 && HAN.test(given) && !NOT_GIVEN.test(given);
};
/** What may stand before a name at once. */
const PRECEDES =
  /(?:^|[^\p{Script=Han}]|[的是和与跟同对向给让请把被叫名生子孩娃员级班岁校说有为到在看见问及族友童者儿女男小])$/u;

/** Where a name begins that ends at an offset; null: none ends there. */
export function nameStartBefore(text: string, end: number): number | null {
  for (const length of [6, 4, 3, 2]) {
    const start = end - length;
    if (start >= 0 && isName(text.slice(start, end)) && PRECEDES.test(text.slice(Math.max(0, start - 1), start))) {
      return start;
    }
  }
  return null;
}

/** A word that says: here comes a name. */
const BEFORE =
  /(?:名叫|叫做|叫作|取名|姓名[：:]|名字[叫是]|(?<![呼喊鸡鸟嚎吼惨尖大])叫|[大中小]?学生|[初高]中生|同学|小朋友|队员|儿童|[女男]童|幼儿|[女男]孩儿?|姑娘|少年|孩子|娃娃?|女儿|儿子|新生|孤儿|[女男]生|年级的?|班的?|[初高][一二三]的?|岁半?的?|小学的?|中学的?|学校的?|幼儿园的?|村的?|资助的|受助者|受助人|之一的?)[“"「]?/gu;
/** A word or an age that says: a name was here. */
const AFTER = new RegExp(
  '同学|小朋友|的家(?=[在住])|' +
    '[（(，,\\s]?(?:(?:[男女]|\\p{Script=Han}{1,2}族)[，,])?(?:今年|现年|才|刚满|还不到|不满|刚)?[\\d一二三四五六七八九十]{1,3}岁|' +
    '是(?=[^，。；]{0,24}(?:年级|小学生|受助|受资助|资助对象|贫困|特困|\\d班|[一二三四五六]班))|(?:就读|在读)|' +
    '(?:目前|现|正)?在(?=[^，。；]{0,24}(?:年级|小学|中学|幼儿园)[^，。；]{0,8}(?:读书|上学|就读|念书|学习))',
  'gu',
);

/** A name that somebody bears in a text, seen by the words beside it. */
export interface NamedPerson extends Range {
  readonly name: string;
}

/** The names beside words that announce one: 学生…, 名叫…, 11岁的…, …同学, …（10岁）. Without such a word none is seen. */
export function namesIn(text: string): NamedPerson[] {
  const found = new Map<number, NamedPerson>();
  const add = (start: number, end: number) => {
    if (!found.has(start)) found.set(start, { start, end, name: text.slice(start, end) });
  };
  for (const { index, 0: cue } of text.matchAll(BEFORE)) {
    const end = nameEndAt(text, index + cue.length);
    if (end !== null) add(index + cue.length, end);
  }
  for (const { index } of text.matchAll(AFTER)) {
    const start = nameStartBefore(text, index);
    if (start !== null) add(start, index);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** A name of which only the first character is told. */
export const maskedName = (name: string): string => `${name.slice(0, 1)}＊`;
