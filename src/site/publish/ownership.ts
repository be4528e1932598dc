import { printable } from '#format/printable.ts';
import type { FileSystem } from './file-system.ts';
import { MARK, type Manifest, readManifest } from './manifest.ts';
import { type Target, TargetRefused } from './target.ts';

/** What lies at a target before a build. */
export type Ownership =
  | { readonly kind: 'absent' }
  /** Nothing but what hosts put into every site. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'ours'; readonly manifest: Manifest }
  /** A site of the version before the mark; what it made is not known file by file. */
  | { readonly kind: 'unmarked' };

/** What a host, a search engine or WeChat asks to be put beside a site: never made by a build. */
const HOST_FILES =
  /^(\.well-known|\.user\.ini|\.htaccess|\.htpasswd|web\.config|(baidu|MP|WW|360|sogou|shenma|bytedance|toutiao|yandex)_?-?(verify|verification|site)[\w.-]*|(baidu|sogou|shenma|bytedance|toutiao)[\w-]*verif[\w.-]*|google[0-9a-f]{8,}\.html|BingSiteAuth\.xml|CNAME|ads\.txt|security\.txt)$/i;

export const isHostFile = (name: string): boolean => HOST_FILES.test(name);

/** What no site holds: with it, the folder is a working copy or holds what nobody may read. */
const NEVER_IN_A_SITE = [
  '.git',
  '.hg',
  '.svn',
  'content',
  'records',
  'consents',
  'src',
  'node_modules',
  'package.json',
];

/** Names that every version made, at the top. */
const EVERY_VERSION = ['404.html', 'facts', 'index.html', 'pairings', 'plan', 'stories'];

export interface OwnershipOptions {
  /** The user said that what lies there was made by us. */
  readonly adopt: boolean;
  /** The target is the project's own folder for builds: nobody else puts anything there. */
  readonly ownFolder: boolean;
  readonly samples: boolean;
}

/** What lies at the target. Throws `TargetRefused` where it is not ours; nothing has been touched then. */
export function standingOf(fs: FileSystem, target: Target, options: OwnershipOptions): Ownership {
  const entry = fs.stat(target.place);
  if (!entry) return { kind: 'absent' };
  if (entry.kind === 'link' && !linkLeadsToFolder(fs, target.place)) return { kind: 'absent' };
  const names = fs.names(target.place);
  const shown = printable(target.wanted);
  const manifest = readManifest(fs, target.place);
  const made = new Set(Object.keys(manifest?.files ?? {}).map((path) => path.split('/')[0]));
  const never = NEVER_IN_A_SITE.find((name) => names.includes(name) && !made.has(name));
  if (never) {
    throw new TargetRefused(
      `OUT_DIR 指的文件夹 ${shown} 里有 ${never}，网站里不会有它，这不是只放网站的文件夹，所以没有动它。请换一个空文件夹；确实是网站的，先把 ${never} 移到别处。`,
    );
  }
  if (manifest) {
    if (options.samples && !manifest.samples) {
      throw new TargetRefused(
        `OUT_DIR 指的文件夹 ${shown} 里是正式的网站，不能换成带样稿的预览，所以没有动它。预览请放到别的文件夹，不写 OUT_DIR 就是 dist-samples。`,
      );
    }
    return { kind: 'ours', manifest };
  }
  if (names.every(isHostFile)) return { kind: 'empty' };
  if (options.ownFolder && names.includes('index.html') && names.includes('404.html')) return { kind: 'unmarked' };
  if (options.adopt && EVERY_VERSION.every((name) => names.includes(name))) return { kind: 'unmarked' };
  throw new TargetRefused(notOurs(shown, names, options.adopt));
}

function linkLeadsToFolder(fs: FileSystem, link: string): boolean {
  try {
    return fs.stat(fs.realPath(link))?.kind === 'folder';
  } catch {
    return false;
  }
}

function notOurs(shown: string, names: readonly string[], adopt: boolean): string {
  const some = names.slice(0, 5).map(printable).join('、');
  const found = `里面有${names.length}样东西（${some}${names.length > 5 ? '……' : ''}）`;
  const why = names.includes(MARK) ? `里面的 ${MARK} 读不懂` : `没有这个程序留下的记号 ${MARK}`;
  const mend = adopt
    ? '它也不像以前生成的网站，--adopt 不能用在这里。请换一个空文件夹。'
    : '请换一个空文件夹。如果它整个是这个程序以前的版本生成的，加 --adopt 再运行一次：npm run build -- --adopt，里面除了 .well-known、验证文件这些，都会换掉。';
  return `OUT_DIR 指的文件夹 ${shown} 不是空的，${found}，${why}，认不出是这个程序生成的网站，为免丢东西没有动它。${mend}`;
}
