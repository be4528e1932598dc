import { CHANNELS, type Consent, SCOPES, TOLD } from '#domain/people/consent/consent.ts';
import { TOLD_WORDS } from '#domain/people/consent/guardian.ts';
import { kinRank } from '#domain/people/consent/kin.ts';
import { plainName } from '#domain/people/consent/name.ts';
import { isMinor, type Person } from '#domain/people/consent/person.ts';
import { CHANNEL_WORDS, SCOPE_WORDS } from '#format/consent-words.ts';
import { longDate } from '#format/date.ts';
import type { Answer, Question } from '../asking/questions.ts';
import {
  readChannels,
  readDay,
  readKinRelation,
  readLine,
  readName,
  readScope,
  readTold,
  readUntil,
  readYesNo,
} from '../clerk-words.ts';
import type { ConsentRecord } from './new-records.ts';
import { taken } from './person-questions.ts';

/** What is known of a paper so far. */
export interface ConsentDraft {
  readonly owner: Pick<Person, 'name' | 'alias' | 'age_band' | 'died'>;
  readonly today: string;
  readonly scope?: Consent['scope'];
  readonly channels?: Consent['channels'];
  readonly signed?: string;
  readonly until?: string;
  /** Who signed for the person: a guardian or next of kin. */
  readonly signer?: string;
  readonly relation?: string;
  readonly none_closer?: boolean;
  readonly told?: Consent['told'];
  readonly refusal_offered?: boolean;
  readonly separate?: boolean;
  readonly paper?: string;
}

const isDead = ({ owner }: ConsentDraft) => owner.died !== undefined;
const isChilds = (draft: ConsentDraft) => draft.owner.age_band === 'under-14' && !isDead(draft);
/** Whether next of kin sign it: for the dead, but where their own signature in life is recorded. */
const byKin = (draft: ConsentDraft) => isDead(draft) && draft.signer !== undefined;
const asksSigner = (draft: ConsentDraft) => isDead(draft) || isMinor(draft.owner);

function readSigner(answer: string, draft: ConsentDraft): Answer<ConsentDraft> {
  const reading = readName(answer);
  const { name } = draft.owner;
  if ('value' in reading && name !== undefined && plainName(name) === plainName(reading.value)) {
    return {
      problem: isDead(draft) ? '这是去世的人自己的名字，写签字的近亲属。' : '这是孩子自己的名字，写签字的监护人。',
    };
  }
  return taken(draft, 'signer', answer, reading);
}

function readSigned(answer: string, draft: ConsentDraft): Answer<ConsentDraft> {
  const reading = readDay(answer);
  if ('value' in reading && reading.value > draft.today) {
    return { problem: `现在是${longDate(reading.value)}，还没有到；应当不晚于今天（${longDate(draft.today)}）。` };
  }
  return taken(draft, 'signed', answer, reading);
}

function readEnd(answer: string, draft: ConsentDraft): Answer<ConsentDraft> {
  const reading = readUntil(answer, draft.signed);
  if ('value' in reading && draft.signed !== undefined && reading.value < draft.signed) {
    return { problem: `现在是${longDate(reading.value)}，比签字（${longDate(draft.signed)}）还早；对照授权书再写。` };
  }
  return taken(draft, 'until', answer, reading);
}

/** Everything that is asked of a paper, from what is written on it; what nobody has to sign for is not asked. */
export const CONSENT_QUESTIONS: readonly Question<ConsentDraft>[] = [
  {
    option: 'scope',
    asked: () => true,
    text: () => '授权书上同意用什么，写号码，几个用顿号隔开（写名字、写他的事，一般是 14）',
    choices: () => SCOPES.map((scope) => SCOPE_WORDS[scope]),
    empty: () => null,
    read: (answer, draft) => taken(draft, 'scope', answer, readScope(answer)),
  },
  {
    option: 'channels',
    asked: () => true,
    text: () => '授权书上同意用在哪里，写号码，几个用顿号隔开。没有写网站的，网站不登',
    choices: () => CHANNELS.map((channel) => CHANNEL_WORDS[channel]),
    empty: () => null,
    read: (answer, draft) => taken(draft, 'channels', answer, readChannels(answer)),
  },
  {
    option: 'signed',
    asked: () => true,
    text: () => '哪一天签的，例如 2026年5月1日、2026-5-1、2026.5.1',
    empty: () => null,
    read: readSigned,
  },
  {
    option: 'until',
    asked: () => true,
    text: () => '到哪一天为止，写日子，或者写 5年（从签字那天起算）。没有期限的，和签字的人商定一个日子',
    empty: () => null,
    read: readEnd,
  },
  {
    option: 'signer',
    asked: asksSigner,
    text: (draft) =>
      isDead(draft)
        ? '签字的近亲属的姓名（先是配偶、子女、父母，有一位签就行）；本人生前自己签的，直接按回车'
        : '签字的监护人的姓名',
    empty: (draft) => (isDead(draft) ? '' : null),
    read: readSigner,
  },
  {
    option: 'relation',
    asked: (draft) => asksSigner(draft) && draft.signer !== undefined,
    text: (draft) =>
      `他是${isDead(draft) ? '去世的人' : '孩子'}的什么人，例如 ${isDead(draft) ? '妻子、儿子、母亲' : '母亲、父亲、祖父'}`,
    empty: () => null,
    read: (answer, draft) =>
      taken(draft, 'relation', answer, isDead(draft) ? readKinRelation(answer) : readLine(answer)),
  },
  {
    option: 'none-closer',
    asked: (draft) => byKin(draft) && kinRank(draft.relation ?? '') === 'further',
    text: () => '配偶、子女、父母都不在了吗？有一位在，就要请他签',
    choices: () => ['是', '否'],
    empty: () => null,
    read: (answer, draft) => {
      const read = taken(draft, 'none_closer', answer, readYesNo(answer));
      if ('value' in read && read.value.none_closer === false) {
        return { problem: '有一位在，就请他签一张；这一张不算数，先不记（按 Ctrl+C 停下）。' };
      }
      return read;
    },
  },
  {
    option: 'told',
    asked: isChilds,
    text: () => '告诉过监护人哪几件事，写号码；六件都说过写 都说过。没有说过的不要写，补说了再记',
    choices: () => TOLD.map((item) => TOLD_WORDS[item]),
    empty: () => null,
    read: (answer, draft) => taken(draft, 'told', answer, readTold(answer)),
  },
  {
    option: 'refusal-offered',
    asked: isChilds,
    text: () => '告诉过监护人可以不同意、孩子不会因此受影响吗？',
    choices: () => ['是', '否'],
    empty: () => null,
    read: (answer, draft) => taken(draft, 'refusal_offered', answer, readYesNo(answer)),
  },
  {
    option: 'separate',
    asked: isChilds,
    text: () => '这一份是单独签的，没有和别的事写在一起吗？',
    choices: () => ['是', '否'],
    empty: () => null,
    read: (answer, draft) => taken(draft, 'separate', answer, readYesNo(answer)),
  },
  {
    option: 'paper',
    asked: () => true,
    text: () => '这张纸放在哪里，写到别人找得到，例如 宣传部铁柜，授权书第12号',
    empty: () => null,
    read: (answer, draft) => taken(draft, 'paper', answer, readLine(answer)),
  },
];

/** The record of a draft that was answered to its end. */
export function consentOf(draft: ConsentDraft, person: string): ConsentRecord {
  const { scope, channels, signed, until, paper, signer, relation, none_closer, told, refusal_offered, separate } =
    draft;
  if (!scope || !channels || !signed || !until || !paper) throw new Error('a paper that lacks an answer');
  const who = signer === undefined ? undefined : { name: signer, relation: relation ?? '' };
  return {
    ...{ person, scope, channels, signed, until },
    guardian: who && !isDead(draft) ? who : undefined,
    kin: who && isDead(draft) ? { ...who, ...(none_closer && { none_closer }) } : undefined,
    ...{ told, refusal_offered, separate, paper },
  };
}
