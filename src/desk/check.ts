import { problemsAsText } from '#check/print-problems.ts';
import type { Hold } from '#domain/release/hold.ts';
import type { Change } from '#domain/release/next-changes.ts';
import { fileOfStory, folderOfStory } from '#domain/stories/story.ts';
import { minuteInChina } from '#format/date.ts';
import { holdWords } from '#format/hold-words.ts';
import type { Standing } from '#reader/release/release-stories.ts';
import { act } from './act.ts';
import { readAll, wantFolder } from './content.ts';

/** Of many of one kind so many are listed. */
const MOST = 20;

const titled = ({ story }: Pick<Standing, 'story'>) => `${folderOfStory(story)}　《${story.title}》`;

/** A list with a heading; nothing where there is nothing to list. */
function listed(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > MOST ? [`  ……还有${lines.length - MOST}条`] : [];
  return [[`${heading}（${lines.length}）`, ...lines.slice(0, MOST).map((line) => `  ${line}`), ...rest].join('\n')];
}

/** Whose turn it is: the first thing that keeps a story in. A mistake comes before a signature, a signature before a date. */
function turnOf(holds: readonly Hold[], id: string): string | null {
  const [first] = holds;
  return first && first.kind !== 'end' ? holdWords(first, id).who : null;
}

const CHANGES: Readonly<Record<Change['what'], string>> = {
  begin: '发布',
  end: '撤下',
  correction: '写上更正',
  picture: '图片到期，不再显示',
  consent: '授权到期',
  press: '给媒体的授权到期，素材包跟着变',
};

/** Everything that happens at one moment, in a line. */
function momentWords([first, ...more]: readonly Change[]): string {
  if (!first) return '';
  const { at, what, story, about } = first;
  const also = more.length > 0 ? `，另有${more.length}处` : '';
  return `${minuteInChina(at)}　《${story.title}》${CHANGES[what]}${about && `（${about}）`}${also}`;
}

/** What waits for whom, story by story, and when the site changes by itself; empty where there is nothing of it. */
function standingsAsText(standings: readonly Standing[], changes: readonly Change[]): string {
  const own = standings.filter(({ story }) => !story.sample);
  const turns = Map.groupBy(own, ({ story, holds }) => turnOf(holds, story.id) ?? '');
  const blocks = [...turns].filter(([who]) => who !== '').toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const waiting = blocks.flatMap(([who, all]) => {
    const lines = all.map((one) => `${titled(one)}　${one.holds[0] ? holdWords(one.holds[0], one.story.id).text : ''}`);
    return listed(who === '到时自动' ? '等时间' : `等${who}`, lines);
  });
  const accepted = own.flatMap((one) =>
    one.accepted.map(({ line, message }) => `${fileOfStory(one.story)} 第${line}行　${message}`),
  );
  const samples = standings.filter(({ story, holds }) => story.sample && holds.length > 0).length;
  const shown = samples > 0 ? [`样稿里有${samples}篇演示审稿、授权和定时，在预览里看；样稿不会发布。`] : [];
  return [...waiting, ...listed('有人担着、不改的', accepted), ...shown, timetable(changes)].join('\n\n');
}

const ORDER = ['编辑', '初审', '复审', '终审', '到时自动'];

/** The next moments at which the built site would be another one. */
function timetable(changes: readonly Change[]): string {
  const [next, ...later] = [...Map.groupBy(changes, ({ at }) => at.getTime()).values()];
  if (!next) return '没有到时候自己会变的内容。';
  const more = later.length > 3 ? `；还有${later.length - 3}次` : '';
  const rest = later.length > 0 ? `  以后：${later.slice(0, 3).map(momentWords).join('；')}${more}\n` : '';
  return `${rest}  到那时要重新生成一次网站；怎样定时生成，见 README 的“定时生成”。\n网站下一次自己会变：${momentWords(next)}`;
}

const OPTIONS = ['--json', '--samples', '--no-samples', '--help'];

/** Tells everything that is wrong with the content, what waits for whom, and when the site changes by itself. */
export const check = act({
  name: 'check',
  values: [],
  switches: ['json', 'samples', 'no-samples'],
  unreadable: (args) =>
    `不认识“${args.find((arg) => !OPTIONS.includes(arg))}”这个选项；能用的有：${OPTIONS.join('、')}。`,
  undone: '',
  failed: '检查没有做完',
  untouched: '检查只读不写，什么也没有动。',
  run: ({ switches }, { environment }) => {
    const { contentDir } = environment;
    wantFolder(contentDir);
    const { problems, standings, changes } = readAll(environment, !switches.has('no-samples'));
    const text = switches.has('json')
      ? JSON.stringify(problems, null, 2)
      : `${problemsAsText(problems, contentDir)}\n\n${standingsAsText(standings, changes)}`;
    return { text, code: problems.some(({ severity }) => severity === 'error') ? 1 : 0 };
  },
});
