import { describe, expect, it } from 'vitest';
import { recordRules } from '#check/rules/records/all-rules.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import type { AgeBand, Person } from '#domain/people/consent/person.ts';
import { fictionalPaper as paper, fictionalPerson as person, TODAY, without } from './fictional-records.ts';

const child = person('under-14');
const youth = person('14-17');
const adult = person('adult');
const group = person('collective');
const other = (more: Partial<Person> = {}) => person('adult', { id: 'yangli-yi', name: '样例乙', ...more });
const adults = without(paper(), 'guardian');

function findings(people: readonly Person[], consents: readonly Consent[] = []) {
  return recordRules({ people, consents, knownPeople: new Set(people.map(({ id }) => id)), today: TODAY });
}

const told = (people: readonly Person[], consents: readonly Consent[] = []) =>
  findings(people, consents).map(({ file, path, severity, code }) =>
    `${severity} ${code} ${file} ${path.join('.')}`.trim(),
  );

const PERSON = 'records/people/yangli-jia.yaml';
const OTHER = 'records/people/yangli-yi.yaml';
const PAPER = 'records/consents/yangli-jia-2026.yaml';

interface Case {
  readonly title: string;
  readonly wrong: readonly [people: readonly Person[], consents?: readonly Consent[]];
  readonly told: readonly string[];
  /** What is like it and right. */
  readonly right: readonly [people: readonly Person[], consents?: readonly Consent[]];
}

const names: Case[] = [
  {
    title: 'nobody can be found without a name',
    wrong: [[without(child, 'name')]],
    told: [`error no-name ${PERSON}`],
    right: [[{ ...without(child, 'name'), alias: '小样' }]],
  },
  {
    title: 'a 化名 is another name than the real one, spaces or not',
    wrong: [[{ ...child, alias: '样　例甲' }]],
    told: [`error alias-is-own-name ${PERSON} alias`],
    right: [[{ ...child, alias: '小样' }]],
  },
  {
    title: 'a 化名 is not the real name of somebody else',
    wrong: [[{ ...child, alias: '样例乙' }, other()]],
    told: [`error alias-is-real-name ${PERSON} alias`],
    right: [[{ ...child, alias: '样例乙丙' }, other()]],
  },
  {
    title: 'the remark 化名 is no part of a name',
    wrong: [[{ ...child, alias: '小样（化名）' }]],
    told: [`error name-with-remark ${PERSON} alias`],
    right: [[{ ...child, alias: '小样（大）' }]],
  },
  {
    title: 'two of one name cannot be told apart',
    wrong: [[child, other({ name: '样例甲' })]],
    told: [`warning same-name ${OTHER} name`],
    right: [[child, other({ name: '样例甲', namesake: '两个人同名，都在支教队里' })]],
  },
  {
    title: 'two of one 化名 cannot be told apart',
    wrong: [[{ ...child, alias: '小样' }, other({ alias: '小样' })]],
    told: [`warning same-alias ${OTHER} alias`],
    right: [[{ ...child, alias: '小样' }, other({ alias: '小例' })]],
  },
  {
    title: 'school and class tell of a child',
    wrong: [[{ ...child, role: '样例小学三年级（2）班学生' }]],
    told: [`warning role-names-class ${PERSON} role`],
    right: [[{ ...child, role: '样例小学学生，舞蹈培训班学员' }]],
  },
  {
    title: 'a class tells of a child, not of its teacher',
    wrong: [[{ ...youth, role: '样例中学初一3班' }]],
    told: [`warning role-names-class ${PERSON} role`],
    right: [[{ ...adult, role: '样例中学初一3班班主任' }]],
  },
];

const papers: Case[] = [
  {
    title: 'a paper is somebody’s',
    wrong: [[adult], [{ ...adults, person: 'yangli-jai' }]],
    told: [`error unknown-person ${PAPER} person`],
    right: [[adult], [adults]],
  },
  {
    title: 'a paper does not end before it was signed',
    wrong: [[adult], [{ ...adults, until: '2025-12-31' }]],
    told: [`error until-before-signed ${PAPER} until`],
    right: [[adult], [{ ...adults, until: adults.signed }]],
  },
  {
    title: 'a paper is not taken back before it was signed',
    wrong: [[adult], [{ ...adults, withdrawn: '2025-12-31' }]],
    told: [`error withdrawn-before-signed ${PAPER} withdrawn`],
    right: [[adult], [{ ...adults, withdrawn: adults.signed }]],
  },
  {
    title: 'a paper that is to be signed permits nothing yet',
    wrong: [[adult], [{ ...adults, signed: '2026-06-16' }]],
    told: [`warning signed-in-future ${PAPER} signed`],
    right: [[adult], [{ ...adults, signed: TODAY }]],
  },
  {
    title: 'a sample may be dated later',
    wrong: [[adult], [{ ...adults, signed: '2026-06-16' }]],
    told: [`warning signed-in-future ${PAPER} signed`],
    right: [[{ ...adult, sample: true }], [{ ...adults, signed: '2026-06-16', sample: true }]],
  },
  {
    title: 'a word stands once in a list',
    wrong: [
      [child],
      [
        paper({
          scope: ['name', 'name'],
          channels: ['site', 'press', 'site'],
          told: [...(paper().told ?? []), 'scope'],
        }),
      ],
    ],
    told: [
      `warning listed-twice ${PAPER} scope.1`,
      `warning listed-twice ${PAPER} channels.2`,
      `warning listed-twice ${PAPER} told.6`,
    ],
    right: [[child], [paper({ scope: ['name', 'story'], channels: ['site', 'press'] })]],
  },
];

const guardians: Case[] = [
  {
    title: 'a guardian signs for a child',
    wrong: [[child], [without(paper(), 'guardian')]],
    told: [`warning minor-without-guardian ${PAPER} guardian`],
    right: [[child], [paper()]],
  },
  {
    title: 'a guardian signs for somebody of 14 to 17, and that is enough',
    wrong: [[youth], [without(paper(), 'guardian')]],
    told: [`warning minor-without-guardian ${PAPER} guardian`],
    right: [[youth], [without(paper(), 'told', 'refusal_offered', 'separate')]],
  },
  {
    title: 'a child’s guardian is told six things',
    wrong: [[child], [paper({ told: ['purpose', 'scope', 'storage', 'safety'] })]],
    told: [`warning guardian-not-told ${PAPER} told`],
    right: [[child], [paper()]],
  },
  {
    title: 'a child’s guardian is told that they may refuse',
    wrong: [[child], [without(paper(), 'refusal_offered')]],
    told: [`warning refusal-not-offered ${PAPER} refusal_offered`],
    right: [[child], [paper({ refusal_offered: true })]],
  },
  {
    title: 'a child’s guardian signs a paper of its own',
    wrong: [[child], [paper({ separate: false })]],
    told: [`warning not-separate ${PAPER} separate`],
    right: [[child], [paper({ separate: true })]],
  },
  {
    title: 'everything a paper lacks is told at once, nothing of a paper that is over',
    wrong: [[child], [without(paper(), 'guardian', 'told', 'refusal_offered', 'separate')]],
    told: [
      `warning minor-without-guardian ${PAPER} guardian`,
      `warning guardian-not-told ${PAPER} told`,
      `warning refusal-not-offered ${PAPER} refusal_offered`,
      `warning not-separate ${PAPER} separate`,
    ],
    right: [
      [child],
      [
        { ...without(paper(), 'guardian', 'told'), until: '2026-06-14' },
        { ...without(paper(), 'guardian', 'told'), id: 'yangli-jia-2025', withdrawn: TODAY },
      ],
    ],
  },
  {
    title: 'a child is not its own guardian',
    wrong: [[child], [paper({ guardian: { name: '样例甲', relation: '父亲' } })]],
    told: [`error guardian-is-child ${PAPER} guardian.name`],
    right: [[child], [paper({ guardian: { name: '样例甲父', relation: '父亲' } })]],
  },
  {
    title: 'an adult has no guardian',
    wrong: [[adult], [paper()]],
    told: [`warning guardian-of-adult ${PAPER} guardian`],
    right: [[adult], [adults, paper({ id: 'yangli-jia-2020', until: '2026-01-02' })]],
  },
  {
    title: 'a collective signs nothing',
    wrong: [[group], [adults]],
    told: [`warning consent-of-collective ${PAPER} person`],
    right: [[group], []],
  },
];

describe.each([
  ['people', names],
  ['papers', papers],
  ['guardians', guardians],
])('records of %s', (_, cases) => {
  it.each(cases)('$title', ({ wrong, told: expected, right }) => {
    expect(told(...wrong)).toEqual(expected);
    expect(told(...right)).toEqual([]);
  });
});

describe('what is told', () => {
  const children: readonly AgeBand[] = ['under-14', '14-17'];
  const everything = [...names, ...papers, ...guardians].flatMap(({ wrong }) => findings(...wrong));

  it('lies in the samples where the records do', () => {
    const sample = { ...child, alias: '样例甲', sample: true };
    const taken = paper({ sample: true, until: '2025-01-01' });
    expect(told([sample], [taken])).toEqual([
      'error alias-is-own-name samples/records/people/yangli-jia.yaml alias',
      'error until-before-signed samples/records/consents/yangli-jia-2026.yaml until',
    ]);
  });

  it('names the items that a guardian was not told, and the person that was meant', () => {
    const [items] = findings([child], [paper({ told: ['purpose', 'scope', 'storage', 'safety'] })]);
    expect(items?.message).toContain('少了complaint（投诉渠道）、deletion（更正和删除的办法）');
    const [meant] = findings([adult], [{ ...adults, person: 'yangli-jai' }]);
    expect(meant?.mend).toBe('是不是想写“yangli-jia”？不是的话，先建好 people/yangli-jai.yaml。');
  });

  it('holds nobody’s real name, no guardian and no place of a paper', () => {
    const words = everything.map(({ message, mend, found }) => message + mend + found).join('\n');
    for (const secret of ['样例甲', '样例乙', '样例家长', '母亲', '样例柜子']) expect(words).not.toContain(secret);
  });

  it('is a whole sentence with a way to mend it, and has no half-width punctuation in Chinese', () => {
    expect(everything.length).toBeGreaterThan(25);
    for (const { message, mend } of everything) {
      expect(message).toMatch(/^[^：]+：现在是.+，应当是.+。$/);
      expect(mend).toMatch(/[。？]$/);
      expect(message + mend).not.toMatch(/[\p{Script=Han}][,;?!]/u);
    }
  });

  it('is nothing of whoever has no paper yet', () => {
    for (const band of children) expect(told([person(band)])).toEqual([]);
  });
});
