/** The commonest surnames of one character; those that mostly begin ordinary words are left out. */
const SINGLE =
  '王李张刘陈杨黄赵吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷段郝孔邵史毛贺顾赖龚武康施严尹钱洪汤陶黎龙易文樊兰殷庄章鲁倪庞邢俞翟聂向辛柳阳欧伍游肖闫牛骆毕祝葛岳齐涂符甘滕';
const DOUBLE = '欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯';
/** Tibetan given names, of which one to three make a name. */
const TIBETAN =
  '次仁|扎西|卓玛|德吉|旺堆|央金|拉姆|平措|格桑|达娃|尼玛|边巴|罗布|多吉|普布|白玛|洛桑|旦增|丹增|索朗|索南|曲珍|卓嘎|央宗|央珍|仁增|强巴|德庆|顿珠|玉珍|措姆|巴桑|米玛|拉巴|其美|群培|阿旺|益西|加措|旺姆|旺久|旺扎|贡布|坚参|欧珠|桑珠|桑杰|美朵|梅朵|泽仁|仓决|仓姆|普赤|普珍|次旦|次珍|次旺|旦巴|伦珠|嘎玛|土登|洛追|曲扎|塔杰|金美|晋美';

/** Ordinary words that begin like a name. */
const WORDS =
  '马上|马路|马不|高度|高原|高中|高考|高年|高校|高手|高声|高高|高兴|高级|高等|高海|高职|高寒|高昂|高出|高达|高一|高二|高三|方面|方法|方式|方案|方阵|方便|方才|方向|方言|周末|周边|周围|周日|周一|周二|周三|周四|周五|周六|周岁|周年|陆续|曾经|曾在|何时|何以|何处|何种|何等|何必|夏天|夏令|夏季|夏日|许多|许愿|许久|许下|张贴|张开|张罗|张大|严格|严重|严肃|严密|严守|严寒|金额|金秋|金色|金牌|金奖|文化|文艺|文具|文明|文章|文字|文件|文科|文学|文中|任务|任何|任教|任课|任职|任命|任意|程度|程式|范围|范文|易懂|易于|田间|田野|田径|石头|武术|龙舟|龙头|唐诗|唐卡|宋词|郑重|杜绝|戴着|戴上|戴好|毛笔|毛衣|毛毯|毛线|毛巾|钱款|钱物|谢意|谢谢|谢师|叶子|黄河|黄色|黄昏|黄金|胡同|胡乱|林业|林间|余下|余人|余名|余款|史料|史诗|史上|苏醒|贺信|贺卡|贺词|贺年|章程|罗列|钟声|钟表|钟情|康复|康健|康乐|施工|施教|施展|洪水|洪亮|汤药|石榴|向往|向上|向来|向着|向外|向前|向后|向下|向内|游览|游玩|游戏|游泳|游学|毕业|毕竟|毕恭|祝福|祝愿|祝贺|祝大|祝你|祝他|齐声|齐聚|齐心|齐读|齐唱|符合|甘愿|甘心|甘甜|阳光|欧洲|辛苦|辛勤|柳树|兰花|牛羊|牛奶|牛肉|庄重|庄严|段落|简单|朱红|梁上|蒋介|丁点|余年|余元|余万|杨树|李子|江水|沈阳|鲁莽|童年|孔子|孟子|岳母|岳父|顾不|顾及|姜汤|卢沟|董事|徐徐|聂耳|雷雨|雷声|雷电|雷锋|贾岛|秦岭|秦代|汪洋|冯唐|肖像|武器|武警|武装';

const single = new Set(SINGLE);
const double = new Set(DOUBLE.split('|'));
const words = new Set(WORDS.split('|'));

/** How many characters of a text, from its start, are a surname; 0: none. */
export function surnameLength(text: string): number {
  const two = text.slice(0, 2);
  if (double.has(two)) return 2;
  return single.has(text.slice(0, 1)) && !words.has(two) ? 1 : 0;
}

/** A Tibetan name of one to three parts. */
export const TIBETAN_NAME = `(?:${TIBETAN}){1,3}`;

const PART_BEFORE = new RegExp(`(?:${TIBETAN})$`, 'u');
const PART_AFTER = new RegExp(`^(?:${TIBETAN})`, 'u');

/** Whether a Tibetan name stands inside a longer one, that is another person's: 卓玛 in 次仁卓玛. */
export const isInLongerName = (before: string, name: string, after: string): boolean =>
  new RegExp(`^${TIBETAN_NAME}$`, 'u').test(name) && (PART_BEFORE.test(before.slice(-2)) || PART_AFTER.test(after));
