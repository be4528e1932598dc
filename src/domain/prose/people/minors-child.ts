import { ageOf } from './minors-signs.ts';
import type { NamedPerson } from './personal-names.ts';

/** How sure it is that somebody named is a child: by age or as a pupil, or only by what else the sentence says. */
export type Childhood = 'certain' | 'likely' | null;

const N = '([\\d一二三四五六七八九十]{1,3})';
const PEOPLE = '(?:的)?(?:藏族|\\p{Script=Han}{1,2}族)?的?(?:小)?';
const WHO =
  '(?:女孩儿?|男孩儿?|姑娘|少年|孩子|学生|小学生|初中生|高中生|中学生|女生|男生|同学|儿童|娃娃?|[女男]童|少先队员|孤儿|小朋友|女儿|儿子|[一二三四五六七八九]年级学生)?';
const AGE_BEFORE = new RegExp(`(?<![\\d一二三四五六七八九十])${N}(?:周)?岁半?${PEOPLE}${WHO}[“"]?$`, 'u');
const AGE_AFTER = new RegExp(
  `^(?:同学|小朋友)?[”"’]?(?:[（(，,、：:\\s]|今年|现年|才|刚满|刚|还不到|不满|未满|只有|是|的(?:小)?(?:[男女]孩儿?|孩子|学生|姑娘|[男女]生)|[男女](?=[，,])|\\p{Script=Han}{1,2}族(?=[，,]))*${N}(?:周)?岁(?!那|时|起|开始|的时候|以前|前|后|就|便)`,
  'u',
);
const AGE_LATER = new RegExp(
  `^[^。；]{0,24}[，,][他她](?:今年|现年|才|刚满|还不到|不满|只有){0,2}${N}(?:周)?岁(?!那|时|起|以前|前|后)`,
  'u',
);
const GRADE = '(?:[一二三四五六七八九1-9]年级|[初高][一二三])';
const PUPIL_BEFORE = new RegExp(
  `(?:小学生|初中生|高中生|中学生|小朋友|少先队员|[女男]童|留守儿童|${GRADE}[^，。；、]{0,8}?(?:学生|同学|[女男]生|孩子|[女男]孩|小朋友|的|班|\\d[）)]班)?|` +
    `(?:小学|幼儿园|初中|中学)[^，。；、]{0,6}?的?小?(?:学生|同学|[女男]生|孩子|[女男]孩|小朋友))的?[“"]?$`,
  'u',
);
const PUPIL_AFTER = new RegExp(
  `^(?:同学|小朋友)?[”"’]?(?:[（(，,、\\s]|今年|现在|正|是|在|就?读于?|上|念|目前|[^，。；、（）]{0,12}?(?:小学|中学|学校))*(?:${GRADE}|小学生|初中生|高中生)`,
  'u',
);
const ADULT_BEFORE =
  /(?:大学|学院|医学|本科|专科|职业|硕士|博士|研究生|教师|老师|志愿者|支教|辅导员|校长|医生|干部|书记|主任|主席|代表团|往届|毕业|培训|大[一二三四])[^，。；]{0,6}$/u;
const ADULT_AFTER =
  /^(?:老师|教师|校长|书记|主任|主席|医生|部长|局长|县长|乡长|镇长|副|是(?:一名|一位)?(?:大学|老师|教师|志愿))/u;
const TEACHES = /支教|任教|实习|教书|授课|讲课|[堂节]课|是[^，。；]{0,20}(?:老师|教师|班主任|校长|辅导员|志愿者|干部)/u;
const SCHOOL_AGE = /小学|中学|幼儿园|[一二三四五六七八九]年级|[初高][一二三](?!名|次)|初中|高中|儿童|小朋友/u;
const ADULT =
  /大学|学院|教师|老师|志愿者|支教|辅导员|校长|研究生|毕业|本科|硕士|博士|参加工作|党员|干部|书记|主任|医生|新生|工作|就业/u;

/** Whether somebody named in a sentence is a child, as far as its words say. */
export function childhoodOf({ start, end }: NamedPerson, sentence: string): Childhood {
  const before = sentence.slice(Math.max(0, start - 24), start);
  const after = sentence.slice(end, end + 36);
  const age = AGE_AFTER.exec(after) ?? AGE_BEFORE.exec(before) ?? AGE_LATER.exec(after);
  if (age) return ageOf(age[1] ?? '') < (/(?:不满|未满|不到)\d/.test(before + age[0]) ? 19 : 18) ? 'certain' : null;
  if (ADULT_BEFORE.test(before) || ADULT_AFTER.test(after) || TEACHES.test(after)) return null;
  if (PUPIL_BEFORE.test(before) || PUPIL_AFTER.test(after)) return 'certain';
  const around = sentence.slice(Math.max(0, start - 200), end + 200);
  return SCHOOL_AGE.test(around) && !ADULT.test(around) ? 'likely' : null;
}
