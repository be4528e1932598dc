import { exportDocxWith } from '#desk/export/export-docx.ts';
import { drawFigures } from '#site/drawings/draw-figures.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run export:docx`: makes a Word document of a story, for those who file paper. */
const HELP = `把一篇稿件做成 Word 文件，打印、归档用：标题、列表、表格、引文、照片、图都在，数的出处和链接在脚注里。

用法：npm run export:docx -- 稿件id

选项
  --json  只在标准输出上打印一个 JSON 对象，给别的程序用
  --help  显示这段说明

写到当前文件夹的 exports/稿件id/稿件id.docx（不进 Git）。A4，页边和字号照公文格式（GB/T 9704）。
审完的，开头写着谁、什么时候审的；没有审完的也能导出，开头写着“草稿”和还差什么；样稿写着“样稿”。
有人撤回了授权、授权过期了，不导出，以前导出过的从 exports 里删掉。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_URL       网站的地址，不写就用 site.yaml 里的
  SITE_NOW       当作“现在”的时间；不写就是电脑上的时间

结果
  0  导出好了
  1  没有导出：授权撤回或者过期了，或者内容里有错误
  2  没有导出：命令写错了，或者没有这篇稿件`;

await runAct(exportDocxWith(drawFigures), HELP);
