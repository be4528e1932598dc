import { describe, expect, test } from 'vitest';
import { PNG, type StoryCase, toldOfCase } from './story-mutation.ts';

const A = { 'stories/one/a.png': PNG };
const RIGHTS = 'caption="小操场" photographer="某人" holder="本站" licence="授权使用" people="无"';
/** A photo with all that it must have. */
const photo = (src: string, alt = '操场上的孩子', rights = RIGHTS) => `<Photo src="${src}" alt="${alt}" ${rights}/>`;

const cases: StoryCase[] = [
  {
    title: 'a name in another language that nobody has, of no place, in other letters, of nothing, of two things',
    body: [
      '甲<Name place="yi" lang="ug"/>乙<Name place="yi" lang="bo"/>',
      '<Name place="乙县" lang="ug"/>，<Name place="jia" lang="kk"/>',
      '<Name lang="ug" text="ཀཀཀ"/>，<Name lang="uyghur" text="بەپبەپ"/>',
      '<Name lang="ug"/>，<Name lang="ug" place="yi" text="بەپبەپ"/>，<Name lang="ug">بەپبەپ</Name>',
    ].join('\n\n'),
    told: [
      '10:44 error no-such-name｜“yi”没有藏文名：现在是places.yaml 里有维吾尔文名“بەپبەپ”（lang="ug"），应当是它的 names 里有 lang: bo 的一项。｜有可靠来源的，在 places.yaml 的“yi”下面给 names 加一项；没有来源的，这里只写汉字，不自己译。',
      '12:14 error unknown-place｜没有这个地方：现在是“乙县”，应当是places.yaml 里有的 id。｜“乙县”在这里写它的 id：yi。',
      '12:43 error no-such-name｜“jia”没有哈萨克文名：现在是places.yaml 里这个地方没有别的文字的名字，应当是它的 names 里有 lang: kk 的一项。｜有可靠来源的，在 places.yaml 的“jia”下面给 names 加一项；没有来源的，这里只写汉字，不自己译。',
      '14:23 error name-letters｜这几个字不是维吾尔文的字母：现在是“ཀཀཀ”（lang="ug"），应当是用维吾尔文写的词。｜核对 lang 和 text；汉字、拼音不用 Name，直接写在句子里。',
      '14:42 error story-attribute-choice｜“lang”只能从几个词里选：现在是“uyghur”，应当是其中一个：藏文写 bo，维吾尔文写 ug，哈萨克文写 kk，柯尔克孜文写 ky，蒙古文写 mn，彝文写 ii，壮文写 za，朝鲜文写 ko，锡伯文写 sjo，西双版纳傣文写 khb，德宏傣文写 tdd，傈僳文写 lis，景颇文写 kac，拉祜文写 lhu，俄文写 ru，英文写 en。｜改成其中一个，一个字也不能差。',
      '16:1 error story-name-of｜Name 没有说是哪里的名字，也没有写字：现在是两个都没有写，应当是place="…" 和 text="…" 只写一个。｜地方的名字写 place="地方的 id"，字由 places.yaml 来；别的词写 text="照抄的字"。',
      '16:46 error story-name-of｜Name 又写了 place 又写了 text：现在是两个都写了，应当是place="…" 和 text="…" 只写一个。｜地方的名字写 place="地方的 id"，字由 places.yaml 来；别的词写 text="照抄的字"。',
      '16:62 error story-inside｜Name 里面不能有字：现在是“بەپبەپ”，应当是一个标签自己就关上。｜写成 <Name …/>，去掉里面的字和 </Name>：这几个字写在 text="…" 里。',
    ],
  },
  {
    title: 'an unknown attribute, one that is misspelt, one given twice',
    body: '<Num fact="books-count-2021" id="a"/>，<Num fcat="books-count-2021"/>，<Num fact="books-count-2021" fact="books-count-2022"/>',
    told: [
      '10:30 error story-unknown-attribute｜Num 没有这个属性：现在是“id”，应当是“fact”。｜删掉“id”，或者改成上面列出的属性。',
      '10:44 error story-unknown-attribute｜Num 没有这个属性：现在是“fcat”，应当是“fact”。｜是不是想写“fact”？',
      '10:99 error story-attribute-twice｜同一个属性写了两次：现在是第二个“fact”，应当是每个属性只写一次。｜删掉一个。',
    ],
  },
  {
    title: 'a value in braces',
    body: '<Num fact={books}/>',
    told: [
      '10:6 error story-attribute-expression｜属性里不能用大括号：现在是“fact={books}”，应当是属性名="值"。｜去掉大括号，把值直接写在英文双引号里。',
    ],
  },
  {
    title: 'a spread',
    body: '<Num {...books}/>',
    told: [
      '10:1 error story-attribute-missing｜Num 少了必须写的属性：现在是没有写“fact”，应当是写上。｜加上 fact="…"（事实编号，在网站的“事实”页上查）。',
      '10:6 error story-attribute-expression｜属性里不能用大括号：现在是“{...books}”，应当是属性名="值"。｜去掉大括号，把值直接写在英文双引号里。',
    ],
  },
  {
    title: 'a value without quotation marks',
    body: '共<Num fact=books-count-2021/>册',
    told: [
      '10:7 error story-attribute-quotes｜属性的值没有引号：现在是“fact=books-count-2021”，应当是fact="books-count-2021"。｜在值的两边加上英文双引号。',
    ],
  },
  {
    title: 'Chinese quotation marks',
    body: '共<Num fact=“books-count-2021”/>册',
    told: [
      '10:7 error story-attribute-quotes｜属性的引号不是英文的：现在是“fact=“books-count-2021””，应当是fact="books-count-2021"。｜切换到英文输入法，把两边的引号改成英文的 " 。',
    ],
  },
  {
    title: 'Chinese quotation marks, the second one twice',
    body: '共<Num fact=”books-count-2021”/>册',
    told: [
      '10:7 error story-attribute-quotes｜属性的引号不是英文的：现在是“fact=”books-count-2021””，应当是fact="books-count-2021"。｜切换到英文输入法，把两边的引号改成英文的 " 。',
    ],
  },
  {
    title: 'Chinese quotation marks around a value with such marks inside, seven times in one tag',
    body: photo('a.png', '操场上的孩子', RIGHTS.replace('小操场', '他说“好”')).replaceAll('"', '”'),
    beside: A,
    told: [
      '10:8 error story-attribute-quotes｜属性的引号不是英文的：现在是“src=”a.png””，应当是src="a.png"。｜切换到英文输入法，把两边的引号改成英文的 " 。这个标签里一共有7处。',
    ],
  },
  {
    title: 'an English quotation mark closed by a Chinese one',
    body: photo('a.png').replace('a.png"', 'a.png”'),
    beside: A,
    told: [
      '10:8 error story-attribute-quotes｜属性的引号不是英文的：现在是“src="a.png””，应当是src="a.png"。｜切换到英文输入法，把两边的引号改成英文的 " 。',
    ],
  },
  {
    title: 'a quotation mark that is not closed',
    body: photo('a.png').replace('a.png"', 'a.png'),
    beside: A,
    told: [
      '10:8 error story-attribute-quotes｜属性的引号没有关上：现在是“src="a.png”，应当是src="a.png"。｜在值的末尾补上英文双引号。',
    ],
  },
  {
    title: 'English quotation marks inside a value',
    body: photo('a.png', '写着"好"字的黑板'),
    beside: A,
    told: [
      '10:20 error story-attribute-quotes｜属性的值里又有英文双引号：现在是“alt="写着"好"字的黑板"”，应当是alt="写着“好”字的黑板"。｜外面的一对保留英文双引号，里面的改成中文引号“”。',
    ],
  },
  {
    title: 'full-width signs in a tag',
    body: '共<Num fact＝"books-count-2021"／＞册',
    told: [
      '10:11 error story-full-width｜标签里用了全角符号：现在是“＝”，应当是半角的 < > = " /。｜切换到英文输入法，把这个符号重新打一遍。这个标签里一共有3处。',
    ],
  },
  {
    title: 'a comma between attributes',
    body: '<Figure name="overview"，form="wide"/>',
    told: [
      '10:24 error story-attribute-stray｜标签里多了东西：现在是“，”，应当是只有“属性名="值"”，中间用空格隔开。｜删掉它；是属性就写成 属性名="值"。',
    ],
  },
  {
    title: 'a missing attribute',
    body: '共<Num/>册',
    told: [
      '10:2 error story-attribute-missing｜Num 少了必须写的属性：现在是没有写“fact”，应当是写上。｜加上 fact="…"（事实编号，在网站的“事实”页上查）。',
    ],
  },
  {
    title: 'several missing attributes in one sentence',
    body: '<Photo src="a.png" alt="操场上的孩子"/>',
    beside: A,
    told: [
      '10:1 error story-attribute-missing｜Photo 少了必须写的属性：现在是没有写“caption”、“photographer”、“holder”、“licence”、“people”，应当是全部写上。｜加上 caption="…"（图片下面的说明），加上 photographer="…"（谁拍的，谁画的），加上 holder="…"（权利归谁），加上 licence="…"（凭什么可以用：许可协议，或者谁的授权），加上 people="…"（认得出的人，用顿号隔开；没有就写“无”）。',
    ],
  },
  {
    title: 'an attribute without a value, and an empty one',
    body: '<Figure name="overview" title/>\n\n<Note kind="提示" title="">\n\n文\n\n</Note>',
    told: [
      '10:25 error story-attribute-empty｜“title”空着：现在是光有“title”，没有值，应当是换一个标题。｜没有内容就把这个属性整个删掉。',
      '12:24 error story-attribute-empty｜“title”空着：现在是空的 title=""，应当是标题。｜没有内容就把这个属性整个删掉。',
    ],
  },
  {
    title: 'a choice that is not in the list',
    body: '<Note kind="提醒">\n\n文\n\n</Note>\n\n<Figure name="overview" form="tall"/>',
    told: [
      '10:13 error story-attribute-choice｜“kind”只能从几个词里选：现在是“提醒”，应当是编者按、链接、提示、旁批。｜是不是想写“提示”？',
      '16:31 error story-attribute-choice｜“form”只能从几个词里选：现在是“tall”，应当是其中一个：手机写 phone，电脑写 wide。｜改成其中一个，一个字也不能差。',
    ],
  },
  {
    title: 'a value over several lines',
    body: '<Figure name="overview" title="第一行\n第二行"/>',
    told: [
      '10:32 error story-attribute-lines｜“title”的值分了行：现在是“第一行 第二行”，应当是写在一行里。｜把引号里的换行删掉，接成一行。',
    ],
  },
  {
    title: 'a day that does not exist and one written differently',
    body: `${photo('a.png', '操场上的孩子', `${RIGHTS} expires="2027-02-30"`)}\n\n${photo('a.png', '操场上的孩子', `${RIGHTS} expires="2027年"`)}`,
    beside: A,
    told: [
      '10:112 error no-such-date｜没有这一天：现在是“2027-02-30”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
      '12:112 error bad-date｜日期的写法不对：现在是“2027年”，应当是年-月-日，月和日都是两位。｜改成 2019-05-08 这样：半角数字和半角连字符。',
    ],
  },
  {
    title: 'an unknown fact, figure and passage',
    body: '共<Num fact="books-count-2012"/>册\n\n<Figure name="overveiw"/>\n\n<Quote clause="c-9-9-9-9">\n\n文\n\n</Quote>',
    told: [
      '10:13 error unknown-fact｜没有这个事实：现在是“books-count-2012”，应当是网站“事实”页上有的编号。｜是不是想写“books-count-2021”？',
      '12:15 error unknown-figure｜没有这张图：现在是“overveiw”，应当是网站“图与数据”页上有的名字。｜是不是想写“overview”？',
      '14:16 error unknown-locator｜出处编号在文件里找不到：现在是“c-9-9-9-9”，应当是plan/ 里有的编号。｜到 plan/ 里找到这段话、这一格，照抄它的编号。',
    ],
  },
  {
    title: 'the same figure twice',
    body: '<Figure name="overview"/>\n\n<Figure name="overview" form="wide"/>',
    told: [
      '12:15 error figure-twice｜同一张图放了两次：现在是第二个“overview”，应当是一篇里每张图只放一次。｜删掉一个；要再说到它，就写“上面的图”。',
    ],
  },
  {
    title: 'a number with words inside',
    body: '共<Num fact="books-count-2021">50</Num>册',
    told: [
      '10:2 error story-inside｜Num 里面不能有字：现在是“50”，应当是一个标签自己就关上。｜写成 <Num …/>，去掉里面的字和 </Num>：数字和单位由网站填上。',
    ],
  },
  {
    title: 'components for text without any',
    body: '<Note kind="提示"/>\n\n<Quote>\n\n</Quote>',
    told: [
      '10:1 error story-inside｜Note 里面缺了内容：现在是空的，应当是文字。｜把文字写在 <Note …> 和 </Note> 中间，前后各空一行。',
      '12:1 error story-inside｜Quote 里面缺了内容：现在是空的，应当是文字。｜把文字写在 <Quote …> 和 </Quote> 中间，前后各空一行。',
    ],
  },
  {
    title: 'a block in a sentence',
    body: '前文<Figure name="overview"/>后文',
    told: [
      '10:3 error story-block-inline｜Figure 没有单独占一行：现在是“<Figure name="overview"/>”，同一行还有“前文”，应当是标签自己占一行。｜把 <Figure> 放到单独一行，和文字之间空一行。',
    ],
  },
  {
    title: 'a block with its text in the same line',
    body: '<Quote by="某人">一句话</Quote>',
    told: [
      '10:1 error story-block-inline｜Quote 没有单独占一行：现在是“<Quote by="某人">”，同一行还有“一句话”，应当是标签自己占一行。｜把 <Quote> 放到单独一行，和文字之间空一行。',
    ],
  },
  {
    title: 'a block behind wide spaces',
    body: '\u3000\u3000<Figure name="overview"/>',
    told: [
      '10:3 error story-block-inline｜Figure 没有单独占一行：现在是“<Figure name="overview"/>”，前面有全角空格，应当是标签自己占一行。｜删掉这一行开头的空格。',
    ],
  },
  {
    title: 'blocks in lists and quotations',
    body: '- <Figure name="overview"/>\n\n1. 文\n\n   <Figure name="crossing-strip"/>\n\n> <Note kind="提示">\n>\n> 文\n>\n> </Note>',
    told: [
      '10:3 error story-nested｜Figure 放在了列表里：现在是“<Figure name="overview"/>”，应当是单独成段。｜把它移到列表外面，单独成段，前后各空一行。',
      '14:4 error story-nested｜Figure 放在了列表里：现在是“<Figure name="crossing-strip"/>”，应当是单独成段。｜把它移到列表外面，单独成段，前后各空一行。',
      '16:3 error story-nested｜Note 放在了引文里：现在是“<Note kind="提示">”，应当是单独成段。｜把它移到引文外面，单独成段，前后各空一行。',
    ],
  },
  {
    title: 'a photo in a note, a quotation in a note',
    body: `<Note kind="提示">\n\n${photo('a.png')}\n\n<Quote>\n\n文\n\n</Quote>\n\n</Note>`,
    beside: A,
    told: [
      '12:1 error story-nested｜Photo 放在了 Note 里：现在是“<Photo src="a.png" alt="操场上的孩子" caption=…”，应当是单独成段。｜把它移到 Note 外面，单独成段，前后各空一行。',
      '14:1 error story-nested｜Quote 放在了 Note 里：现在是“<Quote>”，应当是单独成段。｜把它移到 Note 外面，单独成段，前后各空一行。',
    ],
  },
  {
    title: 'a number inside a link',
    body: '[共<Num fact="books-count-2021"/>册](/plan/)',
    told: [
      '10:3 error story-nested｜Num 放在了链接里：现在是“<Num fact="books-count-2021"/>”，应当是链接外面。｜把 Num 移到方括号外面：数字自己就是一个链接。',
    ],
  },
  {
    title: 'a number that breaks a sentence in two',
    body: '全年共\n<Num fact="books-count-2021"/>\n册',
    told: [
      '11:1 warning story-broken-sentence｜Num 单独占了一行，一句话会断成几段：现在是“<Num fact="books-count-2021"/>”，应当是和前后的文字在同一行。｜把上下几行接成一行。',
    ],
  },
  {
    title: 'lists that are missing, that have company, that are numbered',
    body: '<Roster>\n\n文字\n\n</Roster>\n\n<Timeline>\n\n- **一月** 开始\n\n文字\n\n</Timeline>\n\n<Roster>\n\n1. **张三** 来了\n\n</Roster>',
    told: [
      '10:1 error story-inside｜Roster 里面缺了内容：现在是没有列表，应当是每行以“- ”开头的列表。｜把内容写成列表，每项一行，前面写“- ”。Roster 是一支队伍的名单；列表每项：粗体的名字，从哪所学校来，在哪里服务。',
      '20:1 error story-inside｜Timeline 里除了一个列表还有别的：现在是“文字”，应当是只有一个列表。｜标题写在 title="…" 里，别的话移到组件外面；两个列表就并成一个。',
      '26:1 error story-list-item｜Roster 里的列表带了编号：现在是“1. **张三** 来了”，应当是每行以“- ”开头。｜把编号改成“- ”。',
    ],
  },
  {
    title: 'items that do not begin with bold words',
    body: '<Timeline>\n\n- 一月 开始\n\n</Timeline>\n\n<Roster>\n\n- 张三 来了\n\n</Roster>',
    told: [
      '12:1 warning story-list-item｜Timeline 的这一项没有以粗体的日子开头：现在是“- 一月 开始”，应当是- **日子** 后面接着写。｜给开头的日子两边各加两个星号。',
      '18:1 warning story-list-item｜Roster 的这一项没有以粗体的名字开头：现在是“- 张三 来了”，应当是- **名字** 后面接着写。｜给开头的名字两边各加两个星号。',
    ],
  },
  {
    title: 'a comparison with one side',
    body: '<Compare>\n\n- 高度\n  - 一百米\n- 人口\n  - 一万\n  - 二万\n\n</Compare>',
    told: [
      '12:1 error story-list-item｜Compare 的这一项不是正好两边：现在是“高度”下面有1项，应当是下一层正好两项，先左后右。｜在这一项下面写两行，行首空两格，再写“- ”：第一行是左边，第二行是右边。',
    ],
  },
  {
    title: 'a gallery of words, and an empty one',
    body: '<Gallery>\n\n文字\n\n</Gallery>\n\n<Gallery>\n\n</Gallery>',
    told: [
      '12:1 error story-inside｜Gallery 里除了照片还有别的：现在是“文字”，应当是只有 <Photo …/>。｜把文字移到组件外面；整组的说明写在 caption="…" 里。',
      '16:1 error story-inside｜Gallery 里面缺了内容：现在是空的，应当是几个 <Photo …/>。｜每张照片写一行 <Photo …/>。',
    ],
  },
  {
    title: 'a block that is never closed',
    body: '<Note kind="提示">\n\n文字',
    told: [
      '10:1 error story-tag-open｜Note 没有关上：现在是“<Note kind="提示">”，应当是<Note …> 和 </Note> 一对。｜在内容后面另起一行写 </Note>。',
    ],
  },
  {
    title: 'a block that was never opened',
    body: '文字\n\n</Note>',
    told: [
      '12:1 error story-tag-close｜标签只有结尾：现在是“</Note>”，前面没有开始的标签，应当是<Note …> 和 </Note> 一对。｜在内容前面另起一行写 <Note …>；用不着就删掉这里的 </Note>。',
    ],
  },
  {
    title: 'tags that are closed in the wrong order',
    body: '<Note kind="提示">\n\n<Letter from="某人">\n\n文字\n\n</Note>\n\n</Letter>',
    told: [
      '12:1 error story-tag-open｜Letter 没有关上：现在是“<Letter from="某人">”，应当是<Letter …> 和 </Letter> 一对。｜在内容后面另起一行写 </Letter>。',
      '18:1 error story-tag-close｜标签只有结尾：现在是“</Letter>”，前面没有开始的标签，应当是<Letter …> 和 </Letter> 一对。｜在内容前面另起一行写 <Letter …>；用不着就删掉这里的 </Letter>。',
    ],
  },
  {
    title: 'a photo and a number without their slash',
    body: `${photo('a.png').replace('/>', '>')}\n\n共<Num fact="books-count-2021">册`,
    beside: A,
    told: [
      '10:1 error story-tag-open｜Photo 没有关上：现在是“<Photo src="a.png" alt="操场上的孩子" caption=…”，应当是<Photo …/>。｜在 > 前面加一个斜线：<Photo …/>。',
      '12:2 error story-tag-open｜Num 没有关上：现在是“<Num fact="books-count-2021">”，应当是<Num …/>。｜在 > 前面加一个斜线：<Num …/>。',
    ],
  },
  {
    title: 'a tag without an end',
    body: '<Figure name="overview"\n\n后面的文字',
    told: [
      '10:1 error story-tag-open｜Figure 没有关上：现在是“<Figure name="overview"”，应当是<Figure …/>。｜在最后一个属性后面写 />。',
    ],
  },
  {
    title: 'a block that ends inside a list',
    body: '<Timeline>\n\n- **一月** 开始\n- **二月** 结束\n  </Timeline>',
    told: [
      '10:1 error story-tag-cross｜标签的开始和结尾不在同一层：现在是“<Timeline>”，应当是两个标签各占一行，都不在列表、引文里面。｜把 <Timeline> 和 </Timeline> 都放到单独一行，行首不空格，和文字之间空一行。',
    ],
  },
  {
    title: 'a tag over two lines inside a quotation',
    body: '> <Num\nfact="books-count-2021"/>',
    told: [
      '10:3 error story-tag-lines｜标签在这里不能分行写：现在是“<Num fact="books-count-2021"/>”，应当是从 < 到 > 写在一行里。｜把这个标签接成一行；在列表、引文和句子里都要这样。',
    ],
  },
  {
    title: 'attributes in a closing tag',
    body: '<Note kind="提示">\n\n文\n\n</Note kind="提示">',
    told: [
      '14:8 error story-attribute-stray｜标签里多了东西：现在是“kind="提示"”，应当是只有“属性名="值"”，中间用空格隔开。｜删掉它；是属性就写成 属性名="值"。',
    ],
  },
];

describe('A component that is written wrongly is told with line, column, what stands there and how to mend it', () => {
  test.each(cases)('$title', (one) => {
    expect(toldOfCase(one)).toEqual(one.told);
  });
});
