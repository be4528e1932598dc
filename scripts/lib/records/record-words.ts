import { CHANNELS, SCOPES, TOLD } from '#domain/consent/consent.ts';
import { TOLD_WORDS } from '#domain/consent/guardian.ts';
import { AGE_BANDS } from '#domain/consent/person.ts';
import { type Finding, finding as makeFinding } from '#domain/problem.ts';
import { AGE_BAND_WORDS, CHANNEL_WORDS, SCOPE_WORDS } from '#format/consent-words.ts';

/** The Chinese word of every English one, by the key where it may stand. */
const CHOICES: Readonly<Record<string, readonly (readonly [word: string, says: string])[]>> = {
  age_band: AGE_BANDS.map((band) => [band, AGE_BAND_WORDS[band]]),
  scope: SCOPES.map((scope) => [scope, SCOPE_WORDS[scope]]),
  channels: CHANNELS.map((channel) => [channel, CHANNEL_WORDS[channel]]),
  told: TOLD.map((item) => [item, TOLD_WORDS[item]]),
};

const DAYS: readonly string[] = ['signed', 'until', 'withdrawn'];

/** How to mend what is special to records: words are given with their meaning, days with their form. */
export function inRecordWords(finding: Finding): Finding {
  const { path, code, found, mend } = finding;
  const key = String(path[0] ?? '');
  const choices = CHOICES[key];
  if (choices && (code === 'not-an-option' || code === 'missing-key') && !mend.startsWith('是不是')) {
    const meant = choices.find(([, says]) => found === `“${says}”`);
    const all = choices.map(([word, says]) => `${says}写 ${word}`).join('，');
    if (code === 'missing-key') return { ...finding, mend: `加上一行“${key}: …”：${all}。` };
    return { ...finding, mend: meant ? `改成 ${meant[0]}。` : `${all}。` };
  }
  if (DAYS.includes(key) && (code === 'not-a-text' || code === 'bad-date')) {
    const left = key === 'withdrawn' ? '；没有撤回就把这一行整行删掉' : '';
    const last = key === 'until' ? '；没有期限的，和签字的人商定一个日子' : '';
    return { ...finding, mend: `写成 年-月-日，例如 2026-03-01${left}${last}。` };
  }
  if (key === 'died') {
    const words = {
      code: 'bad-died',
      what: '去世的日子写法不对',
      expected: '带引号的 年-月-日、年-月 或者 年，什么都不知道写 true',
    };
    const again = "例如 died: '2019-08-02'、died: '2019'；没有去世就把这一行整行删掉。";
    return makeFinding({ ...finding, ...words, mend: again });
  }
  if (key === 'person' && code === 'bad-id') {
    return { ...finding, mend: '写 people/ 里那个人的文件名，不带 .yaml；不写名字。' };
  }
  return finding;
}
