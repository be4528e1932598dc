import { importDocx } from '#desk/word/import-docx.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run import:docx`: makes the draft of a story of a document of a word processor. */
const HELP = `把一个 Word 文件（.docx）变成一篇草稿：内容文件夹的 stories 里多一个文件夹，里面是稿件 index.mdx、图片和导入说明 import.md。
一个字也不编：标题、作者、日期、项目、地方照文件里写的；没有写的、拿不准的，import.md 里一条一条问。先全部做好，再一次放进去。

用法：npm run import:docx -- 稿件.docx
　　　npm run import:docx -- 稿件.docx --id di-yi-feng-xin

选项
  --id       文件夹的名字和网址的末尾：小写拼音、数字和连字符；不写就由标题来，里面没有人的名字
  --replace  这一篇以前导过，文件又改了：换成这一次的。导入以后改过的那一份另存在旁边，不会没有
  --dry-run  只说会怎样，不写
  --json     只在标准输出上打印一个 JSON 对象，给别的程序用
  --help     显示这段说明

Word、WPS、LibreOffice、腾讯文档、Google 文档存的 .docx 都读；.doc 先另存为 .docx。同一个文件再导一次，什么也不变。
导进来的是草稿：照样要补图片的权利，要授权，要三审，才会在网站上。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录放在哪里，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  建好了，或者以前导过、没有变
  1  没有导：文件读不了，内容里有错误，或者已经有这一篇、没有写 --replace
  2  没有导：命令写错了，或者没有这个文件`;

await runAct(importDocx, HELP);
