import { newConsent } from '#desk/records/new-consent.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run new:consent`: asks what stands on a signed paper and writes its record, and that of the person. */
const HELP = `记一张签了字的授权书：照着纸一句一句答，在授权记录的 consents 里写好一个文件。没有记过的人，先问几句他是谁，一起记。

用法：npm run new:consent
　　　npm run new:consent -- 选项
　　　npm run new:consent -- --print 成年　写一份空的授权书，打印出来请人签

选项（写了的就不再问）
  --person           谁的，写名字
  --scope            同意用什么：姓名、肖像、声音、事迹，几个用顿号隔开
  --channels         用在哪里：网站、微信、媒体
  --signed           哪一天签的：2026年5月1日、2026-5-1、2026.5.1
  --until            到哪一天为止，或者 5年（从签字那天起算）
  --signer           没有成年的，监护人的姓名；已去世的，近亲属的姓名
  --relation         他是孩子、去世的人的什么人：母亲、妻子……
  --none-closer      去世的人的配偶、子女、父母都不在了：是
  --told             不满14岁的，告诉过监护人哪几件事：目的、范围、存储地点和期限、安全措施、投诉渠道、更正和删除的办法；都说过写 都说过
  --refusal-offered  不满14岁的，告诉过监护人可以不同意：是、否
  --separate         不满14岁的，单独签的一份：是、否
  --paper            这张纸放在哪里
  --name --alias --age --role --aided --died --namesake　记录里还没有这个人时用，见 npm run new:person -- --help
  --yes              没有写的都不问，也不再确认
  --help             显示这段说明

打印授权书（不记什么）
  --print  哪一种：成年、14—17岁、不满14岁、近亲属（本人已去世）
  --person 填上谁的名字；--story 稿件id 填上稿件的题目和写到的人，一人一页
  --out    写到哪个文件，不写就是 review/授权书-….html（这个文件夹不进 Git）

例：npm run new:consent -- --person 样例甲 --scope 姓名、事迹 --channels 网站 --signed 2026年5月1日 --until 5年 --paper "宣传部铁柜，授权书第12号"

答案也可以写在一个文件里，一行一个：npm run new:consent < 文件。续签的再记一张，旧的不动；撤回的在那一张里加 withdrawn，见 content/README.md。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了
  1  没有记：记录里有错误，或者写不进去
  2  没有记：命令写错了，或者少了选项
  130  中途停下了，没有记`;

await runAct(newConsent, HELP);
