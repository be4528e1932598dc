import { consentImport } from '#desk/records/roster-import.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run consent:import`: reads a roster that a clerk filled in, and writes everyone and every paper in it. */
const HELP = `把填好的授权名单记下来：一人一个文件，一张授权书一个文件。先全部查一遍，有一格不对就一格一格说，什么也不写。

用法：npm run consent:import -- 名单.xlsx
　　　npm run consent:import -- 名单.csv

选项
  --dry-run  只说要写什么，不写
  --help     显示这段说明

名单用 npm run consent:template 写一份空的来填；WPS、LibreOffice 存的 .xlsx，UTF-8 或者 GB18030 的 .csv 都读。
记录里已经有的人（同名）不再记一遍；同一张授权书不记两遍；改过的授权书另记一张，旧的留着。备注以“例子”开头的一行不读。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了，或者没有要记的
  1  没有记：名单或者记录里有错误，或者写不进去
  2  没有记：命令写错了`;

await runAct(consentImport, HELP);
