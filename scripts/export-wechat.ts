import { exportWechatWith } from '#desk/export/export-wechat.ts';
import { drawFigures } from '#site/drawings/draw-figures.ts';
import { drawShared } from '#site/drawings/draw-shared.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run export:wechat`: makes of a story that may go out the article of an official account. */
const HELP = `把一篇能发的稿件做成公众号的文章：正文可以直接粘贴，图、封面、标题、摘要都备好。

用法：npm run export:wechat -- 稿件id

选项
  --json  只在标准输出上打印一个 JSON 对象，给别的程序用
  --help  显示这段说明

写到当前文件夹的 exports/稿件id/（不进 Git），一次换上去，不会只有一半：
  wechat.html                     用浏览器打开，按“复制正文”；标题、作者、摘要、原文地址也在上面
  pictures/                       正文里的图，按次序上传
  cover-235.jpg、cover-11.jpg     封面
  report.txt                      和上限比、改了什么、凭什么可以发、用到哪一天

正文的字和网站一样：数的出处、链接改成文末的注，网页上的图改成图片。
审稿没有审完、有人没有同意用在微信、授权过期或者撤回了、没有到时间、已经撤下、样稿，都不导出，原因一次说完；以前导出过的从 exports 里删掉。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_URL       网站的地址，不写就用 site.yaml 里的
  SITE_NOW       当作“现在”的时间；不写就是电脑上的时间

结果
  0  导出好了
  1  没有导出：这一篇现在不能发，或者内容里有错误
  2  没有导出：命令写错了，或者没有这篇稿件`;

await runAct(exportWechatWith({ figures: drawFigures, shared: drawShared }), HELP);
