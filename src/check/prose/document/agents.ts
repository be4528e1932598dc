import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../../text/glance.ts';
import { mentionFinder } from '../projects/names.ts';
import type { PlanRule } from '../prose.ts';
import { type Fault, statementsReader } from './statements.ts';

/** 某事由某某负责: who has to do something in the document. */
interface Duty {
  /** What is to be done, as runs of the words before the agent and behind it. */
  readonly runs: readonly string[];
  readonly agent: string;
  readonly words: string;
  readonly written: string;
}

const AGENT_OF =
  /(?<what>[^，。；：]{3,24}?)由(?<agent>\p{Script=Han}{2,14}?)(?:负责|兼任|组织|协调)(?<task>[^，。；：]{0,16})/gu;
const LEADER_OF = /(?:^|。)(?<agent>\p{Script=Han}{2,12}小组)负责(?<task>[^，。；：]{4,24})/gu;
const RUN = 4;

/** Words of a task so many characters long. */
const runsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length + 1 - RUN) }, (_, i) => text.slice(i, i + RUN));

function dutiesOf({ clauses, passages }: Programme): Duty[] {
  return clauses.flatMap(({ id, role, text }) => {
    if (role !== 'item' && role !== 'paragraph') return [];
    const written = passages.get(id)?.label ?? id;
    return [...matchesIn(text, AGENT_OF), ...matchesIn(text, LEADER_OF)].flatMap(
      ({ groups = {}, 0: words }): Duty[] => {
        const { what = '', agent = '', task = '' } = groups;
        if (/\p{Script=Han}{2,4}兼任/u.test(words)) return [];
        return [
          {
            runs: runsOf(what.replace(/^.*[，。]/u, '')).concat(runsOf(task)),
            agent,
            words: words.replace(/^。/u, ''),
            written,
          },
        ];
      },
    );
  });
}

/** 由某某负责, 归某某协调, in whatever words. */
const GIVEN =
  /(?:由|归|交(?:给|由)?|让|请|靠)(?<agent>\p{Script=Han}{2,14}?)(?:来|去|统一|具体|总|共同)*(?:负责|协调|组织|统筹|管|主持|承担|操办|办理)/gu;
/** 报给某某, 寄给某某: where information goes, behind any verb of sending. */
const SENT =
  /(?:信息|材料|数据|事迹|情况|报表|典型)[^。；]{0,12}?(?:直接|自行|可以?|径直|一律|统一|先)*(?:寄|送|交|发|递|呈|报|上交|提交|转)(?:给|到|至|往)?(?<whom>\p{Script=Han}{2,12}?(?:中央|团委|省委|市委|办公室|办|部|厅|局|小组))/gu;
const PAST_OFFICE =
  /(?:不必|不用|无需|无须|不需|不再|用不着|绕过|越过|跳过|不经过?)[^，。；]{0,6}(?:经过?|通过|报|找|走)?[^，。；]{0,10}(?<office>办公室|领导小组)/u;

/** How often and for when something is done: 部署下一年度. */
const THIS_YEAR =
  /(?:把|将)?(?:当年|今年|本年度?|这一年|该年|上一年度?|全年)的?[^，。；]{0,14}?部署|部署(?:当年|今年|本年度?|这一年|该年|上一年度?|全年)/u;

const NEXT_YEAR = /部署下一年度/u;
/** 将各地上报的工作信息综合上报…: whoever collects sends on. */
const COLLECTED = /[^，。；]{0,6}上报的?[^，。；]{0,8}信息[^，。；]{0,6}上报[^，。；]*/u;

/** Who does what and to whom something goes, told otherwise than the document has it. */
export const agentsOfDuties: PlanRule = ({ programme }) => {
  const duties = dutiesOf(programme);
  const find = mentionFinder(programme);
  const whole = programme.clauses.map(({ text }) => text).join('\n');
  const next = programme.clauses.find(({ text }) => NEXT_YEAR.test(text));
  const office = programme.clauses.find(({ text }) => COLLECTED.test(text));
  const label = (id: string) => programme.passages.get(id)?.label ?? id;
  return statementsReader(
    programme,
    ({ text, earlier }) => {
      const given =
        find(text).length > 0
          ? []
          : matchesIn(text, GIVEN).flatMap(({ index, 0: words, groups }): Fault[] => {
              const agent = groups?.['agent'] ?? '';
              const plain = text.replaceAll(/[之“”]/gu, (sign) => (sign === '之' ? '的' : ''));
              const meant = duties.filter(
                ({ runs }) =>
                  runs.filter(
                    (run) => plain.replaceAll('的', '').includes(run.replaceAll('的', '')) || plain.includes(run),
                  ).length > 0,
              );
              const [duty, ...more] = meant;
              if (!duty || more.length > 0 || !/[部委办组室局厅央]$/u.test(agent)) return [];
              const bare = agent.replace(/^(?:团省委|省里的?|共青团)/u, '');
              if (duty.agent.includes(bare) || bare.includes(duty.agent) || /牵头部门|有关|相关/u.test(agent))
                return [];
              if (duty.agent.slice(-4) === bare.slice(-4)) return [];
              return [{ start: index, end: index + words.length, right: duty.words, written: duty.written }];
            });
      const sent =
        !office || !/方案|通知|规矩|规定|文件|要求|制度/u.test(text)
          ? []
          : matchesIn(text, SENT).flatMap(({ index, 0: words, groups }): Fault[] => {
              const whom = groups?.['whom'] ?? '';
              const past = PAST_OFFICE.exec(text);
              const straight = /直接|径直|自行/u.test(words) && !/办公室|领导小组/u.test(whom);
              if (!past && !straight && (whole.includes(whom) || /办公室|小组/u.test(whom))) return [];
              if (!past && !straight) return [];
              return [
                {
                  start: index,
                  end: index + words.length,
                  right: COLLECTED.exec(office.text)?.[0] ?? office.text,
                  written: label(office.id),
                },
              ];
            });
      const match =
        next && /联席会议|年会|这个会/u.test(text + earlier) && !/下一?年|来年|明年/u.test(text)
          ? THIS_YEAR.exec(text)
          : null;
      const year =
        match && next
          ? [
              {
                start: match.index,
                end: match.index + match[0].length,
                right: NEXT_YEAR.exec(next.text)?.[0] ?? '',
                written: label(next.id),
              },
            ]
          : [];
      return [...given, ...sent, ...year];
    },
    {
      code: 'document-relation',
      what: '由谁做、报给谁，和通知对不上',
      mend: '照通知改；说的不是这份通知的安排，把话写清楚。',
    },
    /由|归|交|让|请|靠|寄|送|发|递|呈|报|转|部署/u,
  );
};
