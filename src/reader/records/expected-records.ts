import { finding, type Problem, problemAt, type Statement } from '#check/finding.ts';
import type { StoryReview } from '../approvals/story-review.ts';
import { type ReadRecords, readRecords } from './read-records.ts';
import { kindOf } from './record-files.ts';

const START = { line: 1, column: 1 } as const;
const inRecords = (statement: Statement): Problem => problemAt('records', START, finding({ ...START, ...statement }));

/**
 * The records where somebody said where they lie (RECORDS_DIR). That there is nothing is an error then: a disk that is
 * not there must never look like a folder in which nobody withdrew.
 */
export function expectedRecords(dir: string, today: string): ReadRecords {
  if (kindOf(dir) !== null) return readRecords(dir, 'records', false, today);
  const words = {
    what: '找不到人物和授权记录',
    now: 'RECORDS_DIR 指的地方没有文件夹，或者打不开',
    should: '是放着 people/ 和 consents/ 的文件夹',
  };
  const mend = '看看磁盘是不是接上了、有没有读它的权限，路径写得对不对；还没有记录的，先建好这个空文件夹。';
  const problem = inRecords({ code: 'records-missing', ...words, mend });
  return { people: [], consents: [], reviewers: null, whole: false, problems: [problem] };
}

/** That the records are empty although somebody signed for consents that were in them; null: they need not be there. */
export function recordsGone(
  records: Pick<ReadRecords, 'people' | 'consents'>,
  reviews: readonly StoryReview[],
): Problem | null {
  if (records.people.length > 0 || records.consents.length > 0) return null;
  const resting = reviews.filter(
    ({ sample, approvals }) =>
      !sample && approvals.some(({ approval }) => Object.keys(approval.parts.consents).length > 0),
  );
  if (resting.length === 0) return null;
  const words = {
    what: '人物和授权记录是空的',
    now: `RECORDS_DIR 指的文件夹里一条也没有，而有${resting.length}篇稿子审的时候是有授权的`,
    should: '还在那里',
  };
  const mend = '看看磁盘是不是接上了，路径写得对不对；记录丢了的，从备份里找回来。';
  return inRecords({ code: 'records-empty', ...words, mend });
}
