/**
 * The parts of Tibetan given names as they are written in Chinese, each with the Latin spellings in use among Tibetans
 * and in print (not their pinyin). General knowledge of the language: it names nobody.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  阿旺: ['ngawang'],
  巴桑: ['pasang', 'passang'],
  白玛: ['pema', 'padma'],
  班觉: ['paljor'],
  贝玛: ['pema'],
  边巴: ['penpa', 'penba'],
  次仁: ['tsering', 'cering'],
  次旦: ['tseten', 'tsetan'],
  次旺: ['tsewang'],
  次珍: ['tsedron'],
  达娃: ['dawa'],
  达瓦: ['dawa'],
  旦增: ['tenzin', 'tenzing', 'tendzin'],
  丹增: ['tenzin', 'tenzing', 'tendzin'],
  旦巴: ['tenpa'],
  丹巴: ['tenpa'],
  德吉: ['dekyi', 'dechi', 'dekyid'],
  德庆: ['dechen'],
  顿珠: ['dhondup', 'dondrup', 'dondup', 'thondup'],
  多吉: ['dorje', 'dorjee', 'dorji'],
  格桑: ['kelsang', 'kalsang', 'kelzang', 'gesang'],
  格列: ['gelek'],
  贡布: ['gonpo', 'gompo'],
  洛桑: ['lobsang', 'losang', 'lobzang'],
  罗桑: ['lobsang', 'losang', 'lobzang'],
  罗布: ['norbu'],
  拉姆: ['lhamo'],
  拉巴: ['lhakpa', 'lhagpa'],
  拉珍: ['lhadron'],
  加措: ['gyatso'],
  嘉措: ['gyatso'],
  坚赞: ['gyaltsen'],
  坚参: ['gyaltsen'],
  曲珍: ['choedron', 'chodron', 'choden'],
  曲扎: ['choedrak', 'chodrak'],
  曲吉: ['choekyi', 'chokyi'],
  曲宗: ['chozom', 'choezom'],
  米玛: ['migmar', 'mingmar', 'mikmar'],
  尼玛: ['nyima', 'nima'],
  诺布: ['norbu'],
  平措: ['phuntsok', 'phuntsog', 'phuntso'],
  普布: ['phurbu', 'phurpu'],
  普琼: ['phuchung'],
  强巴: ['champa', 'jampa'],
  仁青: ['rinchen'],
  仁增: ['rigzin', 'rinzin', 'rigdzin'],
  桑珠: ['samdrup', 'samdup'],
  桑杰: ['sanggye', 'sangay'],
  索朗: ['sonam', 'soinam'],
  索南: ['sonam', 'soinam'],
  土登: ['thubten', 'thupten'],
  旺堆: ['wangdu', 'wangdue', 'wangdui'],
  旺杰: ['wangyal', 'wanggyal'],
  旺姆: ['wangmo'],
  旺久: ['wangchuk', 'wangchug'],
  央金: ['yangchen', 'yangjen', 'yangjin'],
  央宗: ['yangdzom', 'yangzom'],
  益西: ['yeshe', 'yeshi', 'yexe'],
  云丹: ['yonten'],
  扎西: ['tashi', 'trashi'],
  朗杰: ['namgyal', 'namgyel'],
  卓玛: ['dolma', 'drolma', 'dolmar'],
  卓嘎: ['dolkar', 'drolkar', 'dolgar'],
  群培: ['choephel', 'chophel'],
  晋美: ['jigme', 'jigmey'],
  久美: ['jigme', 'jigmey'],
};

/** How the parts of a Tibetan name in Chinese are written in Latin letters, part by part; null where one is unknown. */
export function tibetanParts(name: string): readonly (readonly string[])[] | null {
  const parts: (readonly string[])[] = [];
  const characters = [...name];
  if (characters.length < 4 || characters.length % 2 > 0) return null;
  for (let i = 0; i < characters.length; i += 2) {
    const part = `${characters[i]}${characters[i + 1]}`;
    if (!Object.hasOwn(PARTS, part)) return null;
    parts.push(PARTS[part] ?? []);
  }
  return parts;
}
