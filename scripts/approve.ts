import { approveWith } from '#desk/approve/approve.ts';
import { readForReview } from '#desk/content.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run approve`: writes down who approved a story, in which step, and exactly what. */
const HELP = `审稿签字：看过送审单，同意了，就记下谁、什么时候、审的是哪一稿。

用法：npm run approve -- 稿件id --step 初审|复审|终审 --by 姓名
　　　npm run approve -- 稿件id --show

选项
  --step   审到哪一步：初审、复审、终审，要按次序来
  --by     审稿人的真实姓名，要在审稿人名单上；三步是三个不同的人
  --again  这一步别人已经签了，由我重新签
  --show   只看审到哪一步了，什么都不写
  --help   显示这段说明

例：npm run approve -- di-yi-pi-shu --step 初审 --by 样例甲

签的是什么
  正文、稿头、图片、稿件里用到的数、写到的人的授权。签字以后其中哪一样改了，这次签字就不算数了，
  要重新审；npm run check 和 --show 会说是哪一样改了，npm run review -- 稿件id --since 把改的地方一处一处列出来。
  只改了几个字，又不在数、名字、引文、图片说明、日期里的，由最后签字的一步再签一次就行。
  记录和签字时的稿子写在稿件旁边的 approvals 文件夹里，和稿件一起保存，不要手改。

谁可以签
  写在授权记录的 reviewers.yaml，或者 site.yaml 的 reviewers 里；名单上没有的人不能签。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01T08:00:00+08:00；不写就是电脑上的时间

结果
  0  签好了；或者本来就签好了，没有动它
  1  没有签：稿件或内容有错误，前一步没有审，同一个人签过别的步骤，不用审，或者写不进去
  2  没有签：命令写错了`;

await runAct(approveWith(readForReview), HELP);
