import { tidy } from '#desk/tidy.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run tidy`: puts right what pasting does to a story, and shows what it changed. */
const HELP = `整理一篇从 Word、WPS、公众号粘来的稿子：分段、空行、看不见的字符、全角的记号、半角的标点、直引号、粘来的表格。一个字也不改。

用法：npm run tidy -- 稿件id
　　　npm run tidy -- 稿件id --show

选项
  --show   只显示会改哪里，不写文件
  --help   显示这段说明

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content`;

await runAct(tidy, HELP);
