import type { Person } from '#domain/people/consent/person.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { act, type Desk, Misused } from '../act.ts';
import type { Answerer } from '../asking/questions.ts';
import { readName } from '../clerk-words.ts';
import { askPerson, askRecords, WRITES_RECORDS } from './asked-records.ts';
import { CONSENT_QUESTIONS, type ConsentDraft, consentOf } from './consent-questions.ts';
import { type NewRecords, peopleNamed } from './new-records.ts';
import { formKind, printForm } from './print-form.ts';
import { paperLine, personLine } from './record-report.ts';

const OF_PERSON = ['name', 'namesake', 'alias', 'age', 'role', 'aided', 'died'] as const;
const OF_PAPER = [
  ...(['scope', 'channels', 'signed', 'until', 'signer', 'relation', 'none-closer'] as const),
  ...(['told', 'refusal-offered', 'separate', 'paper'] as const),
];
const OF_FORM = ['print', 'story', 'out'] as const;

/** Whose paper it is: somebody in the records by name, one of several who bear it, or somebody new. */
async function ownerOf(name: string, records: NewRecords, answerer: Answerer): Promise<Person> {
  const { ask, tell } = answerer;
  const found = records.everyone.filter(({ id }) => id === name);
  const named = found.length > 0 ? found : peopleNamed(records.everyone, name);
  const [only, ...more] = named;
  if (only && more.length > 0) {
    const list = named.map((person, i) => `${i + 1} ${personLine(person)}`).join('\n  ');
    const several = `有${named.length}个人叫这个名字：\n  ${list}`;
    for (;;) {
      const reply = await ask(
        `\n${several}\n是哪一个，写号码\n> `,
        `${several}\n--person 写他的 id：${named.map(({ id }) => id).join('、')}。`,
      );
      const chosen = named[Number(reply.normalize('NFKC').trim()) - 1];
      if (chosen) return chosen;
      tell(`  写1到${named.length}的一个号码。`);
    }
  }
  if (only) return only;
  const known = records.everyone.flatMap((person) => [person.name ?? [], person.alias ?? []].flat());
  tell(`记录里还没有“${name}”，先记这个人。${didYouMean(name, known)}`);
  return askPerson(name, records, answerer);
}

/** The name of whoever the paper is of, as it was typed or is asked for. */
async function nameOf(typed: string | undefined, { ask, tell }: Answerer): Promise<string> {
  const bare = (text: string) => text.replace(/\s*[（(]化名[）)]\s*$/u, '');
  if (typed !== undefined) {
    const reading = readName(bare(typed));
    if ('value' in reading) return reading.value;
    throw new Misused(`--person　现在是“${typed}”，应当是${reading.expected}。`);
  }
  for (;;) {
    const reply = await ask('\n谁的授权书，写名字\n> ', '还缺 --person。');
    const reading = readName(bare(reply));
    if ('value' in reading) return reading.value;
    tell(`  应当是${reading.expected}。`);
  }
}

/** Writes the forms that were asked for, and says what to do with them. */
function printed(print: string, given: ReadonlyMap<string, string>, { environment, shown }: Desk): string {
  const request = { kind: formKind(print), person: given.get('person'), story: given.get('story') };
  const { target, people } = printForm(request, given.get('out'), environment);
  const filled = people > 0 ? `，填上了${people}个人的名字，一人一页` : '，名字空着';
  return `■ 授权书写好了：${shown(target)}${filled}

下一步
  1. 第一次用以前，请有权确认的人（法务或上级主管）看过措辞
  2. 用浏览器打开，打印成 A4 纸，请人签字；签好的记下来：npm run new:consent`;
}

/** Asks what stands on a signed paper and writes its record, and that of the person; or prints an empty one. */
export const newConsent = act({
  name: 'new:consent',
  values: ['person', ...OF_PERSON, ...OF_PAPER, ...OF_FORM],
  switches: ['yes'],
  ...WRITES_RECORDS,
  run: ({ given, switches }, desk) => {
    const print = given.get('print');
    if (print !== undefined) return printed(print, given, desk);
    const misplaced = OF_FORM.find((one) => given.has(one));
    if (misplaced) throw new Misused(`--${misplaced} 只和 --print 一起用。`);
    return askRecords(
      desk,
      Object.fromEntries(given),
      switches.has('yes'),
      async (answerer, records, today) => {
        const name = await nameOf(given.get('person') ?? given.get('name'), answerer);
        const owner = await ownerOf(name, records, answerer);
        if (owner.age_band === 'collective') {
          throw new Misused('集体不用授权书；是集体里某个人签的，写这个人的名字。');
        }
        const start: ConsentDraft = { owner, today };
        const paper = records.addConsent(consentOf(await answerer.answer(CONSENT_QUESTIONS, start), owner.id));
        return `${personLine(owner)}\n  ${paperLine(paper)}`;
      },
      () => '再记一张：npm run new:consent；都记完了：npm run check',
    );
  },
});
