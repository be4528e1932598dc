import { reportImport } from '#desk/reports/report-import.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run report:import`: reads a form that a unit filled in, shows what the site will say, and writes one report. */
const HELP = `把填好的上报表记下来，写成内容文件夹 reports 里的一个文件。先全部查一遍，有一格不对就一格一格说，什么也不写；再说网页上现在怎么写、以后怎么写。

用法：npm run report:import -- 上报表.xlsx
　　　npm run report:import -- 上报表.csv

选项
  --dry-run  只说网页上会怎么变，不写
  --json     只在标准输出上打印一个 JSON 对象，给别的程序用
  --help     显示这段说明

上报表用 npm run report:template 写一份空的；WPS、LibreOffice 存的 .xlsx，UTF-8 或者 GB18030 的 .csv 都读。
行可以换次序，列可以藏起来。没有数的空着，不是0。公式不算，要贴成值。报过的不改：更正的另报一份，日期写晚一天。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了，或者以前记过、没有变
  1  没有记：表里或者内容里有错误，或者写不进去
  2  没有记：命令写错了，或者没有这个文件`;

await runAct(reportImport, HELP);
