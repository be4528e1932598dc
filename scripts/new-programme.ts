import { newProgramme } from '#desk/new-programme/new-programme.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run new:programme`: asks twelve questions and makes the content folder of another programme. */
const HELP = `从头做一套内容：照着文件答十二个问题，建好一个新的内容文件夹，马上能生成网站：一份文件，一组结对，一个项目，一篇解读。

用法：npm run new:programme
　　　npm run new:programme -- 选项

选项（写了的就不再问）
  --folder        一、新文件夹，哪里都可以；已经有东西的不动
  --name          二、网站名称
  --organisation  三、文件是哪个单位的
  --title         四、文件的标题，照抄
  --date          五、哪一天印发、签订的：2026年3月1日、2026-3-1
  --years         六、管哪几年：2026、2026—2030
  --giver         七、援助一方：市、县、机关、企业、学校、医院……；名字看不准的在后面加括号：样例市（县级市）
  --receiver      八、受援一方，写法同上；别的文字的名字空一格写在后面
  --third         九、受援一方的下一级，几个用顿号隔开；没有就不写
  --pairing       十、文件里写谁和谁结对的那一句，照抄
  --clause        十一、文件里写一个项目的那一条，连同序号照抄
  --target        十二、那一条里写做多少的几个字，照抄：每年200册；没有就不写
  --yes           不再确认
  --help          显示这段说明
有的答案看不出来，才多问一句
  --giver-kind --receiver-kind　它是什么：市、县、乡镇、机关、部门、前方指挥部、企业、学校、医院
  --language --names-source　　 别的文字的名字是什么文字，从哪里抄来的
  --heading                     项目那一条上面的标题，照抄；就是写结对的那一句的，写 同上
  --project                     项目叫什么
  --unit                        按什么来数：人、场、课时

例：npm run new:programme -- --folder ../样例 --name 两校一堂课 --organisation 样例枫小学 --title 样例枫小学、样例桦小学结对协议 --date 2026-1-5 --years 2026 --giver 样例枫小学 --receiver 样例桦小学 --pairing 一、样例枫小学和样例桦小学结对。 --clause 1．同上一堂课。全年同上40课时。 --heading 同上 --target 全年同上40课时

答案也可以写在一个文件里，一行一个：npm run new:programme < 文件。没有问到的都空着，不编；接着怎样写见 content/README.md。

环境变量
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  建好了
  1  没有建：照答案做出来的内容有错误，或者写不进去
  2  没有建：命令写错了，或者少了选项
  130  中途停下了，没有建`;

await runAct(newProgramme, HELP);
