import { everything, scaleOnly, searchOnly, tellTrouble } from './bench/measure.ts';
import { complain } from './terminal/complain.ts';
import { runCommand } from './terminal/run-command.ts';

const HELP = `量一量：生成网站要多久，读者打开网页要传多少，搜索对不对、要传多少

  npm run bench                生成两次正式的网站，量时间、内存和网页大小，和上次比；再量搜索
  npm run bench -- --search    只量搜索：生成一次网站，添到1500页，在浏览器里一条一条地搜
  npm run bench -- --scale 2000  只量大的网站：添2000篇稿件，从头生成一次；改一个词，再生成一次
  npm run bench -- --json      只打印结果，JSON，大小以字节计
  npm run bench -- --strict    有超出预算的，或者搜索有错的，以 1 退出（平时只是写明）

搜索这样量：把网站添到1500页（添的字是照网站自己的字拼出来的，不说任何真的人和事），从网页里抽出几百条
要搜的，在浏览器里搜，和逐字核对的结果比：该找的都要找到，找到的都要有这几个字，没有的话一条也不能找出来。
同时量搜一次要传多少，给2000页做索引要多久、占多少内存，和 Pagefind 原来的做法比。没有浏览器时只量做索引。

大的网站这样量：把内容另抄一份，添上拼出来的稿件（每篇约900字，都通过检查，都登出来），量用时、处理器时间和内存。
STARLIGHT_DIR 写一个装好的 Starlight 项目的文件夹（不写就找本项目旁边的 starlight-bench），同样的稿件也放进它的
src/content/docs/stories，把它也从头生成一次来比；那个文件夹里原来的稿件会删掉。没有就只量自己，什么也不会去装。

网站放在 .cache/bench/site，添过的放在 .cache/bench/search-site，大的放在 .cache/bench/scale，不动 dist；
结果记在 .cache/bench/last.json，供下次比较（只量搜索、只量大的网站的不记）。
CONTENT_DIR、SITE_URL、SITE_NOW 照用；BASE_PATH、OUT_DIR 不用。`;

const MOST_STORIES = 50_000;
const OPTIONS = ['--search', '--scale', '--json', '--strict', '--help'];

/** Builds, weighs, searches, compares, keeps. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--scale');
  const stories = at < 0 ? null : Number(args[at + 1]);
  if (stories !== null && !(Number.isInteger(stories) && stories > 0 && stories <= MOST_STORIES)) {
    return complain(`--scale 后面写添多少篇稿件，1到${MOST_STORIES}，如 --scale 2000。`, 2);
  }
  const unknown = args.find((arg, i) => !OPTIONS.includes(arg) && !(at >= 0 && i === at + 1));
  if (unknown) return complain(`不认识的参数：${unknown}。可用的只有 ${OPTIONS.join('、')}。`, 2);
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const json = args.includes('--json');
  const progress = (line: string) => json || console.log(line);
  const measured = args.includes('--search') ? searchOnly : everything;
  const fails = await (stories !== null ? scaleOnly(stories, json, progress) : measured(json, progress));
  return args.includes('--strict') && fails ? 1 : 0;
}

await runCommand(main, tellTrouble);
