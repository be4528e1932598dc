import { matchesIn } from '../../text/glance.ts';
import type { OwnRule, ProseFinding } from '../prose.ts';

/** A number with letters that look like digits in it, before what is counted. */
const LETTERS =
  /(?<![A-Za-z\d.])(?=[\dOolI]{0,12}\d)(?=[\dOolI]{0,12}[OolI])[\dOolI]{2,12}(?=[ \u00a0]?(?:年|月|日|号|人|名|个|元|万|亿|千|百|封|篇|项|所|次|场|户|岁|米|公里|天|本|件|册|幅|套|台|吨|％|%))/gu;
/** 下午3；30开始. */
const TIME =
  /(?<=(?:[上中下]午|早[上晨]|晚上|凌晨|傍晚)[ \u00a0]?)(?<hour>\d{1,2})[；;，,。](?<minute>[0-5]\d)(?=[至到—~～-]|开始|出发|集合|举行|召开|结束|在|，|。|$)/gu;

/** Numbers with O and l for 0 and 1, and times of day whose colon is another mark. */
export const mistypedDigits: OwnRule = () => {
  return ({ blocks }) =>
    blocks.flatMap(({ text }, block): ProseFinding[] => {
      const tell = (
        start: number,
        found: string,
        words: Pick<ProseFinding, 'code' | 'what' | 'expected' | 'mend'>,
      ) => ({
        ...{
          block,
          start,
          end: start + found.length,
          severity: 'warning' as const,
          found: `“${found}”`,
          written: null,
        },
        ...words,
      });
      return [
        ...matchesIn(text, LETTERS).map(({ index, 0: found }) => {
          const right = found.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1');
          const mend = `改成 ${right}，再对着原件看一遍。`;
          return tell(index, found, {
            code: 'letter-in-number',
            what: '数字里混进了字母',
            expected: `“${right}”`,
            mend,
          });
        }),
        ...matchesIn(text, TIME).map(({ index, 0: found, groups }) => {
          const right = `${groups?.['hour']}：${groups?.['minute']}`;
          const mend = `改成 ${right}。`;
          return tell(index, found, { code: 'time-mark', what: '几点几分之间用冒号', expected: `“${right}”`, mend });
        }),
      ];
    });
};
