import { minuteInChina } from '#format/date.ts';
import { printable } from '#format/printable.ts';
import { LockHeld } from './build-lock.ts';
import type { Carried } from './foreign.ts';
import type { OpenSite } from './open-site.ts';
import { NoWayBack, Overtaken, type Published } from './publish-release.ts';
import type { Recovered } from './recover.ts';
import { TargetRefused } from './target.ts';
import { ReleaseDamaged } from './write-release.ts';

/** Exit codes, which a timer can tell apart. */
export const EXIT = {
  failed: 1,
  /** Called in a way that cannot work, however often it is tried. */
  refused: 2,
  /** Another build is in the way: to be tried again. */
  tryAgain: 75,
} as const;

export interface PublishTrouble {
  readonly text: string;
  readonly code: number;
}

/** What an error of this folder says to the one who built; null: it is none of them. */
export function publishTrouble(error: unknown): PublishTrouble | null {
  if (error instanceof TargetRefused) return { text: error.message, code: EXIT.refused };
  if (error instanceof LockHeld) return { text: heldWords(error), code: EXIT.tryAgain };
  if (error instanceof NoWayBack) return { text: NO_WAY_BACK[error.why], code: EXIT.failed };
  if (error instanceof Overtaken) {
    const text =
      '生成的时候，另外有人换过这个网站，或者拿走了锁。这一次读到的内容可能是旧的，所以没有换上去。请再运行一次。';
    return { text, code: EXIT.tryAgain };
  }
  if (error instanceof ReleaseDamaged) {
    const text = `刚写好的文件读出来不一样了：${printable(error.file)}。可能有别的程序在改它，或者磁盘有问题。请再运行一次；还是这样，请管理员检查磁盘。`;
    return { text, code: EXIT.failed };
  }
  return null;
}

function heldWords({ holder, file }: LockHeld): string {
  const who = holder
    ? `进程 ${holder.pid}，在 ${printable(holder.host)} 上，从 ${minuteInChina(new Date(holder.since))} 开始`
    : '还看不出是谁，刚刚开始';
  return `正在生成这个网站的另有一个：${who}。同一个网站一次只生成一个，这一次没有生成。
怎么办：等它做完再运行一次。刚撤回了授权、改了记录的，一定要再运行一次：它读到的可能是你改以前的。
它早就停了、这里还这样说的（例如它在另一台机器上），确认没有在生成以后，删掉这个文件：${printable(file)}`;
}

const NO_WAY_BACK: Readonly<Record<NoWayBack['why'], string>> = {
  none: '没有可以退回去的上一版：还只生成过一次，或者上一版里有后来撤回、撤下的，已经删掉了。',
  withdrawn: '不能退回上一版：那里面有后来撤回、撤下的稿子、名字或者照片。上一版已经删掉，现在的网站没有动。',
  damaged: '不能退回上一版：它的文件和生成时不一样了。现在的网站没有动。',
};

/** What is there now, as far as it was looked at; for the end of a message that something failed. */
export function stateWords(site: OpenSite): string {
  const place = printable(site.target.wanted);
  const state = stateOf(site);
  if (state === 'published') return `新的网站已经换上，在 ${place}；没有做完的是换好以后的整理，下一次生成会接着做。`;
  if (state === 'unclear') return `${place} 里现在是什么，没有查清楚。请打开网站看一眼，再运行一次。`;
  if (site.standing.kind === 'absent') return `${place} 那里本来没有网站，现在也没有。`;
  if (site.standing.kind === 'empty') return `${place} 里本来没有网站，现在也没有，里面的文件没有动。`;
  return `原来的网站没有动（查过了），在 ${place}。`;
}

function stateOf(site: OpenSite) {
  try {
    return site.stateNow();
  } catch {
    return 'unclear';
  }
}

const MOST_NAMES = 5;
const some = (paths: readonly string[]) =>
  `${paths.slice(0, MOST_NAMES).map(printable).join('、')}${paths.length > MOST_NAMES ? '……' : ''}`;

/** What became of files that others had put into the site. */
export function carriedLines({ brought, left }: Carried): string[] {
  return [
    ...(brought.length > 0 ? [`  留着别人放在网站里的${brought.length}样：${some(brought)}`] : []),
    ...(left.length > 0
      ? [`  有${left.length}样没有留：${some(left)}（新的网站里有同名的，或者里面有没有授权的名字，或者不是文件）`]
      : []),
  ];
}

/** What is worth telling of a site that was published. */
export function publishedLines({ changed, carried, previous }: Published): string[] {
  if (!changed) return ['  和原来的网站一字不差，没有换。'];
  return [
    ...carriedLines(carried),
    ...(previous ? [] : ['  没有留上一版（第一次生成，或者里面有撤回、撤下的）：这一次不能退回去。']),
  ];
}

/** What the beginning of a build tells of one that was interrupted. */
export function recoveredLines({ restored, left }: Recovered): string[] {
  return [
    ...(restored ? ['■ 上一次生成在换网站的时候断了，已经接着换完'] : []),
    ...(left.length > 0 ? [`  以前留下的有${left.length}样删不掉，不碍事：${some(left)}`] : []),
  ];
}
