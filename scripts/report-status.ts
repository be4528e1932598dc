import { reportStatus } from '#desk/reports/report-status.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run report:status`: shows who has reported what for which year, and who has not. */
const HELP = `看谁报了、谁还没有：每个单位最近一份是哪一天的，每一年收到几项、还差哪几项。只看，什么也不改。

用法：npm run report:status
　　　npm run report:status -- --unit 单位id --year 2022

选项
  --unit   只看一个单位
  --year   只看一年
  --help   显示这段说明

还没有收到，不等于没有做。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  看到了
  1  没有看到：内容里有错误
  2  没有看到：命令写错了，没有这个单位或者这一年`;

await runAct(reportStatus, HELP);
