import { newCoverage } from '#desk/new-coverage.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run new:coverage`: asks about a report that others published, and registers it. */
const HELP = `登记一篇别人登过的报道：问几个问题，在 content/coverage 里写好一个文件。登记过的会先告诉你，不写第二次。

用法：npm run new:coverage
　　　npm run new:coverage -- 选项

选项（写了的就不再问）
  --url         原文的网址；没有见到原文的不写
  --http        网址是 http:// 的才问：改成 https 试过、打不开，写 是
  --title       标题，照印的写
  --publisher   媒体，谁登的
  --date        哪一天登的，如 2026-03-01；只知道月、年的写 2026-03、2026
  --seen-as     见到的是什么：original 原载、repost 转载、encyclopedia 资料条目；写了网址的不写就是原载
  --direct      写的就是本项目主办单位自己的工作：是、否；不写就是否
  --places      写到哪些地方，id、名字或者号码，几个用顿号隔开
  --projects    和哪些项目有关，写法同上
  --summary     写了什么，一句自己的话，最多120个字，不写人名
  --caution     要提醒读者的；说的正是文件的年度、又和项目有关的，必须写
  --confidence  有多可靠：high 高、medium 中；不写就是中
  --id          文件名，小写字母、数字和连字符，以字母开头；不写就由标题和年份组成
  --yes         有建议的就用建议的，不再确认
  --help        显示这段说明

例：npm run new:coverage -- --title "标题" --publisher "媒体" --date 2026-03 --seen-as repost --summary "一句自己的话" --yes

答案也可以写在一个文件里，一行一个：npm run new:coverage < 文件。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  登记好了
  1  没有登记：内容有错误，或者写不进去
  2  没有登记：命令写错了，少了选项，或者已经登记过
  130  中途停下了，没有登记`;

await runAct(newCoverage, HELP);
