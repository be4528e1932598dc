/** Titles stand where a given name would: 周先生, 李大娘. */
const TITLE =
  /^(?:先生|女士|小姐|太太|大娘|大爷|大妈|大叔|大姐|大哥|大嫂|大夫|老师|医生|外长|总理|主席|书记|主任|市长|省长|县长|镇长|乡长|村长|局长|处长|科长|院长|校长|队长|会长|团长|军长|师长|司令|政委|经理|总|副|老板|师傅|教授|同志|同学|院士|博士|将军|元帅|导演|记者|律师|法官|警官|秘书|委员|代表|爷爷|奶奶|叔叔|阿姨|大使|议员|教练|家人|家里|家中|家族|家村|家庄|家湾|家坪|家界|家港|家口|氏)/u;
/** What makes a body, a way of thinking or a thing of a name. */
const MAKES_BODY =
  /^(?:基金|集团|公司|组织|思想|理论|主义|精神|公园|广场|大道|大学|学院|书店|商店|超市|诊所|中学|小学|学校|图书馆|医院|国际|研究会|出版社|书店|酒|牌|式|杯|奖)/u;
/** Words, countries, provinces, cities and bodies that begin like a name. */
const PLACES = new Set(
  '那天|唐卡|钱塘|那时|那年|那里|那些|那样|那么|许多|许多人|任何|何人|韩国|云南|苏南|苏北|江南|江北|江西|江苏|安徽|安庆|莫斯科|卢旺达|乌克兰|马里|马尼拉|古巴|黎巴嫩|安哥拉|华盛顿|华沙|华北|华东|华南|华中|罗马|汉中|鲁南|鲁中|鲁西|皖南|欧佩克|欧盟|欧洲|欧亚|温哥华|柏林|应天|万象|成都|金边|金陵|金门|景德镇|宁夏|宁波|台州|雷州|苏州|苏联|梅州|梅县|高雄|高邮|马祖|庐山|黄山|华山|泰山|白山|秦皇|秦皇岛|唐山|乐山|常州|常熟|温岭|文昌|文山|武当|武夷|武汉|武昌|武都|于田|任丘|任城|石河子|石景山|马鞍山|龙岩|龙门|龙泉|陵水|陆丰|通化|丹东|丹阳|丹麦|黑河|江阴|江津|江门|宋庄|沈阳|沈河|童子军|康定|康藏|林芝|林海|海南|海口|海地|洪都|汉城|汉阳|汉江|黄海|黄河|黄埔|黄浦|东海|东京|柳江|毕节|贺州|钦州|宜春|宜昌|连云|连江|印尼|越南|越秀'.split(
    '|',
  ),
);

/** People of history and of books: whoever writes of them asks nobody. */
const HISTORIC = new Set(
  '鲁迅|雷锋|毛泽东|周恩来|朱德|刘少奇|邓小平|孙中山|宋庆龄|李大钊|方志敏|杨开慧|夏明翰|贺龙|彭德怀|任弼时|李白|杜甫|苏轼|王维|白居易|陶渊明|屈原|司马迁|司马光|诸葛亮|曹操|刘备|关羽|张飞|孙权|武松|林冲|宋江|林黛玉|贾宝玉|花木兰|穆桂英|岳飞|文天祥|郑和|林则徐|曾国藩|蔡伦|张衡|祖冲之|李时珍|华佗|张仲景|沈括|徐霞客|郭守敬|黄道婆|詹天佑|钱学森|袁隆平|焦裕禄|孔繁森|王进喜|黄继光|董存瑞|邱少云|刘胡兰|张骞|苏武|王昭君|蔡文姬|李清照|上官云珠|令狐冲|郭靖|黄蓉|张良|韩信|项羽|刘邦|汪精卫|蒋介石|马克思|恩格斯|马可波罗|杜鲁门'.split(
    '|',
  ),
);

/** Whether a title begins at an offset: what stands before it is a surname alone. */
export const isTitleAt = (text: string, at: number): boolean => TITLE.test(text.slice(at, at + 2));
/** Whether what begins at an offset makes a body or a thing of the name before it. */
export const makesBody = (text: string, at: number): boolean => MAKES_BODY.test(text.slice(at, at + 3));
/** Whether a word is known to be a place, a body or somebody of history. */
export const isKnown = (word: string): boolean => PLACES.has(word) || HISTORIC.has(word);
