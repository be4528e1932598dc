import type { Clause } from '#domain/plan/plan.ts';
import { finding } from '../finding.ts';
import type { Rule } from './draft.ts';

/** A landline with its area, or a mobile number, however it is grouped. */
const TELEPHONE =
  /(?<!\d)(?:[（(]?0\d{2,3}[）)]?[-‐‑‒–—―－−\s]{0,3}[2-9]\d{2,3}[-\s]?\d{4}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})(?!\d)/u;
/** 联系人：somebody; in the document the letters of the label may be spaced out. */
const CONTACT = /联\s*系\s*人\s*[：:]\s*\p{Script=Han}/u;

const MEND = '整段换成“联系人、电话从略”这样的话，下面加一行“withheld: true”；id 不动，网址还在。';

/** What gives someone away in the words of one paragraph, if anything does. */
function givenAway({ role, text }: Clause): { what: string; expected: string } | null {
  if (TELEPHONE.test(text)) return { what: '文件里的电话号码不上网', expected: '没有号码的话' };
  if (role === 'contact' && CONTACT.test(text)) return { what: '文件里联系人的姓名不上网', expected: '没有姓名的话' };
  return null;
}

/** Contacts of the document are nobody's to publish: their names and numbers are withheld, and what is withheld shows none. */
export const planPeople: Rule = ({ clauses }) =>
  (clauses ?? []).flatMap((clause, i) => {
    const given = givenAway(clause);
    return given === null
      ? []
      : finding({
          file: 'plan/body.yaml',
          path: [i, 'text'],
          code: clause.withheld ? 'withheld-shows' : 'contact-not-withheld',
          found: `${clause.id} 这一段写着`,
          mend: clause.withheld ? '把号码和姓名从这一段里删掉，只留“联系人、电话从略”这样的话。' : MEND,
          ...given,
        });
  });
