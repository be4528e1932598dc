import { newStory } from '#desk/new-story/new-story.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run new:story`: asks a few questions and makes the folder of a new story. */
const HELP = `新建一篇稿子：问几个问题，在 content/stories 里建好文件夹和 index.mdx。

用法：npm run new:story
　　　npm run new:story -- 选项

选项（写了的就不再问）
  --kind      种类：person 人物、collective 集体、achievement 成果、practice 好办法、news 动态、explainer 解读
  --title     标题
  --summary   摘要，一两句话
  --people    写的是谁，名字照稿件里印的写，几个用顿号隔开；人物稿要写
  --projects  项目，id、名字或者号码，几个用顿号隔开
  --places    地方和单位，写法同上
  --author    作者
  --editor    编辑
  --source    来源
  --date      日期，如 2026-03-01；不写就是今天
  --id        文件夹的名字和网址的末尾，小写字母、数字和连字符；不写就由种类和日期组成
  --sample    样稿：放到 content/samples/stories，正式网站里没有
  --yes       有建议的就用建议的，不再确认
  --help      显示这段说明

例：npm run new:story -- --kind news --title "标题" --summary "摘要" --editor "编辑" --source "来源" --yes

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  建好了
  1  没有建：内容有错误，或者写不进去
  2  没有建：命令写错了，或者少了选项
  130  中途停下了，没有建`;

await runAct(newStory, HELP);
