import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { type Fault, statementsReader } from '../document/statements.ts';
import type { PlanRule } from '../prose.ts';
import { fieldsOf, listingParts } from './things.ts';

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';

/** Parts of the document that can be counted, with every number of them that can be meant. */
interface Size {
  readonly nouns: string;
  readonly measures: string;
  readonly counts: readonly number[];
  readonly right: string;
  /** Of a section: what it is called. */
  readonly title?: string;
  /** What a sentence has beside the count, where the noun alone says too little. */
  readonly beside?: RegExp;
}

/** How many parts, items, tables and levels the document has. */
function sizesOf(programme: Programme): Size[] {
  const { clauses, tables, targetTables, site, journeys, projects, departments } = programme;
  const sections = clauses.filter(({ role }) => role === 'section');
  const fields = fieldsOf(programme);
  const parts = listingParts(programme);
  const ofSections = parts.flatMap(({ title, tail, items, kind }): Size[] =>
    kind === 'section' && tail !== null && items > 1
      ? [
          {
            ...{
              title,
              nouns: `(?:工作)?${tail}(?!性|化|员|会|办|度)`,
              measures: '[项条点个大类套种]',
              counts: [items],
            },
            right: `${title}有${items}条`,
          },
        ]
      : [],
  );
  const duties = parts.flatMap(({ title, items, kind }): Size[] =>
    kind === 'duties'
      ? [
          {
            ...{ nouns: `(?:主要)?(?:工作)?${title}`, measures: '[项条点个大]', counts: [items] },
            ...{ right: `${title}有${items}条`, beside: /办公室|领导小组/u },
          },
        ]
      : [],
  );
  // 大局意识、责任意识、奉献意识: a row of words that end alike.
  const rows = clauses.flatMap(({ text }): Size[] =>
    matchesIn(
      text,
      /(?:\p{Script=Han}{2,4}?(\p{Script=Han}{2})、)(?:\p{Script=Han}{2,4}?\1、)*\p{Script=Han}{2,4}?\1(?!\p{Script=Han}{0,2}、)/gu,
    ).flatMap(({ 0: row, 1: word = '' }): Size[] => {
      const count = row.split('、').length;
      return count > 2 && !text.includes(`${word}等`)
        ? [{ nouns: `${word}(?!形态)`, measures: '[种个大项]', counts: [count], right: row }]
        : [];
    }),
  );
  const cities = departments.find(({ kind }) => kind === 'cities');
  const levels =
    site.own_level && cities && journeys.some(({ city }) => city.level === 'city')
      ? [site.own_level.name, cities.name]
      : [];
  const endings = [...new Set(fields.flatMap(({ name }) => /(?:行动|工程)$/u.exec(name)?.[0] ?? []))];
  return [
    ...ofSections,
    ...duties,
    ...rows,
    ...endings.map((word): Size => {
      const own = fields.filter(({ name }) => name.endsWith(word)).length;
      return {
        ...{ nouns: `${word}(?![派队组者员])`, measures: '[个项大]', counts: [own, fields.length] },
        right: `${own}个${word}，共${fields.length}个方面`,
        beside: /[个项大](?:行动|工程)[”、，和与及加]|架构|归纳|概括|分为/u,
      };
    }),
    {
      ...{
        nouns: '部分(?![的地]?(?:人|学校|学生|项目|资金))|板块|章节?|大块|块(?=$|[，。；！、])',
        measures: '[个大]',
      },
      ...{
        counts: [sections.length, fields.length],
        right: `${sections.length}个部分，工作内容${fields.length}个方面`,
      },
      beside: /全[文案篇]|正文|结构|目录|框架|分为|分成|(?:方案|通知)[^，。；]{0,12}(?:一共|共|有|分)/u,
    },
    {
      ...{
        nouns: '附件|(?:附|任务)?表(?=$|[，。；！、])',
        measures: '[个份张]',
        counts: [tables.length, targetTables.length],
      },
      right: `${tables.length}个附件`,
      beside: /后头|后面|附(?:着|有|了|上)|钉|(?:方案|通知)[^。；]{0,10}(?:带|配|有|共|跟|是)/u,
    },
    ...(levels.length > 0
      ? [
          {
            ...{
              nouns: '级(?=$|[，。；！、联管分]|团|主体|架构|责任)',
              measures: '',
              counts: [levels.length],
              right: `${levels.join('和')}，${levels.length}级`,
            },
            beside: /省[、和]?市|对接|主体|责任|分工/u,
          },
        ]
      : []),
    {
      ...{ nouns: '项目(?![的]?(?:负责|经理|组|部|点))', measures: '[个项大件]', counts: [projects.length] },
      ...{
        right: `${projects.length}个项目`,
        beside: /工作内容|方面|全(?:案|文)|(?:方案|通知)[^，。；]{0,8}(?:一共|总共|共|定了?|列了?|安排了?|部署了?|有)/u,
      },
    },
  ].filter(({ counts }) => counts.every((n) => n > 0));
}

const OF_DOCUMENT = /方案|通知|正文|附件|文件|全案|全文|援[藏疆青]|第[一二三四五六]部分|领导小组/u;
/** Some of them, or of something else. */
const SOME =
  /[第每各另其前后头余这那]$|其中|其余|另外|还有|剩下|除|最后|末尾?|头$|至少|不止|超过|不到|不足|多于|少于|约|近$|上级|县里|学校|班|我们|咱们|他们|自己|先后|完成|参加|负责|牵头|配合|跟|对应|做了|之一|写了|哪|比如|例如/u;

/** How many parts, systems, requirements, duties, tables and levels the document has, told otherwise. */
export const sizesOfDocument: PlanRule = ({ programme }) => {
  const sizes = sizesOf(programme).map((size) => ({
    size,
    ahead: new RegExp(
      `(?<many>${NUMBER})(?:${size.measures === '' ? '' : `${size.measures}{1,2}`})(?:主要|具体|重点|大的?|工作)?(?:${size.nouns})`,
      'gu',
    ),
    inSection:
      size.title === undefined
        ? null
        : new RegExp(
            `${size.title}[”』]?(?:部分|一节|一章|这一部分|一部分)?[^。；：]{0,14}?(?:提出?了?|列了?|有|共|分|下设|讲了?)(?<many>${NUMBER})(?:条|项|点)(?=$|[，。；！：])`,
            'gu',
          ),
    behind: new RegExp(
      `(?:${size.nouns})(?:里|中|部分)?(?:一共|总共|共|只|就|也|凡|计)*(?:提出?了?|有|是|为|列了?|定了?|写了?|分为?)?(?<many>${NUMBER})(?:${size.measures === '' ? '(?!)' : size.measures})(?=$|[，。；！、：])`,
      'gu',
    ),
  }));
  return statementsReader(
    programme,
    ({ text, earlier }) => {
      return sizes.flatMap(({ size, ahead, behind, inSection }): Fault[] =>
        [
          ...matchesIn(text, ahead),
          ...matchesIn(text, behind),
          ...(inSection ? matchesIn(text, inSection) : []),
        ].flatMap(({ index, 0: words, groups }): Fault[] => {
          const said = numeral((groups?.['many'] ?? '').replace('两', '二'));
          if (said < 2 || size.counts.includes(said) || SOME.test(text.slice(Math.max(0, index - 8), index))) return [];
          const rest = text.slice(0, index) + text.slice(index + words.length);
          if (
            !OF_DOCUMENT.test((size.title === undefined ? rest : text) + earlier) ||
            (size.beside && !size.beside.test(size.nouns.includes('附件') ? rest : text))
          )
            return [];
          if (
            /[里中]的?$|的其|选/u.test(text.slice(Math.max(0, index - 3), index)) &&
            !OF_DOCUMENT.test(text.slice(0, index))
          )
            return [];
          return [{ start: index, end: index + words.length, right: size.right, written: '正文' }];
        }),
      );
    },
    {
      code: 'count-of-things',
      what: '通知里各部分的个数和这里写的不同',
      mend: '照通知数一遍；只说其中几个的，写明是哪几个。',
    },
    /方案|通知|正文|附件|文件|制度|职责|全[案文]/u,
  );
};
