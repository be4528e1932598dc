import { releaseData } from '#desk/release-data.ts';
import { runAct } from './terminal/run-act.ts';

/** `npm run release:data`: freezes the figures of today for good. */
const HELP = `定一个数据版本：把今天的全部数据冻结在 content/data-releases/<日期>，以后不改；
网站把它原样发布在 /data/<日期>/，引用一个数就写得出是哪一版的。

用法：npm run release:data

里面有什么
  结对、计划、进展三张表（CSV 和 JSON），facts.csv（每个数一行：编号、值、单位、出处），
  datapackage.json（每个文件的大小、校验值、每一栏），SHA256SUMS.txt（校验值的清单）。
  只有数，没有稿件，没有人。

什么时候不做，说清楚为什么，什么也不写
  内容有错误；这一天已经定过；数据和最近的一版一模一样；已经有更晚的一版；写不进去、磁盘满了。

以后
  这些文件改一个字节、少一个、多一个，npm run check 都会说。
  数和最近的一版不一样，又没有在 corrections.yaml 写更正，检查不通过；
  后来的上报、换了更新的来源，不算更正。见 content/README.md 的“数据版本”和“更正”。

选项
  --help         显示这段说明

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录在哪里，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，版本的日期由它来，例如 2026-03-01

结果
  0  定好了
  1  没有定版
  2  没有定版：命令写错了`;

await runAct(releaseData, HELP);
