import { stringify } from 'yaml';
import { textFactId } from '#domain/facts/plan.ts';
import { longDate } from '#format/date.ts';
import type { WholeProgramme } from './content-files.ts';

/** What means something in Markdown is no example for whoever learns it, and is only pointed at. */
const plain = (words: string) => !/[{}<>*_`[\]\\|~^&#]/.test(words);

const quote = (locator: string, words: string) => {
  const own = /[“”]/u.test(words) ? words : `“${words}”`;
  return plain(words) ? [`<Quote clause="${locator}">`, own, '</Quote>'] : [`[原文](/plan/#${locator})`];
};

/** The first story of a programme: who is paired with whom and what is planned, in the words of the document only. */
export function explainerText(programme: WholeProgramme, today: string): string {
  const { title, date, giver, receiver, third, ids, short, project, clause, pairing, target, noun, name } = programme;
  const front = {
    kind: 'explainer',
    title: `${giver.name}和${receiver.name}怎样结对`,
    summary: `${giver.name}和${receiver.name}结对，“${short}”怎样做、做多少，这一篇只照${noun}的原话说。`,
    date: today,
    projects: [ids.project],
    places: [ids.giver, ids.receiver],
    editor: name,
    source: `根据《${title}》整理`,
  };
  const together = ids.pairingClause === ids.projectClause;
  const known = target && { sentence: `写的是<Num fact="${textFactId({ id: ids.project }, 0)}"/>` };
  return `---\n${stringify(front, { lineWidth: 0, singleQuote: true })}# 井号开头的行网站不读。这一篇是命令写好的，只说${noun}里有的话；换成自己的稿子以前，先看 content/README.md 的“稿件怎么写”\n---\n\n${[
    `${giver.name}和${receiver.name}结对，写在${longDate(date)}的《${title}》里。`,
    ...(together ? [] : [...quote(ids.pairingClause, pairing)]),
    ...(third.length > 0 ? [`<Figure name="pairing-${ids.giver}"/>`] : []),
    `## ${short}`,
    `${noun}这样写：`,
    ...quote(ids.projectClause, clause),
    known
      ? `${known.sentence}。来历见[${project}](/projects/${ids.project}/)一页。`
      : `这一条没有写做多少，网站写作**文件未定量**。`,
    '## 做到哪里',
    '还没有收录上报的数，网站写作**暂未收录**。没有收录，不等于没有做。',
  ].join('\n\n')}\n`;
}
