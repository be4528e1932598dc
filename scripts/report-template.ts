import { reportTemplate } from '#desk/reports/report-template.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run report:template`: writes the .xlsx in which one unit reports one year. */
const HELP = `写一份空的上报表（.xlsx），给一个单位报一年的数：它自己的任务、计划、单位都填好锁上，只有完成数、截至日期、说明、谁报的要填。
收回来以后 npm run report:import -- 文件名。

用法：npm run report:template -- --unit 单位id --year 2022

选项
  --unit   哪个单位：单位的 id，和 reports 里文件名的开头一样
  --year   哪一年，计划里有的
  --out    写到哪个文件，不写就是当前文件夹里的 上报表-单位-年份.xlsx
  --help   显示这段说明

已经有的文件不动。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  写好了
  1  没有写：内容里有错误，或者写不进去
  2  没有写：命令写错了，没有这个单位或者这一年，或者文件已经有了`;

await runAct(reportTemplate, HELP);
