/** Parts of which names of Uyghurs, Kazakhs and Mongols are made, as they are written in Chinese. */
const PARTS =
  '阿卜杜|阿不都拉|阿不都|阿布都拉|阿布都|阿依|阿克木|阿孜古|阿迪力|阿里木|买买提|麦麦提|木拉提|努尔|古丽|热合曼|吐尔逊|艾山|艾力|依明|玉素|古扎|叶尔|别克|赛里克|达娜|巴特尔|苏日娜|其其格|乌云|宝音|敖登|高娃|巴雅尔|那木|斯琴|娜仁|萨仁|朝鲁|哈斯|塔娜|图雅|格日勒|都拉|热依汗|热孜万|热娜|巴合提|迪丽|玉素甫|库尔班|帕提古丽|塔吉古丽|叶森|叶尔肯|哈力别克|巴音孟克|孟克|巴图|乌力吉|额尔登|额尔德|阿拉腾|其木格|朝鲁门|那日苏|萨日娜|苏日娜|托娅|德力格尔|阿古达木|格日乐|乌日娜|苏日古嘎|布日固德|斯日古楞|查苏娜|那日松|其力格尔|巴图孟和|娜布其|通拉嘎|额日敦|朝克图|宝力高|特木尔|青格乐|艾克拜尔|艾则孜|帕尔哈提|穆合塔尔|卡米尔|凯迪日耶|祖丽|麦尔旦|买尔旦|麦合木提|艾合买提|伊力夏提|伊布拉音|沙吾提|沙拉木|赛买提|托合提|托乎提|吾买尔|吾斯曼|亚力坤|玉山江|玉苏普|迪力夏提|茹仙|热西提|帕丽旦|苏来曼|库尔曼|叶尔江|加依娜|加娜尔|胡安德克|叶丽娜|赛力克|古丽米热|玛依拉|阿丽亚|热孜娅'.split(
    '|',
  );
const partsBy = Map.groupBy(PARTS, (part) => part.charCodeAt(0));
/** How long the longest part is that stands at an offset; 0: none. */
export const partLength = (text: string, at: number): number =>
  Math.max(
    0,
    ...(partsBy.get(text.charCodeAt(at)) ?? []).flatMap((part) => (text.startsWith(part, at) ? [part.length] : [])),
  );

/** The characters with which such parts begin. */
export const STEPPE_BEGINS = PARTS.map((part) => part.charAt(0)).join('');

/** Clans of the Yi, which stand before the given name. */
export const YI_CLANS =
  '吉克|沙马|阿苏|曲比|吉木|马海|海来|俄木|加巴|勒格|的日|吉伍|阿余|瓦其|苏呷|罗洪|金古|贾巴|莫色|阿库|阿苦|拉马|吉觉|布约|阿尔|吉尔|阿的|阿子|阿果|惹格|俄底|曲木|勒伍|阿西|木乃|马黑|尔古|瓦渣|吉子|阿力|阿侯|俄尔|加拉|吉狄|阿洛|尔扎|阿鲁|吉史|吉胡|沙玛|麻卡|倮伍|鲁苦|阿牛|杰觉|俄着|吉布|木帕|依伙|石一|乃古';

/** Given names of Mongols that begin or end like an ordinary word: only behind a dot they are looked for. */
const BEHIND_DOT =
  '苏和|那顺|布和|孟和|毕力格|满都拉|朝格图|道尔吉|敖其尔|宝鲁|图门|吉雅|呼和|阿民|白乙拉|乌恩|那音太|哈达|金泉';
const OF_DOTTED = new RegExp(`${YI_CLANS}|${BEHIND_DOT}`, 'uy');
const CLAN_BEFORE = new RegExp(`(?:${YI_CLANS})$`, 'u');
/** How long the part is that stands at an offset of a name with a dot; 0: none that is known. */
export function dottedPartLength(text: string, at: number): number {
  OF_DOTTED.lastIndex = at;
  return Math.max(partLength(text, at), OF_DOTTED.exec(text)?.[0].length ?? 0);
}
/** How long the clan is that ends at a dot; 0: none. */
export const clanBefore = (text: string, dot: number): number =>
  CLAN_BEFORE.exec(text.slice(Math.max(0, dot - 3), dot))?.[0].length ?? 0;
