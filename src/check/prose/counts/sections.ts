import type { Programme } from '#domain/programme/programme.ts';
import { chineseNumber } from '../../rules/numerals.ts';
import type { ProseFinding } from '../prose.ts';
import { literal } from './scope.ts';
import { type CountSentence, countFinding } from './sentences.ts';

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';
const ABOUT = /援藏|援建|通知|方案|正文|文件|第[一二三四五六七八九十]部分/u;
const numeral = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

/** Sections of the document with the number of items under each. */
function sectionsOf({ clauses, passages }: Programme) {
  const sections: { title: string; items: number; label: string }[] = [];
  for (const { id, role, text } of clauses) {
    if (role === 'section')
      sections.push({
        title: text.replace(/^[一二三四五六七八九十]+、/u, '').trim(),
        items: 0,
        label: passages.get(id)?.label ?? id,
      });
    // 其主要工作职责为：: what follows is counted under these words.
    const opened =
      role === 'paragraph'
        ? /\p{Script=Han}{0,6}?(?<title>\p{Script=Han}{2})为：$/u.exec(text)?.groups?.['title']
        : null;
    if (opened) sections.push({ title: opened, items: 0, label: passages.get(id)?.label ?? id });
    const last = sections.at(-1);
    if (last && role === 'item') last.items += 1;
  }
  return sections.filter(({ items }) => items > 0);
}

/** Counts of what a section of the document lists: 工作制度有四项. */
export function sectionCounts(programme: Programme) {
  const sections = sectionsOf(programme);
  const titles = sections.map(({ title }) => literal(title)).join('|') || '(?!)';
  const quoted = new RegExp(`[“『](?:${titles})[”』]`, 'u');
  const counted = new RegExp(
    `(?<title>${titles})[”』]?(?:这?一?(?:部分|节))?(?:里|中|下)?(?:方案|通知|文件|正文)?(?:一共|总共|共|也|只|就)?(?:有|分|分为|列了|列出了?|写了|提了|提出了?|是|(?<=共)|共|规定了?|建立了?)(?<many>${NUMBER})(?:大)?(?<unit>项|条|点|款|个方面)(?![目会议])|(?<many2>${NUMBER})(?<unit2>项|条|点)(?<title2>${titles})(?![员会])`,
    'gu',
  );
  return (sentence: CountSentence): ProseFinding[] =>
    !ABOUT.test(sentence.text + sentence.earlier) && !quoted.test(sentence.text)
      ? []
      : [...sentence.text.matchAll(counted)].flatMap(({ index, 0: words, groups = {} }): ProseFinding[] => {
          const title = groups['title'] ?? groups['title2'];
          const section = sections.find((s) => s.title === title);
          const said = numeral(groups['many'] ?? groups['many2'] ?? '');
          const lead = sentence.text.slice(Math.max(0, index - 4), index);
          if (!section || said === section.items || said < 2 || /[第各每另前后其]$/u.test(lead)) return [];
          return [
            countFinding(
              sentence,
              { start: index, end: index + words.length },
              {
                severity: 'warning',
                what: `“${section.title}”的条数和通知不同`,
                expected: `${section.items}条`,
                written: section.label,
              },
            ),
          ];
        });
}
