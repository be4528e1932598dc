import type { ProseFinding, Range } from '../prose.ts';
import { sentencesIn } from '../sentences.ts';
import { tellsHardship, tellsOwnAmount } from './aided-signs.ts';
import { maskedName, namesIn } from './personal-names.ts';
import { touching } from './personal-records.ts';

const AIDED_BEFORE =
  /(?:受助|受资助|被资助|获资助|得到资助|接受资助|资助|贫困|困难|特困|低保|建档立卡|受捐)(?:家庭)?的?(?:大学生?|中学生?|小学|高中|藏族|\p{Script=Han}族)?(?:的)?(?:大学|高中|中|小)?(?:学生|新生|学子|儿童|孩子|女孩|男孩|同学|对象|者|人|生)(?:之一)?的?[“"]?$|孤儿[“"]?$/u;
const AIDED_AFTER =
  /^[”"]?[，,]?(?:就?是|作为|成为了?|也是)[^，。；]{0,12}?(?:受助|受资助|被资助|资助对象|贫困|特困|困难)[^，。；]{0,4}(?:学生|新生|生|者|对象|学子)/u;
const GIVES = /捐款|捐赠|捐出|捐了|捐资|募集|筹集|志愿者|义卖/u;
const RECEIVES = /领到|收到|拿到|获得|得到|获|资助|补助|助学金|救助|补贴|减免|发放|给予|给了|送来/u;

interface Told {
  readonly hardship: boolean;
  readonly amount: boolean;
  readonly receives: boolean;
}

/** @param block what the whole paragraph tells */
function judged(before: string, after: string, sentence: string, { hardship, amount, receives }: Told): boolean {
  if (AIDED_BEFORE.test(before) || AIDED_AFTER.test(after)) return hardship || amount;
  if (!hardship || !amount || GIVES.test(sentence) || !receives) return false;
  return tellsHardship(sentence) || tellsOwnAmount(sentence);
}

/** Somebody without a record who is called a student that was helped, or is told of with both hardship and money. */
export function unrecordedAided(text: string, block: number, known: readonly Range[]): ProseFinding[] {
  if (text.includes('化名')) return [];
  const told = { hardship: tellsHardship(text), amount: tellsOwnAmount(text), receives: RECEIVES.test(text) };
  if (!told.hardship && !told.amount) return [];
  const taken = touching(known);
  const found = sentencesIn(text).flatMap(({ start, end }): ProseFinding[] => {
    const sentence = text.slice(start, end);
    return namesIn(sentence).flatMap((person): ProseFinding[] => {
      const range = { start: person.start + start, end: person.end + start };
      const before = sentence.slice(Math.max(0, person.start - 24), person.start);
      const around = sentence.slice(Math.max(0, person.start - 200), person.end + 200);
      if (taken(range)) return [];
      if (!judged(before, sentence.slice(person.end, person.end + 40), around, told)) return [];
      return [
        {
          block,
          ...range,
          severity: 'warning',
          code: 'aided-student-told',
          what: '受助学生的名字和难处、金额写在一起',
          found: `“${maskedName(person.name)}”，同一段里有难处或者金额`,
          expected: '化名，并且说明是化名',
          written: null,
          mend: '名字换成化名，后面加“（化名）”；或者删去家里的难处和拿到的钱。写项目的钱，不写到人。',
        },
      ];
    });
  });
  return found.slice(0, 1);
}
