import type { Finding } from '#check/finding.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import { TOLD_WORDS } from '#domain/people/consent/guardian.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { ageWords, CHANNEL_WORDS, SCOPE_WORDS } from '#format/consent-words.ts';
import { longDate } from '#format/date.ts';

/** How someone is called among those who keep the records. */
export const calledOf = ({ name, alias }: Pick<Person, 'name' | 'alias'>) =>
  name === undefined ? `${alias ?? ''}（化名）` : alias === undefined ? name : `${name}（化名 ${alias}）`;

/** A person in one line. */
export const personLine = (person: Person) =>
  [calledOf(person), ageWords(person), person.role, person.aided ? '受助' : ''].filter(Boolean).join('，');

/** A paper in one line, without whose it is. */
export function paperLine({ scope, channels, signed, until, guardian, kin, told, paper }: Consent): string {
  const signer = guardian ?? kin;
  return [
    `同意用${scope.map((one) => SCOPE_WORDS[one]).join('、')}`,
    `在${channels.map((one) => CHANNEL_WORDS[one]).join('、')}`,
    `${longDate(signed)}签，到${longDate(until)}`,
    signer ? `${guardian ? '监护人' : '近亲属'}${signer.name}（${signer.relation}）签` : '本人签',
    told && `告诉过：${told.map((one) => TOLD_WORDS[one]).join('、')}`,
    `放在${paper}`,
  ]
    .filter(Boolean)
    .join('，');
}

/** What the rules say of records that were just written, by file. */
export const findingsText = (findings: readonly Finding[]) =>
  findings
    .map(({ file, message, mend }) => `  ${file.replace(/^records\//, '')}　${message}\n    怎么改：${mend}`)
    .join('\n');
