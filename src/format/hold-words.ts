import type { Channel } from '#domain/people/consent/consent.ts';
import type { ConsentHold, Hold, ImportHold, LeftOut, ReviewHold, UndecidedHold } from '#domain/release/hold.ts';
import { type OpenPoint, TO_BE_WRITTEN } from '#domain/stories/story.ts';
import { CHANNEL_WORDS, KIN_TO_ASK, REFUSAL_WORDS, refusalWords, SCOPE_WORDS, SIGNER_WORDS } from './consent-words.ts';
import { longDate, minuteInChina } from './date.ts';

const scopeWords = (scopes: ConsentHold['scopes']) => scopes.map((scope) => SCOPE_WORDS[scope]).join('、');

/** How each refusal is mended, where it can be. */
function consentMend({ why, printed, scopes, signer }: ConsentHold, id: string): string {
  const other = `；没有授权也要发，就在稿头的 fallbacks 里写明${printed}用什么化名、照片放不放`;
  if (why === 'no-record') {
    return `签了授权书，运行 npm run new:consent 记下来（空的授权书：加 --print）；集体不用授权书，运行 npm run new:person；是公开的职务、别处登过，或者不是人名，运行 npm run people -- ${id} 定下来${other}。`;
  }
  if (why === 'withdrawn') return `${SIGNER_WORDS[signer]}不同意了：从稿件里去掉${printed}${other}。`;
  if (why === 'expired') return `请${SIGNER_WORDS[signer]}续签，把新的授权书记下来（npm run new:consent）${other}。`;
  if (why === 'not-in-scope') return `请${SIGNER_WORDS[signer]}在授权书上补上“${scopeWords(scopes)}”${other}。`;
  if (why === 'no-kin') return `${KIN_TO_ASK}。签好的记下来：npm run new:consent${other}。`;
  if (why === 'closer-kin-first') {
    return `先问配偶、子女、父母；他们都不在了，在授权书的 kin 里加一项 none_closer: true${other}。`;
  }
  return `补齐授权书，记下来（npm run new:consent）${other}。`;
}

/** How it is mended elsewhere than on the site: a 化名 that stands in for somebody there stands in nowhere else. */
function consentMendElsewhere({ why, printed, scopes, signer }: ConsentHold, channel: Channel): string {
  const other = `；不同意的，从稿件里去掉${printed}，重新审`;
  const [who, where] = [SIGNER_WORDS[signer], CHANNEL_WORDS[channel]];
  if (why === 'no-record') return `请本人签授权书，渠道里写上“${where}”，运行 npm run new:consent 记下来${other}。`;
  if (why === 'withdrawn') return `${who}不同意了：不能用${other}。`;
  if (why === 'not-on-channel' || why === 'no-consent' || why === 'expired')
    return `请${who}签一份写明“${where}”的授权书，记下来（npm run new:consent）${other}。`;
  if (why === 'not-in-scope') return `请${who}在写明“${where}”的授权书上补上“${scopeWords(scopes)}”${other}。`;
  return `补齐写明“${where}”的授权书，记下来（npm run new:consent）${other}。`;
}

/** Why, naming what the paper does not name where it is one thing. */
const refusalOf = ({ why, scopes: [only, ...more], channel = 'site' }: ConsentHold) => {
  // On a channel of its own that is what is asked for, however much of it.
  if (why === 'not-on-channel' && channel !== 'site') return `授权书没有写“${CHANNEL_WORDS[channel]}”`;
  return only && more.length === 0 ? refusalWords(why, only, channel) : REFUSAL_WORDS[why];
};

/** What of the story it is, where that is not its words. */
function placeWords({ printed, sameAs, address }: ConsentHold): string {
  if (address !== undefined) return `这一篇的网址 ${address} 是${printed}的名字拼成的；`;
  if (!sameAs) return '';
  const { src, face } = sameAs;
  return `图片 ${src} 和稿件 ${face.story} 的 ${face.src} 是同一张，上面认得出${printed}；`;
}

const addressMend = (address: string) =>
  `给文件夹 stories/${address} 换一个不含名字的名字；原来的网址从此没有页面。没有撤回的，补齐授权书。`;

function consentWords(hold: ConsentHold, id: string): OpenPoint {
  const { printed, scopes, why, since, address, channel = 'site' } = hold;
  const ended =
    since !== null && (why === 'expired' ? `授权书只到${longDate(since)}为止` : `${longDate(since)}起撤回了授权`);
  const where = channel === 'site' ? '' : `在${CHANNEL_WORDS[channel]}里`;
  const text = `${placeWords(hold)}${printed}的${scopeWords(scopes)}不能${where}用：${ended || refusalOf(hold)}。`;
  if (address !== undefined) return { text, who: '编辑', mend: addressMend(address) };
  return { text, who: '编辑', mend: channel === 'site' ? consentMend(hold, id) : consentMendElsewhere(hold, channel) };
}

/** A name that somebody has to decide on. */
const undecidedWords = ({ printed }: UndecidedHold, id: string): OpenPoint => ({
  text: `要定一下：${printed}是不是人名、谁同意了。`,
  who: '编辑',
  mend: `运行 npm run people -- ${id}，一个一个问；或者在稿头的 names 里写一行：- { name: ${printed}, is: … }，五种写法见 content/README.md。`,
});

/** A hold as its reader hears it: what is open, who has to do it, and how. */
export function holdWords(hold: Hold, id: string): OpenPoint {
  if (hold.kind === 'consent') return consentWords(hold, id);
  if (hold.kind === 'undecided') return undecidedWords(hold, id);
  if (hold.kind === 'import') return importWords(hold, id);
  if (hold.kind === 'hour') {
    const at = minuteInChina(hold.begin);
    return {
      text: `到${at}才发布。`,
      who: '到时自动',
      mend: '到时候重新生成网站，它就出现；要改时间就改 publish_at 或 date。',
    };
  }
  if (hold.kind === 'end') {
    const at = minuteInChina(hold.end);
    return { text: `已在${at}撤下。`, who: '不用做', mend: '网址上只剩一句“已经撤下”；要再发就改 unpublish_at。' };
  }
  return reviewWords(hold, id);
}

/** What was not known when a story was made of a document; where nobody signs it, everything its import asks. */
const importWords = ({ unwritten }: ImportHold, id: string): OpenPoint =>
  unwritten.length > 0
    ? {
        text: `稿头的 ${unwritten.join('、')} 还写着“${TO_BE_WRITTEN}”。`,
        who: '编辑',
        mend: `在稿头里写上；不知道写什么，看 stories/${id}/import.md。`,
      }
    : {
        text: '导入时问的还没有答完，这一类又不用审。',
        who: '编辑',
        mend: `看 stories/${id}/import.md，一条一条办，都办好了就删掉它。`,
      };

function reviewWords({ step, by, why, small, changes }: ReviewHold, id: string): OpenPoint {
  const command = `npm run approve -- ${id} --step ${step} --by 姓名`;
  if (why.length === 0) {
    return { text: `还没有${step}。`, who: step, mend: `看过送审单（npm run review -- ${id}）以后运行 ${command}。` };
  }
  const since = `npm run review -- ${id} --since`;
  if (small) {
    const text = `${by}的${step}以后只改了${changes.length}处，都是几个字，不在数、名字、引文、日期里。`;
    return { text, who: step, mend: `看一眼改的地方（${since}），只要${step}签一次：${command}。`, changes };
  }
  const look = changes.length > 0 ? `看过改了什么（${since}）和送审单` : `看过送审单（npm run review -- ${id}）`;
  return {
    text: `${by ?? ''}${by ? '的' : ''}${step}不算数了：${why.join('；')}。`,
    who: step,
    mend: `${look}以后运行 ${command}。`,
    changes,
  };
}

/** What is left out of a story as its editor hears it. */
export function leftOutWords({ src, why, what }: LeftOut): OpenPoint {
  if (why === 'expired') {
    const mend = '取得新的许可再改 expires，或者从稿件里去掉它。';
    return { text: `图片 ${src} 只能用到${longDate(what)}，网站已经不放它。`, who: '编辑', mend };
  }
  const mend = '取得授权以后它会自己出现，或者从稿件里去掉它。';
  return { text: `图片 ${src} 里有${what}，没有肖像授权，网站不放它。`, who: '编辑', mend };
}
