import { isMoney } from '#domain/plan/quantity.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { numbersIn } from '../../text/numbers.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { isProved } from '../counts/words.ts';
import type { ProseBlock, ProseFinding } from '../prose.ts';
import { equals } from './amounts.ts';
import { executorReader } from './executors.ts';
import { programmeMoney } from './money.ts';
import { statesNothing } from './signs.ts';
import { namesOtherTime, narrow } from './time.ts';

const DERIVED = /推算|测算|能?算得?出|可以算|加起来|加得出/u;
const WHOLE = /两个?年度|两年|合计|总计|总共|一共|共(?!青|同)|全部|(?:19|20)\d{2}年/u;
const OTHER = /不是|并非|误|如果|假如|约|近|实际|拨|花了|花费|筹|捐|到账|上报|截至|每[人名个年]/u;

/** The money that can be derived for the whole programme, told wrong in a sentence that names no project. */
export function programmeMoneyReader(programme: Programme, names: (text: string) => readonly unknown[]) {
  const known = programmeMoney(programme);
  const { years } = programme.document;
  const { city, county } = executorReader(programme);
  const issued = Number(programme.document.date.slice(0, 4));
  return (source: ProseBlock, block: number): ProseFinding[] => {
    const text = narrow(source.text);
    if (known.length === 0 || !DERIVED.test(text)) return [];
    return sentencesIn(text).flatMap(({ start, end }): ProseFinding[] => {
      const sentence = text.slice(start, end);
      if (sentence.length > 500 || !DERIVED.test(sentence) || !WHOLE.test(sentence) || OTHER.test(sentence)) return [];
      // Of one city, or of one kind of cost: not the whole.
      if (sentence.search(city) >= 0 || county.test(sentence)) return [];
      if (statesNothing(sentence) || namesOtherTime(sentence, years, issued) || names(sentence).length > 0) return [];
      const amounts = numbersIn(sentence).filter((n) => isMoney(n.unit) && !n.approximate);
      // Several amounts are parts of a sum, or one for each year.
      const [number] = amounts;
      if (!number || amounts.length > 1 || known.some((k) => equals(number.value, number.unit, k))) return [];
      const range = { start: start + number.start, end: start + number.end + number.unit.length };
      if (isProved(source, range)) return [];
      const expected = known.map((k) => k.words).join('，');
      return [
        {
          ...{ block, ...range, expected, severity: 'warning', code: 'project-money' },
          what: '能推算出的金额与网站算的不一致',
          found: `“${text.slice(range.start, range.end)}”`,
          written: known.at(-1)?.written ?? null,
          mend: '如果说的是按计划能推算出的金额，写<Num fact="programme-money"/>，由网站填数；如果说的是别的钱，写明是什么钱。',
        },
      ];
    });
  };
}
