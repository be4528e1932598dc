import { type Finding, finding, shown } from '#check/finding.ts';
import { type DecisionFault, decisionFaults } from '#domain/people/name-decisions.ts';
import type { Records } from '#domain/release/records.ts';
import { fileOfStory, type Story } from '#domain/stories/story.ts';
import { NAME_KIND_WORDS } from '#format/name-words.ts';

type Told = Pick<Finding, 'code' | 'severity' | 'mend'> & { readonly what: string; readonly expected: string };

/** What to say of each fault. */
const FAULTS: Readonly<Record<DecisionFault['kind'], Told>> = {
  unused: {
    code: 'name-decision-unused',
    severity: 'warning',
    what: '稿件里没有这个名字',
    expected: '稿件里印着的名字',
    mend: '名字改过了，就照稿件里印的写；稿件里已经没有他，就从 names 里删掉这一条。',
  },
  twice: {
    code: 'name-decision-twice',
    severity: 'error',
    what: '同一个名字定了两次',
    expected: '每个名字只定一次',
    mend: '留下对的一条，删掉另一条。',
  },
  unknown: {
    code: 'name-decision-unknown',
    severity: 'error',
    what: '授权记录里没有这个人',
    expected: '授权记录 people/ 里有的人',
    mend: '先建好他的记录（npm run new:person），或者换成 public、published、alias、not-a-person 中合适的一种。',
  },
  sourceless: {
    code: 'name-decision-source',
    severity: 'error',
    what: '没有写出处',
    expected: 'source 里写明哪里公布的、什么职务，或者哪家登的、哪一天',
    mend: '在这一条里加上 source；写不出出处的，请本人授权，建好他的记录。',
  },
  overruled: {
    code: 'name-decision-refused',
    severity: 'error',
    what: '这个名字不能这样定',
    expected: '授权记录里的真名、people 里写的人，都是人',
    mend: '从 names 里删掉这一条；他没有同意的，从稿件里去掉他，或者在 fallbacks 里写明换成什么化名。',
  },
};

/** Tells what is wrong with what a story's front matter decides on names, each at its place. */
export function decisionFindings(story: Story, records: Records, recordsWhole: boolean): Finding[] {
  return decisionFaults(story, records, recordsWhole).map(({ kind, index, name, is }) =>
    finding({
      file: fileOfStory(story),
      path: ['names', index, kind === 'overruled' ? 'is' : 'name'],
      ...FAULTS[kind],
      found: `${shown(name)}，${is}（${NAME_KIND_WORDS[is]}）`,
    }),
  );
}
