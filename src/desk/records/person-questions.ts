import { plainName } from '#domain/people/consent/name.ts';
import { AGE_BANDS, type Person } from '#domain/people/consent/person.ts';
import { AGE_BAND_WORDS, ageWords } from '#format/consent-words.ts';
import type { Answer, Question } from '../asking/questions.ts';
import { type Reading, readAgeBand, readDied, readLine, readName, readYesNo } from '../clerk-words.ts';
import type { PersonRecord } from './new-records.ts';

/** What is known of someone new so far. */
export interface PersonDraft extends Partial<PersonRecord> {
  /** Everyone in the records: a name that is there already is told. */
  readonly known: readonly Person[];
}

const quoted = (answer: string) => `“${answer.trim()}”`;

/** Takes what was read into the draft under its key, or says what stands there and what should. */
export function taken<Draft, T>(draft: Draft, key: string, answer: string, reading: Reading<T>): Answer<Draft> {
  if ('expected' in reading) return { problem: `现在是${quoted(answer)}，应当是${reading.expected}。` };
  return { value: { ...draft, [key]: reading.value } };
}

const same = (a: string | undefined, b: string) => a !== undefined && plainName(a) === plainName(b);

/** Everyone who bears the real name of the draft. */
const namesakes = ({ name, known }: PersonDraft) => known.filter((one) => name !== undefined && same(one.name, name));
const isOne = ({ age_band }: PersonDraft) => age_band !== 'collective';

function readAlias(answer: string, draft: PersonDraft): Answer<PersonDraft> {
  const reading = readName(answer.replace(/\s*[（(]化名[）)]\s*$/u, ''));
  if ('expected' in reading) return taken(draft, 'alias', answer, reading);
  const alias = reading.value;
  if (same(draft.name, alias)) return { problem: '化名和真名一样。换一个；稿件里用真名的，直接按回车。' };
  if (draft.known.some(({ name }) => same(name, alias))) return { problem: '这是另一个人的真名，换一个化名。' };
  if (draft.known.some((one) => same(one.alias, alias))) return { problem: '已经有人用这个化名，换一个。' };
  return { value: { ...draft, alias } };
}

/** Everything that is asked of someone new, one after the other. */
export const PERSON_QUESTIONS: readonly Question<PersonDraft>[] = [
  {
    option: 'name',
    asked: () => true,
    text: () => '真名（集体就写集体的名字）。只有你和管记录的人看得到，不会公开；只知道化名的，直接按回车',
    empty: () => '',
    read: (answer, draft) => taken(draft, 'name', answer, readName(answer)),
  },
  {
    option: 'namesake',
    asked: (draft) => namesakes(draft).length > 0,
    text: (draft) =>
      `记录里已经有一个同名的：${namesakes(draft)
        .map((one) => `${one.role}，${ageWords(one)}`)
        .join(
          '；',
        )}。是同一个人就按 Ctrl+C 停下，不用再建；真是另一个人，写一句怎样分清（例如：两个人同名，这一个是支教队的）`,
    empty: () => null,
    read: (answer, draft) => taken(draft, 'namesake', answer, readLine(answer)),
  },
  {
    option: 'alias',
    asked: () => true,
    text: () => '化名：稿件里不用真名的才写，代替真名印出来。受助的学生要用化名',
    empty: ({ name }) => (name === undefined ? null : ''),
    read: readAlias,
  },
  {
    option: 'age',
    asked: () => true,
    text: () => '年龄段，写号码。谁签字由它定：没有成年的由监护人签',
    choices: () => AGE_BANDS.map((band) => AGE_BAND_WORDS[band]),
    empty: () => null,
    read: (answer, draft) => taken(draft, 'age_band', answer, readAgeBand(answer)),
  },
  {
    option: 'role',
    asked: () => true,
    text: ({ age_band }) =>
      `身份，给读者看的，例如 支教志愿者、小学生${age_band === 'adult' ? '' : '。孩子的不写学校和班级'}`,
    empty: () => null,
    read: (answer, draft) => taken(draft, 'role', answer, readLine(answer)),
  },
  {
    option: 'aided',
    asked: isOne,
    text: () => '是不是受助的人？名字、难处、拿到的钱从不写在一起',
    choices: () => ['是', '否'],
    empty: () => '否',
    read: (answer, draft) => taken(draft, 'aided', answer, readYesNo(answer)),
  },
  {
    option: 'died',
    asked: isOne,
    text: () => '已去世的写去世的日子（2019-08-02、2019年8月、2019 都行，不知道哪一天写 是），授权书由近亲属签',
    empty: () => '',
    read: (answer, draft) => taken(draft, 'died', answer, readDied(answer)),
  },
];

/** The record of a draft that was answered to its end. */
export function personOf({ name, alias, age_band, role, aided, namesake, died }: PersonDraft): PersonRecord {
  if (age_band === undefined || role === undefined) throw new Error('a person without age band or role');
  return { name, alias, age_band, role, aided: aided || undefined, namesake, died };
}
