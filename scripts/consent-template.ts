import { consentTemplate } from '#desk/records/roster-template.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run consent:template`: writes the .xlsx in which a clerk writes down a whole roster and its papers. */
const HELP = `写一份空的授权名单（.xlsx）：一人一行，姓名、年龄段、监护人、同意什么、到哪一天、授权书放在哪里，有说明，有例子。
填好以后 npm run consent:import -- 文件名，一次全部记下来。

用法：npm run consent:template
　　　npm run consent:template -- --story 稿件id

选项
  --story  先填上这篇稿子里写到、记录里还没有的人
  --out    写到哪个文件，不写就是 review/授权名单.xlsx（这个文件夹不进 Git）
  --help   显示这段说明

已经有的文件不动。填了名字的名单是内部材料，不要公开。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  写好了
  1  没有写：写不进去
  2  没有写：命令写错了，没有这篇稿子，或者文件已经有了`;

await runAct(consentTemplate, HELP);
