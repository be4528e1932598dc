import { review } from '#desk/review/review.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run review`: writes the sheet (送审单) that reviewers read before they sign. */
const HELP = `打印送审单：找到的人和他们的授权，要问清的事，读者会看到的稿件，每个数的出处，最后签字。

用法：npm run review -- 稿件id
　　　npm run review -- 稿件id --out 文件.html
　　　npm run review -- 稿件id --since

选项
  --out    写到哪个文件，不写就是 review/稿件id.html（这个文件夹不进 Git）
  --since  不写送审单，只列出每个人签字以后改了哪里
  --help   显示这段说明

用浏览器打开写好的文件，打印成 A4 纸或 PDF。送审单是内部材料，上面有授权书放在哪里，不要公开。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间；不写就是电脑上的时间`;

await runAct(review, HELP);
