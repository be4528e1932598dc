import { describe, expect, test } from 'vitest';
import { pngOf } from '../pictures/samples.ts';
import { FRONT, PNG, type StoryCase, toldOfCase } from './story-mutation.ts';

const A = { 'stories/one/a.png': PNG };
const RIGHTS = 'caption="小操场" photographer="某人" holder="本站" licence="授权使用" people="无"';
/** A photo with all that it must have. */
const photo = (src: string, alt = '操场上的孩子', rights = RIGHTS) => `<Photo src="${src}" alt="${alt}" ${rights}/>`;
/** A story with a cover of these values. */
const cover = (values: string) => `${FRONT.replace('source:', `cover: { ${values} }\nsource:`)}\n正文一句。\n`;

const cases: StoryCase[] = [
  {
    title: 'a picture that is not there, and one that resembles it',
    body: photo('b.png'),
    beside: A,
    told: [
      '10:13 error picture-missing｜找不到这张图片：现在是“b.png”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜是不是想写“a.png”？',
    ],
  },
  {
    title: 'a picture in a folder without any',
    body: photo('photo.jpg'),
    told: [
      '10:13 error picture-missing｜找不到这张图片：现在是“photo.jpg”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜把图片放到 index.mdx 旁边，或者改正文件名。稿件的文件夹里一张图片也没有。',
    ],
  },
  {
    title: 'a name whose accent is a letter of its own on the disk and a mark in the text is the same name',
    body: photo('\u00e9.png'),
    beside: { 'stories/one/e\u0301.png': PNG },
    told: [],
  },
  {
    title: 'a picture too small to be seen well',
    body: photo('a.png'),
    beside: { 'stories/one/a.png': pngOf(120, 80) },
    told: [
      '10:13 warning picture-small｜图片太小，在网页上看不清：现在是“a.png”，宽120像素，应当是宽800像素以上。｜找原图换上：微信里先点“查看原图”再保存，网页上不要存缩略图。没有大的，网站就照原样大小放，不放大。',
    ],
  },
  {
    title: 'a picture in other letters',
    body: photo('A.PNG'),
    beside: A,
    told: [
      '10:13 error picture-missing｜图片文件名的大小写不对：现在是“A.PNG”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜改成“a.png”。',
    ],
  },
  {
    title: 'pictures from elsewhere',
    body: ['https://example.cn/a.png', 'data:image/png;base64,x', '//example.cn/a.png']
      .map((src) => photo(src))
      .join('\n\n'),
    told: [
      '10:13 error picture-elsewhere｜图片来自别的网站：现在是“https://example.cn/a.png”，应当是只有文件名，如“photo-1.jpg”。｜有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。',
      '12:13 error picture-elsewhere｜图片来自别的网站：现在是“data:image/png;base64,x”，应当是只有文件名，如“photo-1.jpg”。｜有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。',
      '14:13 error picture-elsewhere｜图片来自别的网站：现在是“//example.cn/a.png”，应当是只有文件名，如“photo-1.jpg”。｜有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。',
    ],
  },
  {
    title: 'pictures in other folders',
    body: ['/a.png', '../one/a.png', 'img\\a.png', './a.png', 'C:\\a.png'].map((src) => photo(src)).join('\n\n'),
    beside: A,
    told: [
      '10:13 error picture-elsewhere｜图片的文件名里有文件夹：现在是“/a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
      '12:13 error picture-elsewhere｜图片的文件名里有文件夹：现在是“../one/a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
      '14:13 error picture-elsewhere｜图片的文件名里有文件夹：现在是“img\\a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
      '16:13 error picture-elsewhere｜图片的文件名里有文件夹：现在是“./a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
      '18:13 error picture-elsewhere｜图片的文件名里有文件夹：现在是“C:\\a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
    ],
  },
  {
    title: 'Markdown pictures from elsewhere, also by reference',
    body: '![操场上的孩子](https://example.cn/a.png)\n\n![操场上的孩子](../a.png)\n\n![操场上的孩子][x]\n\n[x]: data:image/png;base64,x',
    told: [
      '10:1 error picture-elsewhere｜图片来自别的网站：现在是“https://example.cn/a.png”，应当是只有文件名，如“photo-1.jpg”。｜有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。',
      '12:1 error picture-elsewhere｜图片的文件名里有文件夹：现在是“../a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
      '14:1 error picture-elsewhere｜图片来自别的网站：现在是“data:image/png;base64,x”，应当是只有文件名，如“photo-1.jpg”。｜有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。',
    ],
  },
  {
    title: 'a Markdown picture that is not there',
    body: '![操场上的孩子](b.png)',
    told: [
      '10:1 error picture-missing｜找不到这张图片：现在是“b.png”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜把图片放到 index.mdx 旁边，或者改正文件名。稿件的文件夹里一张图片也没有。',
    ],
  },
  {
    title: 'a Markdown picture has no rights yet',
    body: '![操场上的孩子](a.png)',
    beside: A,
    told: [
      '10:1 warning picture-rights｜没有写这张图片的权利：现在是![…](a.png)，应当是<Photo …/> 组件。｜改用 <Photo src="a.png" …/>，写上说明、作者、权利和认得出的人。',
    ],
  },
  {
    title: 'Markdown pictures that say nothing',
    body: '![](a.png)\n\n![图片](a.png)',
    beside: A,
    told: [
      '10:1 warning picture-alt｜图片的替代文字没有说画面：现在是空的，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '10:1 warning picture-rights｜没有写这张图片的权利：现在是![…](a.png)，应当是<Photo …/> 组件。｜改用 <Photo src="a.png" …/>，写上说明、作者、权利和认得出的人。',
      '12:1 warning picture-alt｜图片的替代文字没有说画面：现在是“图片”，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '12:1 warning picture-rights｜没有写这张图片的权利：现在是![…](a.png)，应当是<Photo …/> 组件。｜改用 <Photo src="a.png" …/>，写上说明、作者、权利和认得出的人。',
    ],
  },
  {
    title: 'photos that say nothing',
    body: ['照片', '图1', 'a.png', 'a'].map((alt) => photo('a.png', alt)).join('\n\n'),
    beside: A,
    told: [
      '10:25 error picture-alt｜图片的替代文字没有说画面：现在是“照片”，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '12:25 error picture-alt｜图片的替代文字没有说画面：现在是“图1”，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '14:25 error picture-alt｜图片的替代文字没有说画面：现在是“a.png”，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '16:25 error story-attribute-short｜“alt”太短：现在是“a”，应当是至少2个字。｜多写几个字：画面上看得见什么，给看不见的人听。',
    ],
  },
  {
    title: 'a web page under a picture name',
    body: photo('a.png'),
    beside: { 'stories/one/a.png': '<html></html>' },
    told: [
      '10:13 error picture-not-what-named｜图片不能用：现在是网页（HTML），名字却是“a.png”，应当是JPEG、PNG、WebP、AVIF、GIF 或 SVG 图片。｜这是把网页存下来了：打开网页，在图片上点右键，选“图片另存为”。',
    ],
  },
  {
    title: 'a picture of another kind than its name says',
    body: photo('a.jpg'),
    beside: { 'stories/one/a.jpg': PNG },
    told: [
      '10:13 error picture-not-what-named｜图片不能用：现在是一张 PNG 图片，名字却是“a.jpg”，应当是名字和内容一致，如“a.png”。｜把文件改名为“a.png”，稿件里写的名字也一起改。',
    ],
  },
  {
    title: 'an empty picture',
    body: photo('a.png'),
    beside: { 'stories/one/a.png': new Uint8Array() },
    told: [
      '10:13 error picture-not-what-named｜图片不能用：现在是一个空文件（0字节），应当是JPEG、PNG、WebP、AVIF、GIF 或 SVG 图片。｜从原来的地方重新拷一份。',
    ],
  },
  {
    title: 'a picture that lies elsewhere, by a link',
    body: photo('a.png'),
    beside: { 'stories/one/a.png': { link: '/etc/hostname' } },
    told: [
      '10:13 error picture-link｜图片是一个快捷方式（链接）：现在是“a.png”，内容在别处，应当是图片文件本身。｜把图片文件本身拷到稿件的文件夹里，换掉快捷方式。',
    ],
  },
  {
    title: 'a picture past its day',
    body: photo('a.png', '操场上的孩子', `${RIGHTS} expires="2026-11-24"`),
    beside: A,
    told: [
      '10:112 warning picture-expired｜图片的使用期限过了：现在是最晚用到 2026-11-24，应当是2026-11-25 或者以后。｜网站已经不放它：去掉这张图片，或者取得新的许可再改 expires。',
    ],
  },
  {
    title: 'a picture nobody shows',
    body: '文',
    beside: A,
    told: [
      'stories/one/a.png:1:1 warning picture-unused｜这张图片没有用到：现在稿件里没有写“a.png”，应当是用到的图片。｜在稿件里用上它，或者从文件夹里删掉。',
    ],
  },
  {
    title: 'a cover that is not there',
    text: cover(
      'src: b.png, alt: 操场上的孩子, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 无',
    ),
    beside: A,
    told: [
      '7:15 error picture-missing｜找不到这张图片：现在是“b.png”，应当是稿件文件夹里有的图片文件名，大小写也一样。｜是不是想写“a.png”？',
    ],
  },
  {
    title: 'a cover from elsewhere',
    text: cover(
      'src: ../a.png, alt: 操场上的孩子, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 无',
    ),
    told: [
      '7:15 error picture-elsewhere｜图片的文件名里有文件夹：现在是“../a.png”，应当是只有文件名，如“photo-1.jpg”。｜把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名“a.png”。',
    ],
  },
  {
    title: 'a cover that says nothing, past its day, with people in it',
    text: cover(
      'src: a.png, alt: 封面图, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 张三, expires: 2026-01-01',
    ),
    beside: A,
    told: [
      '7:27 error picture-alt｜图片的替代文字没有说画面：现在是“封面图”，应当是画面上看得见什么。｜写给看不见的人听：谁在哪里做什么，看得见什么。',
      '7:112 warning picture-expired｜图片的使用期限过了：现在是最晚用到 2026-01-01，应当是2026-11-25 或者以后。｜网站已经不放它：去掉这张图片，或者取得新的许可再改 expires。',
    ],
  },
  {
    title: 'a cover that must not be cut at an unknown side',
    text: cover(
      'src: a.png, alt: 操场上的孩子, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 无, focus: 上面',
    ),
    beside: A,
    told: [
      '7:112 error not-an-option｜这里只能从几个词里选：现在是“上面”，应当是其中一个：左写 left，中写 centre，右写 right，上写 top，下写 bottom。｜“上面”在这里写 top（上）。',
    ],
  },
  {
    title: 'a cover in an unknown form',
    text: cover(
      'src: a.png, alt: 操场上的孩子, caption: 小操场, photographer: 某人, holder: 本站, licence: 授权使用, people: 无, form: 整张',
    ),
    beside: A,
    told: [
      '7:111 error not-an-option｜这里只能从几个词里选：现在是“整张”，应当是其中一个：整张写 wide，裁满写 cut。｜“整张”在这里写 wide。',
    ],
  },
  {
    title: 'photos wider than the text, in words that are none, and without a value',
    body: ['form="wide"', 'form="full"', 'form="满屏"', 'wide']
      .map((form) => photo('a.png', '操场上的孩子', `${RIGHTS} ${form}`))
      .join('\n\n'),
    beside: A,
    told: [
      '14:109 error story-attribute-choice｜“form”只能从几个词里选：现在是“满屏”，应当是其中一个：加宽写 wide，满屏写 full。｜“满屏”在这里写 full。',
      '16:103 error story-unknown-attribute｜Photo 没有这个属性：现在是“wide”，应当是src、alt、caption、photographer、holder、licence、people、expires、map_approval、press、form 中的一个。｜写成 form="wide"。',
    ],
  },
  {
    title: 'a photo that says how wide it is where its gallery or letter decides',
    body: ['<Gallery>', '<Letter from="样例小学生">']
      .map((tag) => {
        const name = /\w+/.exec(tag)?.[0];
        return `${tag}\n\n${photo('a.png', '操场上的孩子', `${RIGHTS} form="full"`)}\n\n</${name}>`;
      })
      .join('\n\n'),
    beside: A,
    told: [
      '12:103 error story-photo-form｜Gallery 里的照片写了多宽：现在是form="full"，应当是没有 form，多宽由 Gallery 来排。｜删掉 form="…"；要放大的这一张，移到 Gallery 外面单独放。',
      '18:103 error story-photo-form｜Letter 里的照片写了多宽：现在是form="full"，应当是没有 form，多宽由 Letter 来排。｜删掉 form="…"；要放大的这一张，移到 Letter 外面单独放。',
    ],
  },
];

describe('A picture that cannot be shown, or of which too little is known, is told at its place', () => {
  test.each(cases)('$title', (one) => {
    expect(toldOfCase(one)).toEqual(one.told);
  });
});
