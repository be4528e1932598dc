import { describe, expect, test } from 'vitest';
import { FRONT, type StoryCase, toldOfCase } from './story-mutation.ts';

const cases: StoryCase[] = [
  {
    title: 'a pair of braces',
    body: '正文{甲}。',
    told: [
      '10:3 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'escaped braces',
    body: '正文\\{甲\\}。',
    told: [
      '10:4 error story-brace｜稿件里不能用英文大括号：现在是“{甲\\}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'a brace that is never closed, and one that was never opened',
    body: '正文{甲。\n\n乙}。',
    told: [
      '10:3 error story-brace｜稿件里不能用英文大括号：现在是“{”，后面没有 }，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '12:2 error story-brace｜稿件里不能用英文大括号：现在是“}”，前面没有 {，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'braces inside braces, told once, and braces in code',
    body: '{{甲}}和`{乙}`',
    told: [
      '10:1 error story-brace｜稿件里不能用英文大括号：现在是“{{甲}}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:8 error story-brace｜稿件里不能用英文大括号：现在是“{乙}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'braces in an attribute that is text',
    body: '<Figure name="overview" title="图{一}"/>',
    told: [
      '10:33 error story-brace｜稿件里不能用英文大括号：现在是“{一}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'a paragraph that begins with import',
    body: 'import 了一批书\n\n正文',
    told: [
      '10:1 error story-import｜段落不能以 import 或 export 加空格开头：现在是“import 了一批书”，应当是中文的句子。｜这是程序的写法，删掉这一行；真要写这个英文词，就把它放到句子中间。',
    ],
  },
  {
    title: 'a program that would run',
    body: '正文\n\nexport const a = 1\n\n正文',
    told: [
      '12:1 error story-import｜段落不能以 import 或 export 加空格开头：现在是“export const a = 1”，应当是中文的句子。｜这是程序的写法，删掉这一行；真要写这个英文词，就把它放到句子中间。',
    ],
  },
  {
    title: 'a line break in HTML',
    body: '一行<br>二行<br/>三行',
    told: [
      '10:3 error story-html｜稿件里不能用 HTML 标签：现在是“<br>”，应当是空一行。｜要另起一段就空一行；删掉这个标签。',
      '10:9 error story-html｜稿件里不能用 HTML 标签：现在是“<br/>”，应当是空一行。｜要另起一段就空一行；删掉这个标签。',
    ],
  },
  {
    title: 'bold words in HTML, told once a pair',
    body: '<b>粗</b>和<STRONG>粗</STRONG>',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<b>”，应当是**粗体**。｜要加粗就在字的两边各写两个星号：**要加粗的字**。',
      '10:10 error story-html｜稿件里不能用 HTML 标签：现在是“<STRONG>”，应当是**粗体**。｜要加粗就在字的两边各写两个星号：**要加粗的字**。',
    ],
  },
  {
    title: 'paragraphs, colours and a picture in HTML',
    body: '<p>文</p><font color="red">红</font>\n\n<img src="a.png">',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<p>”，应当是不带标签的文字。｜删掉标签，只留文字；段落之间空一行，样子由网站统一安排。',
      '10:9 error story-html｜稿件里不能用 HTML 标签：现在是“<font color="red">”，应当是不带标签的文字。｜删掉标签，只留文字；段落之间空一行，样子由网站统一安排。',
      '12:1 error story-html｜稿件里不能用 HTML 标签：现在是“<img src="a.png">”，应当是<Photo …/> 组件。｜图片文件放在稿件旁边，写成 <Photo src="文件名" …/>，说明、作者、权利都要写。',
    ],
  },
  {
    title: 'a link and a heading in HTML',
    body: '<a href="https://example.cn">字</a>\n\n<h2>题</h2>',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<a href="https://example.cn">”，应当是[要点的字](网址)。｜链接写成 [要点的字](https://网址)，站内的写成 [要点的字](/页面/)。',
      '12:1 error story-html｜稿件里不能用 HTML 标签：现在是“<h2>”，应当是## 标题。｜标题写成单独一行，前面写“## ”（两个井号加空格），小一级的写“### ”。',
    ],
  },
  {
    title: 'a script with braces inside, told once',
    body: '前<script>alert({a: 1})</script>后',
    told: [
      '10:2 error story-html｜稿件里不能用 HTML 标签：现在是“<script>”，应当是只有文字和网站的组件。｜删掉它：网站不放程序、视频和别的网站的内容。',
    ],
  },
  {
    title: 'a frame of another site',
    body: '<iframe src="https://example.cn"></iframe>',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<iframe src="https://example.cn">”，应当是只有文字和网站的组件。｜删掉它：网站不放程序、视频和别的网站的内容。',
    ],
  },
  {
    title: 'a table in HTML',
    body: '<table><tr><td>格</td></tr></table>',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<table>”，应当是用竖线 | 画的表格。｜每行写成“| 甲 | 乙 |”，第二行写“|---|---|”。',
      '10:8 error story-html｜稿件里不能用 HTML 标签：现在是“<tr>”，应当是用竖线 | 画的表格。｜每行写成“| 甲 | 乙 |”，第二行写“|---|---|”。',
      '10:12 error story-html｜稿件里不能用 HTML 标签：现在是“<td>”，应当是用竖线 | 画的表格。｜每行写成“| 甲 | 乙 |”，第二行写“|---|---|”。',
    ],
  },
  {
    title: 'an element that is closed only',
    body: '文</div>',
    told: [
      '10:2 error story-html｜稿件里不能用 HTML 标签：现在是“</div>”，应当是不带标签的文字。｜删掉标签，只留文字；段落之间空一行，样子由网站统一安排。',
    ],
  },
  {
    title: 'an element nobody knows',
    body: '<abc>文</abc>',
    told: [
      '10:1 error story-html｜稿件里不能用 HTML 标签：现在是“<abc>”，应当是不带标签的文字。｜删掉标签，只留文字；段落之间空一行，样子由网站统一安排。',
    ],
  },
  {
    title: 'a comment',
    body: '前<!-- 以后{再}写 -->后',
    told: [
      '10:2 error story-comment｜稿件里不能写注释：现在是“<!-- 以后{再}写 -->”，应当是只有给读者看的字。｜删掉它；要给同事留话，写在别处。',
    ],
  },
  {
    title: 'a comment that is never closed ends with its paragraph',
    body: '前<!-- 以后再写\n\n后{甲}',
    told: [
      '10:2 error story-comment｜稿件里不能写注释：现在是“<!-- 以后再写”，应当是只有给读者看的字。｜删掉它；要给同事留话，写在别处。',
      '12:2 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'a document type, PHP and CDATA',
    body: '<!DOCTYPE html>\n\n<?php echo 1 ?>\n\n<![CDATA[x]]>',
    told: [
      '10:1 error story-html｜稿件里不能用网页代码：现在是“<!DOCTYPE html>”，应当是只有文字和网站的组件。｜删掉它。这多半是从网页里带出来的：请用“只粘贴文本”。',
      '12:1 error story-html｜稿件里不能用网页代码：现在是“<?php echo 1 ?>”，应当是只有文字和网站的组件。｜删掉它。这多半是从网页里带出来的：请用“只粘贴文本”。',
      '14:1 error story-html｜稿件里不能用网页代码：现在是“<![CDATA[x]]>”，应当是只有文字和网站的组件。｜删掉它。这多半是从网页里带出来的：请用“只粘贴文本”。',
    ],
  },
  {
    title: 'a tag without a name',
    body: '<>文</>',
    told: [
      '10:1 error story-html｜标签里没有名字：现在是“<>”，应当是文字，或者一个组件。｜删掉它；要写书名号用《》。',
      '10:4 error story-html｜标签里没有名字：现在是“</>”，应当是文字，或者一个组件。｜删掉它；要写书名号用《》。',
    ],
  },
  {
    title: 'addresses in angle brackets',
    body: '<https://example.cn>和<a@example.cn>',
    told: [
      '10:1 error story-autolink｜网址两边不能用尖括号：现在是“<https://example.cn>”，应当是不带尖括号的网址，或者 [要点的字](网址)。｜删掉两边的 < 和 >；网址会自己变成链接。',
      '10:22 error story-autolink｜网址两边不能用尖括号：现在是“<a@example.cn>”，应当是不带尖括号的网址，或者 [要点的字](网址)。｜删掉两边的 < 和 >；网址会自己变成链接。',
    ],
  },
  {
    title: 'less than a number',
    body: '人数<20人，比例 < 5%',
    told: [
      '10:3 error story-less-than｜小于号不能直接写：现在是“人数<20人”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
      '10:11 error story-less-than｜小于号不能直接写：现在是“比例 < 5%”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
    ],
  },
  {
    title: 'less than or equal, an arrow to the left',
    body: 'x<=5，a<-b',
    told: [
      '10:2 error story-less-than｜小于号不能直接写：现在是“x<=5”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
      '10:7 error story-less-than｜箭头不能用 < 拼：现在是“a<-b”，应当是箭头 ←，或者全角的＜。｜把 <- 改成 ←。',
    ],
  },
  {
    title: 'less than a letter',
    body: 'p<q，好',
    told: [
      '10:2 error story-less-than｜小于号不能直接写：现在是“p<q”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
    ],
  },
  {
    title: 'Chinese words in English angle brackets',
    body: '见<关于印发的通知>。',
    told: [
      '10:2 error story-less-than｜中文不能放在英文尖括号里：现在是“见<关于印发的通知>”，应当是书名号《》，或者全角的＜＞。｜把两边的 < 和 > 改成《》；标点用中文输入法打。',
    ],
  },
  {
    title: 'a sign at the end of the text',
    body: '文<',
    told: [
      '10:2 error story-less-than｜小于号不能直接写：现在是“文<”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
    ],
  },
  {
    title: 'a component that does not exist',
    body: '<Foto src="a.png"/>',
    told: [
      '10:1 error story-unknown-component｜没有这个组件：现在是“<Foto src="a.png"/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜是不是想写“Photo”？',
      '10:1 error story-attribute-missing｜Photo 少了必须写的属性：现在是没有写“alt”、“caption”、“photographer”、“holder”、“licence”、“people”，应当是全部写上。｜加上 alt="…"（画面上看得见什么，给看不见的人听），加上 caption="…"（图片下面的说明），加上 photographer="…"（谁拍的，谁画的），加上 holder="…"（权利归谁），加上 licence="…"（凭什么可以用：许可协议，或者谁的授权），加上 people="…"（认得出的人，用顿号隔开；没有就写“无”）。',
      '10:12 error picture-missing｜找不到这张图片：现在是“a.png”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜把图片放到 index.mdx 旁边，或者改正文件名。稿件的文件夹里一张图片也没有。',
    ],
  },
  {
    title: 'a component that resembles none, dotted and namespaced names',
    body: '<Slideshow/>\n\n<Note.Big/>\n\n<a:b/>',
    told: [
      '10:1 error story-unknown-component｜没有这个组件：现在是“<Slideshow/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜改成上面的一个，大小写也要一样。',
      '12:1 error story-unknown-component｜没有这个组件：现在是“<Note.Big/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜改成上面的一个，大小写也要一样。',
      '14:1 error story-unknown-component｜没有这个组件：现在是“<a:b/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜改成上面的一个，大小写也要一样。',
    ],
  },
  {
    title: 'what plain pictures become is no component for authors',
    body: '<PlainPhoto src="a.png" alt="操场上的孩子"/>',
    told: [
      '10:1 error story-unknown-component｜没有这个组件：现在是“<PlainPhoto src="a.png" alt="操场上的孩子"/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜改成上面的一个，大小写也要一样。',
    ],
  },
  {
    title: 'components in small letters and capitals',
    body: '共<num fact="books-count-2021"/>册。\n\n<FIGURE name="overview"/>',
    told: [
      '10:2 error story-unknown-component｜组件名的大小写不对：现在是“<num fact="books-count-2021"/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜是不是想写“Num”？',
      '12:1 error story-unknown-component｜组件名的大小写不对：现在是“<FIGURE name="overview"/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜是不是想写“Figure”？',
    ],
  },
  {
    title: 'a misspelt pair is two mistakes and no third',
    body: '<Notee kind="提示">\n\n文\n\n</Notee>',
    told: [
      '10:1 error story-unknown-component｜没有这个组件：现在是“<Notee kind="提示">”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜是不是想写“Note”？',
      '14:1 error story-unknown-component｜没有这个组件：现在是“</Notee>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜是不是想写“Note”？',
    ],
  },
  {
    title: 'a name that runs into its attribute',
    body: '<Figurename="overview"/>',
    told: [
      '10:1 error story-unknown-component｜组件名后面少了空格：现在是“<Figurename="overview"/>”，应当是Num、Name、Figure、Photo、Gallery、Quote、Timeline、Interview、Note、Letter、Roster、Compare。｜组件名后面空一格：<Figure …。',
    ],
  },
  {
    title: 'a component in full-width brackets',
    body: '共＜Num fact＝"books-count-2021"／＞册。',
    told: [
      '10:2 error story-full-width｜组件两边的尖括号不是英文的：现在是“＜Num fact＝"books-count-2021"／＞”，应当是英文的 < 和 >。｜切换到英文输入法，把两边的括号、引号、等号和斜线都重新打一遍。',
    ],
  },
  {
    title: 'a component in the brackets of book titles',
    body: '共《Num fact="books-count-2021"/》册，见《Photo》杂志。',
    told: [
      '10:2 error story-full-width｜组件两边的尖括号不是英文的：现在是“《Num fact="books-count-2021"/》”，应当是英文的 < 和 >。｜切换到英文输入法，把两边的括号、引号、等号和斜线都重新打一遍。',
    ],
  },
  {
    title: 'a tag in a table cell that is no word',
    body: '| 甲 | 乙 |\n|---|---|\n| <Figure name="overview"/> | 二 |',
    told: [
      '12:3 error story-nested｜Figure 放在了表格里：现在是“<Figure name="overview"/>”，应当是单独成段。｜把它移到表格外面，单独成段，前后各空一行。',
    ],
  },
  {
    title: 'a block of code that is never ended, and a mistake behind it',
    body: '文\n\n```\n代码\n\n文{甲}',
    told: [
      '12:1 error story-code-open｜从这里到文末都成了代码：现在是“```”，应当是前后各有一行同样的记号，或者没有。｜删掉这一行开头的 ``` 或 ~~~ ；稿件里一般用不着代码。',
      '15:2 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'a text that is too long',
    text: FRONT + '文'.repeat(70_000),
    told: [
      '9:1 error story-too-large｜正文太长：现在是210千字节，应当是不超过200千字节（约六万字）。｜拆成几篇；如果是误把别的文件粘了进来，就删掉。',
    ],
  },
  {
    title: 'a text of too many lines',
    text: FRONT + '文\n'.repeat(9_000),
    told: [
      '9:1 error story-too-large｜正文太长：现在是9001行，应当是不超过8000行。｜拆成几篇；如果是误把别的文件粘了进来，就删掉。',
    ],
  },
  {
    title: 'a file that is too large',
    text: FRONT + '<'.repeat(1_000_000),
    told: [
      '1:1 error story-too-large｜稿件的文件太大：现在是1001千字节，应当是不超过1000千字节的文字。｜稿件里只放文字；图片放在旁边单独的文件里。',
    ],
  },
  {
    title: 'ten thousand quotations inside one another',
    body: `${'>'.repeat(10_000)}文`,
    told: [
      '10:1 error story-too-deep｜列表或引文套得太深：现在是10000层，应当是不超过12层。｜减少行首的 > 、- 和编号；一般一两层就够了。',
    ],
  },
  {
    title: 'more stars than any paragraph has',
    body: '*文'.repeat(1_200),
    told: [
      '10:1 error story-too-many-marks｜这一段里的记号太多：现在是1200个星号、下划线、方括号之类的记号，应当是一段最多1000个，全文最多5000个。｜删掉多余的记号；这一段多半是误粘进来的。',
    ],
  },
  {
    title: 'a hundred thousand stars in a sentence',
    body: `文${'*'.repeat(100_000)}文`,
    told: [
      '10:2 error story-too-many-marks｜这一段里的记号太多：现在是连着100000个 *，应当是最多连着100个。｜删掉多余的记号；这一段多半是误粘进来的。',
    ],
  },
  {
    title: 'very many mistakes of one kind: twenty, then how many more',
    body: '{甲}'.repeat(25),
    told: [
      '10:1 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:4 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:7 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:10 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:13 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:16 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:19 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:22 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:25 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:28 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:31 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:34 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:37 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:40 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:43 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:46 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:49 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:52 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:55 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:58 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '10:61 error story-brace｜同样的问题还有5处：现在只列出前20处，应当全部改好。｜照前面说的改法，从这里往下一处一处改。',
    ],
  },
];

describe('What MDX would stop at in a story is told with line, column, what stands there and how to mend it', () => {
  test.each(cases)('$title', (one) => {
    expect(toldOfCase(one)).toEqual(one.told);
  });
});
