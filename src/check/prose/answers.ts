import { narrowed } from '../text/full-width.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { ProseBlock, ProseFinding, ProseReader, Range, StoryProse } from './prose.ts';

/** An answer, and the statement that it makes with its question. */
interface Answer extends Range {
  readonly block: number;
  readonly statement: string;
}

/** What is asked for; what stands before it belongs to the answer too: 在哪一年, 由谁. */
const ASKED =
  /(?<lead>是在|在|是|有|为|由|归|到|要|用|给|叫)?(?<what>哪一?年|什么时候|什么时间|何时|哪?几月份?|哪个?月|多少(?<unit>名|人|个|万元|元|天|次|项|条|批次|批|钱)?|几(?<few>名|个人|人|个|项|天|次|条|批次|批|份|位|部分)|谁|哪一?个(?:部门|部室|单位|市|县|城市|乡|镇)|哪一?座城市|哪(?:里|儿|些?部门)|什么(?:部门|部室|单位))/gu;
/** 回复：, 答：是, “…… at the beginning of an answer. */
const ANSWERS =
  /^[\s“”"‘’]*(?:(?<mark>回复|回答|答复|答案|解答|回应|答|复|A)(?:是|说|道)?[：:]\s*)?[“"]?(?:哦|嗯|对了)?[，,]?(?:应当|应该|就|都)?(?:是在|是|在|由|归|有|为|一共|总共|共)*(?<core>[^，。；！？\n“”"]{1,16})(?=[，。；！”"]|$)/u;
const NO_ANSWER = /附件|翻|查|不|没|未|怎|哪|谁|什么|吗|呢|是的|对|好|可以|我|你|他|她|您|咱/u;
/** 某市的同志问，: whoever asks, asks of himself. */
const ASKS =
  /^[\s“”"]*(?:问[：:])?(?:(?<who>[^，。：“”]{2,12}?)(?:团市委|市委|团委|市)?的?(?:同志|干部|负责人)们?(?:来电|来信|打来电话|打电话)?(?:问|咨询|打听|请教)(?:道|我们|起|过)?[，：:]+“?)?(?:请问[，：:]?)?/u;

/** A question and its answer as one statement; null where they make none. */
function statementOf(question: string, answer: string): { statement: string; start: number; end: number } | null {
  const { core = '', mark } = ANSWERS.exec(answer)?.groups ?? {};
  if (core === '' || NO_ANSWER.test(core) || (mark === undefined && core.length > 10)) return null;
  const asked = [...question.matchAll(ASKED)].at(-1);
  const { lead = '', unit, few } = asked?.groups ?? {};
  if (!asked) return null;
  const { who } = ASKS.exec(question)?.groups ?? {};
  const before = question.slice(0, asked.index).replace(ASKS, who === undefined ? '' : `${who}的`);
  const behind = question.slice(asked.index + asked[0].length).replace(/[呢啊呀吗]?[？?”"’\s]*$/u, '');
  const measure = /[\d一二三四五六七八九十百千万]$/u.test(core) && unit !== '钱' ? (unit ?? few ?? '') : '';
  const own = behind !== '' && core.endsWith(behind) ? core.slice(0, -behind.length) : core;
  const start = answer.indexOf(core);
  return { statement: `${before}${lead}${own}${measure}${behind}。`, start, end: start + core.length };
}

/** The answers of a story: behind a question in its block, or at the beginning of the next one. */
function answersIn({ blocks }: StoryProse): Answer[] {
  return blocks.flatMap((source, block) => {
    if (!/[？?]/u.test(source.text)) return [];
    const text = narrowed(source.text);
    const sentences = sentencesIn(text);
    return sentences.flatMap((question, i): Answer[] => {
      if (!/[？?][”’」』）)"]*\s*$/u.test(question.text) || question.text.length > 120) return [];
      const behind = sentences[i + 1];
      const next = blocks[block + 1];
      const answer = behind
        ? { text: behind.text, start: behind.start, block }
        : next && next.part !== 'cell'
          ? { text: sentencesIn(narrowed(next.text))[0]?.text ?? '', start: 0, block: block + 1 }
          : null;
      const made = answer && statementOf(question.text, answer.text);
      if (!answer || !made) return [];
      const [start, end] = [answer.start + made.start, answer.start + made.end];
      return [{ block: answer.block, start, end, statement: made.statement }];
    });
  });
}

/**
 * Reads answers with their questions: 哪一年？2020年。 says nothing that can be compared, the two together do. What is
 * wrong is told of the answer.
 */
export const withAnswers =
  (read: ProseReader): ProseReader =>
  (prose) => {
    const told = read(prose);
    const answers = answersIn(prose);
    if (answers.length === 0) return told;
    const more = answers.flatMap(({ block, start, end, statement }): ProseFinding[] => {
      const source = prose.blocks[block];
      const isTold = told.some((f) => f.block === block && f.start < end && start < f.end);
      if (!source || isTold || source.proved.some((p) => p.start < end && start < p.end)) return [];
      const alone: ProseBlock = { part: 'paragraph', text: statement, proved: [], group: null, quoted: source.quoted };
      const [first] = read({ ...prose, blocks: [alone] });
      return first ? [{ ...first, block, start, end, found: `“${source.text.slice(start, end)}”` }] : [];
    });
    return [...told, ...more];
  };
