import { Document, isSeq } from 'yaml';
import type { Fact } from '#domain/facts/fact.ts';
import { namedFigures, pairingFigureName, progressFigureName } from '#domain/programme/figure-names.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { StoryKind } from '#domain/stories/kinds.ts';
import { placesOfStory } from '#domain/stories/places.ts';
import type { Answers } from './questions.ts';

/** What of the content the text of a new story can show as an example; null where the content has none. */
export interface Material {
  /** Id of a fact. */
  readonly fact: string | null;
  /** Name of a figure. */
  readonly figure: string | null;
  /** A passage of the plan and words that stand in it. */
  readonly passage: { readonly locator: string; readonly words: string } | null;
}

/** Words that mean something in Markdown, or begin a component, are no example for somebody who learns it. */
const plain = (words: string) => words !== '' && !/[{}<>*_`[\]\\|~^&#]/.test(words);

/** The first fact of the first project, else of the first place, else of the plan; a number where there is one. */
function factOf({ facts }: Programme, { projects = [], places = [] }: Answers): string | null {
  const all = [...facts.values()];
  const about = (ids: readonly string[]) => all.filter(({ subject }) => ids.includes(subject.id));
  const counted = (list: readonly Fact[]) => list.find(({ value }) => typeof value === 'number') ?? list[0];
  return (counted(about(projects)) ?? counted(about(places)) ?? counted(all))?.id ?? null;
}

function figureOf(programme: Programme, { projects = [], places = [] }: Answers): string | null {
  const named = namedFigures(programme).map(({ name }) => name);
  const lines = programme.projects.filter(({ id }) => projects.includes(id)).flatMap((p) => p.lines);
  const { journeys } = placesOfStory({ places: [...places] }, programme.journeys);
  const wanted = [
    ...lines.map(({ id }) => progressFigureName(id)),
    ...journeys.map((journey) => pairingFigureName(journey, programme.journeys)),
  ];
  return wanted.find((name) => named.includes(name)) ?? named[0] ?? null;
}

/** The first sentence of the clause of the first project, else of the first item of the plan, without its number. */
function passageOf({ projects, content, passages }: Programme, answers: Answers): Material['passage'] {
  const [first] = answers.projects ?? [];
  const locator =
    projects.find(({ id }) => id === first)?.clause ?? content.clauses.find(({ role }) => role === 'item')?.id;
  const text = locator === undefined ? '' : (passages.get(locator)?.text ?? '');
  const sentence = text.replace(/^（?[\d一二三四五六七八九十]+[）．、.]\s*/, '').match(/^[^\n。]+/)?.[0] ?? '';
  return locator !== undefined && plain(sentence) ? { locator, words: sentence } : null;
}

/** Examples for the text of a new story, from what it is about. */
export const materialFor = (programme: Programme, answers: Answers): Material => ({
  fact: factOf(programme, answers),
  figure: figureOf(programme, answers),
  passage: passageOf(programme, answers),
});

/** The front matter in the order of the manual; values in quotes only where YAML needs them. */
function frontMatter({ id: _, kind, title, summary, date, ...rest }: Answers): string {
  const { people = [], projects = [], places = [], author, editor, source } = rest;
  const document = new Document({
    kind,
    title,
    summary,
    date,
    ...(projects.length > 0 && { projects }),
    ...(places.length > 0 && { places }),
    ...(people.length > 0 && { people }),
    ...(author && { author }),
    editor,
    source,
  });
  for (const key of ['projects', 'places', 'people']) {
    const list = document.get(key);
    if (isSeq(list)) list.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true });
}

const OPENING: Readonly<Record<StoryKind, string>> = {
  person: '第一段从他手里正在做的一件事写起：什么时候，在哪里，在做什么。',
  collective: '第一段写大家一起做的一件事：什么时候，在哪里，几个人，在做什么。',
  achievement: '第一段写做成了什么，现在看得见的是什么样子。',
  practice: '第一段写遇到了什么难处，用了什么办法。',
  news: '第一段写全：谁，什么时候，在哪里，做了什么。',
  explainer: '第一段写读者会问的一个问题，这一篇就回答它。',
};

const between = (tag: string, attributes: string, ...inside: readonly string[]) =>
  [`<${tag}${attributes}>`, ...inside, `</${tag}>`].join('\n\n');

/** What a story of a kind is usually built from, each with words that say what belongs there. */
const PARTS: Readonly<Record<StoryKind, (material: Material) => readonly string[]>> = {
  person: () => [
    '一问一答放在下面这个框里。要写成第一人称讲述，就在 by 前面加上 form 这一项，写“讲述”，去掉问句。',
    between(
      'Interview',
      ' by="受访人的名字" role="受访人的身份"',
      '**问：问句单独一段，用粗体？**',
      '答：回答是平常的一段，可以有几段。',
    ),
  ],
  collective: () => [
    '名单一人一行：粗体的名字，从哪里来，做什么。',
    between(
      'Roster',
      ' title="名单"',
      '- **第一个人的名字**，哪所学校或者单位，做什么\n- **第二个人的名字**，哪所学校或者单位，做什么',
    ),
  ],
  achievement: () => [
    '两样东西对照，一件事一项，下一层两项：先左后右。',
    between(
      'Compare',
      ' title="以前和现在" left="以前" right="现在"',
      '- 第一件事\n  - 以前怎样\n  - 现在怎样\n- 第二件事\n  - 以前怎样\n  - 现在怎样',
    ),
  ],
  practice: () => [
    '一步一步怎样做的，写成时间表，每项以粗体的日子开头。',
    between('Timeline', ' title="怎样做的"', '- **某年某月某日** 做了什么\n- **某年某月某日** 又做了什么'),
  ],
  news: () => [],
  explainer: ({ passage }) =>
    passage
      ? [
          '引文件的话，写上出处编号，一个字也不改。',
          between(
            'Quote',
            ` clause="${passage.locator}"`,
            passage.words.includes('“') ? passage.words : `“${passage.words}”`,
          ),
        ]
      : [],
};

/** A text that explains itself, part by part, and that passes the check as it is. */
function bodyText(kind: StoryKind, material: Material): string {
  const { fact, figure } = material;
  return [
    `${OPENING[kind]}空一行就是新的一段。`,
    '**两个星号**之间是粗体，[方括号里是字](/about/)，圆括号里是网址；站内的网址从斜线写起。',
    ...(fact
      ? [
          `数不手工打，写事实编号，单位和出处网站会带上：<Num fact="${fact}"/>。编号在网站的[事实](/facts/)页上查，换成你要的那一个。`,
        ]
      : []),
    '## 小标题前面是两个井号和一个空格',
    ...PARTS[kind](material),
    ...(kind === 'explainer' && material.passage
      ? []
      : [
          '突出的一句原话放在下面这个框里。',
          between('Quote', ' by="说话人的名字" role="说话人的身份"', '“这里放一句原话，本人看过，一个字也不改。”'),
        ]),
    ...(figure ? [`网站的图写名字就有，名字在[图与数据](/figures/)页上查。`, `<Figure name="${figure}"/>`] : []),
    between(
      'Note',
      ' kind="提示" title="写完以后删掉这个框"',
      '上面都是提示的话，一段一段换成你的稿子；用不着的写法整段删掉。',
      '照片放进这个文件夹，怎样写在 content/README.md 里，那里还有全部写法和例子。写完运行 npm run check。',
    ),
  ].join('\n\n');
}

const HINT = '# 井号开头的行网站不读。还可以写 subtitle、people、names、cover、publish_at 等，见 content/README.md\n';

/** The keys of the box of a person, to be written by who knows: nothing of it is asked, for mostly not all is known yet. */
const PROFILE = `# 人物框，读者第一眼看到的他。去掉井号再写；不知道的那一行不写，一样也不知道就都不写。
# profile:
#   from: 从哪来，places.yaml 里的 id，或者几个汉字
#   at: 在哪儿，写法同上
#   since: 从什么时候起，2019、2019-08、2019-08-15 知道到哪里写到哪里；一段写 2019-08至2020-07
#   words: 他自己说的一句话，正文里原样要有，最多40个字
`;

/** The file of a new story, whole. */
export function storyText(answers: Answers, material: Material): string {
  const { kind, people = [] } = answers;
  const hint = HINT + (kind === 'person' && people.length === 1 ? PROFILE : '');
  return `---\n${frontMatter(answers)}${hint}---\n\n${bodyText(answers.kind as StoryKind, material)}\n`;
}
