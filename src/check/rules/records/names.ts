import { plainName } from '#domain/people/consent/name.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { type Finding, finding } from '../../finding.ts';
import { fileOfPerson, type RecordRule } from './draft.ts';

type NameKey = 'name' | 'alias';

/** Records of one kind of name by the name as it is compared. */
function byName(people: readonly Person[], key: NameKey): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    const name = person[key];
    if (name !== undefined) found.set(plainName(name), [...(found.get(plainName(name)) ?? []), person]);
  }
  return found;
}

const fileName = ({ id }: Person) => `people/${id}.yaml`;

/** Everyone can be found in print: by a real name, by a 化名, or by both, and these differ. */
export const namesOfOne: RecordRule = ({ people }) =>
  people.flatMap((person): Finding[] => {
    const { name, alias } = person;
    const file = fileOfPerson(person);
    if (name === undefined && alias === undefined) {
      const expected = 'name（真名）和 alias（化名）至少写一个';
      const mend = '加上 name 这一行；只知道化名的加上 alias。稿件里的人靠它找到这份记录。';
      return [finding({ file, path: [], code: 'no-name', what: '没有名字', found: '两个都没有写', expected, mend })];
    }
    if (name === undefined || alias === undefined || plainName(name) !== plainName(alias)) return [];
    return [
      finding({
        file,
        path: ['alias'],
        code: 'alias-is-own-name',
        what: '化名就是真名',
        found: 'alias 和 name 一样',
        expected: '另取的名字',
        mend: '换一个化名；用真名的，把 alias 这一行删掉。',
      }),
    ];
  });

/** Stories say （化名） behind a name; here it would be part of it, and the name would never be found. */
export const nameRemarks: RecordRule = ({ people }) =>
  people.flatMap((person) =>
    (['name', 'alias'] as const).flatMap((key): Finding[] => {
      if (!/[（(][^（）()]*化名[^（）()]*[）)]/.test(person[key] ?? '')) return [];
      return [
        finding({
          file: fileOfPerson(person),
          path: [key],
          code: 'name-with-remark',
          what: '名字后面带着说明',
          found: '名字后面有“（化名）”',
          expected: '只有名字',
          mend: '去掉括号和里面的字；化名写在 alias 里就够了，稿件里仍旧写“（化名）”。',
        }),
      ];
    }),
  );

/** A 化名 that someone else really bears would tell of the wrong one. */
export const aliasesOfOthers: RecordRule = ({ people }) => {
  const real = byName(people, 'name');
  return people.flatMap((person): Finding[] => {
    const other = real.get(plainName(person.alias ?? ''))?.find(({ id }) => id !== person.id);
    if (person.alias === undefined || !other) return [];
    return [
      finding({
        file: fileOfPerson(person),
        path: ['alias'],
        code: 'alias-is-real-name',
        what: '化名是另一个人的真名',
        found: `和 ${fileName(other)} 的 name 一样`,
        expected: '谁的真名都不是的名字',
        mend: '换一个化名，稿件里也一起换。',
      }),
    ];
  });
};

function shared(people: readonly Person[], key: NameKey): Finding[] {
  const [code, word] = key === 'name' ? (['same-name', '真名'] as const) : (['same-alias', '化名'] as const);
  return [...byName(people, key).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ namesake }) => namesake === undefined && first?.namesake === undefined)
      .map((person) =>
        finding({
          file: fileOfPerson(person),
          path: [key],
          severity: 'warning',
          code,
          what: `两个人的${word}一样`,
          found: `和 ${first ? fileName(first) : '另一份'} 的 ${key} 一样`,
          expected: '一个人只有一份记录，两个人叫得出分别',
          mend:
            key === 'name'
              ? '同一个人就只留一份。真是两个人的，网站分不清写的是谁，两个人都同意了才登；知道了就在一份里写 namesake。'
              : '给其中一个换一个化名；不换的，两个人都同意了才登。',
        }),
      ),
  );
}

/** Two records with one name: one of them too many, or two people of whom print cannot say which is meant. */
export const sharedNames: RecordRule = ({ people }) => [...shared(people, 'name'), ...shared(people, 'alias')];

/** A school, and after it a class by number: 三年级2班, 初一（3）班. */
const SCHOOL_CLASS =
  /(?:小学|中学|学校|初中|高中|一中|附中|幼儿园).{0,12}?[一二三四五六七八九十\d]{1,3}\s*[）)]?\s*班(?!车|次)/u;

/** A child whom school and class tell of is as good as named. */
export const rolesOfMinors: RecordRule = ({ people }) =>
  people.flatMap((person): Finding[] => {
    if (!['under-14', '14-17'].includes(person.age_band) || !SCHOOL_CLASS.test(person.role)) return [];
    return [
      finding({
        file: fileOfPerson(person),
        path: ['role'],
        severity: 'warning',
        code: 'role-names-class',
        what: '身份写得太细，认得出是哪个孩子',
        found: '学校和班级都写了',
        expected: '只写“小学生”“初中生”这样的身份',
        mend: '去掉班级，最好学校也去掉。',
      }),
    ];
  });
