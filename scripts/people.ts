import { people } from '#desk/people/settle-names.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run people`: everyone named in a story with what covers them; asks about the rest and writes the answers down. */
const HELP = `稿件里提到了谁：一个一个列出来，写明凭什么可以写；没有定的一个一个问，答案写进稿头的 names。

用法：npm run people -- 稿件id
　　　npm run people -- 稿件id --list

选项
  --list   只列出来，不问
  --help   显示这段说明

每个名字答一个数：1 有记录或要建记录，2 公开的职务，3 别处登过，4 化名，5 不是人名；
按回车就用建议的，r 看全部原句，s 先不定。答 1、记录里没有的，可以当场记下这个人。
答案也可以一行一个从文件里来：npm run people -- 稿件id < 文件。答案用完了，剩下的先不定。
稿件除了 names 这几行，一个字也不改。

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01

结果
  0  列好了，或者写好了
  1  没有写：稿件里有错误，或者写不进去
  2  没有写：命令写错了
  130  中途停下了，没有写`;

await runAct(people, HELP);
