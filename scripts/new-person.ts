import { newPerson } from '#desk/records/new-person.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run new:person`: asks who somebody is and writes their record. */
const HELP = `记一个人：问几句，在授权记录的 people 里写好一个文件。授权书用 npm run new:consent 记，那里没有记过的人也会一起记。

用法：npm run new:person
　　　npm run new:person -- 选项

选项（写了的就不再问）
  --name      真名；只知道化名的不写
  --alias     化名，代替真名印出来的
  --age       年龄段：不满14岁、14—17岁、成年人、集体
  --role      身份，给读者看的，如 支教志愿者、小学生；孩子的不写学校和班级
  --aided     是不是受助的人：是、否；不写就是否
  --died      已去世的：2019-08-02、2019年8月、2019；不知道哪一天写 是
  --namesake  记录里有同名的另一个人时，怎样分清
  --yes       没有写的都不问，也不再确认
  --help      显示这段说明

例：npm run new:person -- --name 样例甲 --age 成年人 --role 支教志愿者

答案也可以写在一个文件里，一行一个：npm run new:person < 文件。
记录只放在管记录的人那里，Git 不收，网站里没有。有化名的，文件名用化名的拼音，看不出真名。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  记好了
  1  没有记：记录里有错误，或者写不进去
  2  没有记：命令写错了，或者少了选项
  130  中途停下了，没有记`;

await runAct(newPerson, HELP);
