import { check } from '#desk/check.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run check`: tells everything that is wrong with the content, at once and in Chinese. */
const HELP = `检查内容：把 content/ 里的全部问题一次列出来，每一个都写明文件、行、列和怎么改。

用法：npm run check
　　　npm run check -- 选项

选项
  --json         只在标准输出上打印一个 JSON 数组，给别的程序用；没有问题时打印 []
  --samples      连样稿一起检查（本来就是这样）
  --no-samples   不检查样稿
  --help         显示这段说明

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01 或 2026-03-01T08:00:00+08:00；不写就是电脑上的时间

结果
  0  没有错误（可能有提醒，提醒不影响生成网站）
  1  有错误，网站不会生成；或者磁盘坏了、没有权限这些，检查没有做完
  2  命令本身写错了，没有检查`;

await runAct(check, HELP);
