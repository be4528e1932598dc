import { CharacterSet } from '../character-set.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** What people do, or how they do it, in words of two characters: they follow a name at once. */
const DOES = setOf(
  '没了|没能|手抖|手里|手上|眼里|嘴里|脸上|身上|怀里|第一|负责|合写|合作|申请|移交|登记|填写|报到|报名|补充|明白|知道|觉得|希望|决定|选择|坚持|主动|考上|获得|带领|带队|走进|走到|走上|走出|走过|来到|回到|离开|加入|参加|毕业|去世|逝世|牺牲|辞职|退休|上班|教书|读书|上学|结婚|生病|怀孕|编剧|主演|执导|报道|作词|作曲|编著|创作|发现|开始|心里|感到|感觉|想起|想到|看到|看见|听到|听说|遇到|收到|接到|拿到|拿出|拿起|接过|抱着|背着|牵着|拉着|带着|望着|看着|笑道|笑了|哭了|点头|摇头|摆手|擅长|喜欢|热爱|爱上|担心|放心|高兴|激动|兴奋|难过|伤心|没有|没想|不肯|不愿|不能|不敢|不是|曾经|曾在|曾任|每天|每周|每月|每年|从来|从此|经常|常常|总是|一直|一边|终于|依然|仍然|只好|只是|立即|立刻|马上|赶紧|赶到|随即|连忙|急忙|特别|非常|十分|自己|本人|亲自|当时|当年|当天|后来|现在|如今|目前|已经|正在|还是|也是|就是|便是|因为|由于|为了|虽然|获奖|获评|荣获|被评|入党|入伍|参军|上任|到任|履职|任职|发言|讲话|致辞|领奖|颁奖|题词|赠送|捐出|捐款|捐赠|资助|辅导|指导|陪着|照顾|照看|帮助|走访|家访|采访|翻译|演唱|演奏|领唱|独唱|朗诵|弹奏|击败|战胜|夺得|夺冠|跑到|跑来|赶来|接着|转身|抬头|低头|伸手|蹲下|坐在|站在|躺在|住在|睡在|守着|等着|盯着|指着|捧着|举着|哼着|唱着|说着|写着|画着|学着|教着|背起|放下|推开|打开|关上|拉开|掏出|取出|递给|送给|寄给|交给|讲给|教给|借给|留给|买了|卖了|做了|画了|唱了|讲了|说了|问了|答应|同意|拒绝|反对|鼓励|安慰|批评|表扬|感谢|流泪|落泪|哽咽|沉默|犹豫|思考|琢磨|打算|准备|努力|尝试|学会|练习|考取|考入|升入|转学|辍学|失学|报考|入学|上课|下课|放学|回家|出门|出发|启程|抵达|到达|返回|返乡|回乡|创业|打工|务工|应聘|入职|离职|调到|调任|升任|当上|当了|成为|出任|兼任|领着|领到|分到|得到|病倒|住院|出院|生下|嫁给|几乎|似乎|好像|忽然|突然|悄悄|首先|依旧|果然|居然|竟然|偷偷|默默|静静|轻轻|早早|早就|早已|其实|至今|有时|偶尔|时常|毅然|坚决|恳求|抓获|深明',
);
/** When somebody did something: stands behind names and behind bodies alike. */
const WHEN = setOf(
  '今天|昨天|日前|近日|今年|去年|前年|明年|上午|下午|晚上|早上|中午|凌晨|那天|那时|近年|前天|上周|周一|周二|周三|周四|周五|周六|周日',
);
/** Words that are followed by whom they mean. */
const LEADS = setOf(
  '采访|感谢|邀请|陪同|看望|慰问|资助|帮助|遇到|遇见|见到|认识|跟着|随着|通过|经过|除了|找到|记得|想起|任命|选举|推选|推荐|授予|表彰|悼念|纪念|祝贺|战胜|击败|介绍|联系|告诉|拜访|走访|听了|见了|问了|有请|以及|还有|包括|例如|比如|譬如|其中|就连|甚至|而且|但是|于是|因为|如果|虽然|后来|同时|此时|这时|当时|那时|随后|接着|最后|原来|由于|追记|人物|专访|对话|访谈|探访|走近|寻找|再见|想念|怀念|送别|致敬|学习|嫁给|送给|交给|写给|寄给|带给|留给|换了|原名|如今|现在|昨天|今天|今年|去年|当天|次日|如同|好像|正如|据说',
);
/** What only somebody has: 李小花的梦想. */
const OWNS =
  /^(?:家(?:[，。：；、的里中]|[没只在那连先就也还又今去是有](?![庭长属])|$)|的(?:故事|名字|梦想|愿望|行李|眼|脸|手|心|家(?!乡)|父|母|爸|妈|爷|奶|妻|丈夫|儿子|女儿|孩子|哥|弟|姐|妹|老师|同学|话|声音|笑|课|回信|来信|信|作文|日记|画|作品|带|指导|陪同|帮助|努力|身影|背影|目光|身体|学费|诗|小说|散文|著作|文章|事迹|演|歌|球|同事|朋友|学生|战友|邻居|悔|一生|经历|回忆|讲))/u;

/** Whether what begins at an offset is what a person does. */
export const doesAt = (text: string, at: number): boolean => DOES.has(text.slice(at, at + 2));
/**
 * What is told only of somebody, behind words that say how often or how soon: 每天要走…, 总要给家里打…, 刚过完八岁生日,
 * 背着弟弟, 靠捡废品, 三十四了.
 */
const LIVES =
  /^(?:每[天晚周月]|连[^，。；]{1,14}[都也]|自己(?:也|是|都|就|却)|从小|自[小幼]|[也还又就都才刚正已总常便曾却老不没]{0,2}(?:要给|把|靠|跟着|陪着|舍不得|过完?[^，。]{0,4}(?:岁|生日)|[背抱牵攥捧笑哭说写读画唱跳跑走坐站蹲吃喝穿戴睡学教看听想记数擦洗缝织捡挑扛赶摸患考念欠攒挣借举递喊问答抄盼怕爱蘸拎掏][了着过完到得起])|[一二三四五六七八九十\d]{1,3}岁|[一二三四五六七八九]?十[一二三四五六七八九]?了|(?:父母|爸妈|爹娘)(?:双|都|早|离|均))/u;
/** Whether what begins at an offset is told only of somebody. */
export const livesAt = (text: string, at: number): boolean => LIVES.test(text.slice(at, at + 18));
/** 他 or 她 goes on behind the next pause: somebody was named before it. */
const RESUMED = /^[^。！？；“”]{0,40}[，。；]\s?[他她](?!们|乡|人)/u;
/** Whether what is told at an offset is resumed with a pronoun. */
export const isResumed = (text: string, at: number): boolean => RESUMED.test(text.slice(at, at + 48));
/** Whether what begins at an offset says when. */
export const isWhenAt = (text: string, at: number): boolean =>
  WHEN.has(text.slice(at, at + 2)) || /^\d{1,2}[日月]/u.test(text.slice(at, at + 3));
/** Whether the word that ends at an offset is followed by whom it means. */
export const leadsTo = (text: string, at: number): boolean => LEADS.has(text.slice(Math.max(0, at - 2), at));
/**
 * What is done begins with the last character of what is tried, and the word goes on behind it: 谢敏｜来了, 王海｜说过;
 * where from and where to: 谢敏｜来自南方, 李强｜考到省城, 王芳｜随队进藏, 张伟｜经省城到村里. Of characters that close given
 * names too (来, 长, 经) only with what makes them such a word.
 */
const DONE =
  /^(?:[来去到回走说看听讲问坐跑笑哭教写当欠接端拿][了过着上下]|由[爷奶外姑舅叔伯爸妈]|点[点头了]|转[到学入去来寄交达给告述]|喜[欢爱]|真名|大[叔爷妈娘哥姐学]|时任|来自|[去回走赶考调派嫁搬迁住坐站驻][到在于至自往]|长[在于]|[支任执]教|[赴返抵]\p{Script=Han}|随[队父母军团]|经\p{Script=Han}{2,6}[到进转赴入抵])/u;
/** Whether what is done begins at an offset, with a character that is then no part of a name. */
export const isDone = (text: string, at: number): boolean => DONE.test(text.slice(at, at + 8));
/** Whether what begins at an offset belongs to somebody. */
export const ownsAt = (text: string, at: number): boolean => OWNS.test(text.slice(at, at + 4));

/** What is told only of somebody: particulars behind a pause, what they have, their age. */
const PARTICULARS =
  /^(?:[，,（(：]\s?(?:[男女](?!生|孩|子|儿|教|老)|父|母|爸|妈|爷|奶|孤儿|家(?!长)|现年|今年|\d{1,2}岁|[一二三四五六七八九十]{1,3}岁|藏族|汉族|患|就读|单亲|低保|残疾|脑瘫|留守|属|孤[老儿寡]|独居|离异)|[，,（(]\s?(?:[一二三四五六七八九1-9]年级|[初高][一二三]|\p{Script=Han}{2,8}(?:小学|中学|完小)|[^，。；！？]{1,6}[，,、]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})岁)|的(?:病|爸|妈|父|母|爷|奶|婆婆|公公|媳妇|丈夫|女婿|妻|孩子|女儿|儿子|胃|肾|肝|肺|肚子|腰|头发|嗓子|膝盖|[左右]|鱼塘|羊圈|牛圈|存折|户口本|药|债|账|押金|摩托|三轮|拖拉机|助听器|轮椅|摊子|铺子|作文|日记|学费|伙食费|座位|书包|名字|童年|低保|残疾|阿[爸妈])|家(?:里|中|先后|今年|的房|的牛)|今年|才\d|才[一二三四五六七八九十]{1,2}岁|刚满|从小|自幼|自从|\d{1,2}岁|[一二三四五六七八九十]{1,3}岁|是孤儿|没见过|每[月学]|(?:左|右|双)?[腿臂脚眼耳](?![光神])|双[手目]|欠|由(?:爷|奶|外|姑|舅|叔|伯)|一家[三四五六七八\d]口|一年[^，]{0,2}学费|时任|[摆挥]|点点?头)/u;
/** Whether particulars of somebody begin at an offset. */
export const tellsParticulars = (text: string, at: number): boolean => PARTICULARS.test(text.slice(at, at + 14));
/** Whether what is told only of somebody begins at an offset: particulars, what somebody has, a pronoun behind a pause. */
export const tellsOfSomebody = (text: string, at: number): boolean =>
  tellsParticulars(text, at) || livesAt(text, at) || ownsAt(text, at) || isResumed(text, at);

/** Who bears a name, as the word beside it says. */
type Role = 'child' | 'pupil' | 'aided' | 'adult' | 'called';

/** Words before a name that say what somebody is. The longest that fits counts; each ends where the name begins. */
const BEFORE: Readonly<Record<Role, string>> = {
  called:
    '已转|转给|转交|汇给|发给|轮到|领取人|申领人|收货人|我家|我们家|外号|绰号|昵称|诨名|喊她|喊他|叫她|叫他|岁的|大名|小名|全名|本名|真名|名字，|其女|其子|其妻|其父|其母|出生的|岁半的|名叫|叫做|叫作|取名|姓名|名字叫|名字是|就叫|叫|名为|左起|右起|左起依次为|右起依次为|从左至右|依次为|左一为|右一为|左二为|右二为|左三为|右三为|左一|左二|左三|右一|右二|右三|藏族|汉族|维吾尔族|哈萨克族|蒙古族|彝族|苗族|土家族|侗族|瑶族|壮族|回族|羌族|白族|门巴族|珞巴族|原名|我叫|我是|他叫|她叫|笔名|艺名|化名|化名为|化名叫|化名是|签名|签名：|姓名：|署名|落款|此致敬礼|敬礼|亲爱的|敬爱的|悼念|追记|记|访|是|由|对|向|让|请|给|跟|和|与|及|、|的',
  child:
    '小学生|小朋友|少先队员|女童|男童|儿童|幼儿|小女孩|小男孩|女孩|男孩|女孩儿|男孩儿|小姑娘|少年|孩子|娃娃|小妹妹|小弟弟|初中生|高中生|中学生|小学的|中学的|幼儿园的|年级的|年级|班的|班|0班|1班|2班|3班|4班|5班|6班|7班|8班|9班|）班|)班|一班|二班|三班|四班|五班|六班|初一|初二|初三|高一|高二|高三|小伙伴|小选手|小作者|小读者|小队员|小班长',
  pupil:
    '学生|同学|女生|男生|女儿|儿子|班长|中队长|大队长|小队长|组长|学习委员|孙女|孙子|妹妹|弟弟|姐姐|哥哥|侄女|侄子|外孙|外孙女|队员|选手|伙伴|同桌|队友|姑娘|好友|室友|学员|作者|新生|学子|获得者|毕业生|孤儿|笔友|寄宿生|考生|申请人|子女|遗孤',
  aided:
    '患儿|受灾户|困难户|搬迁户|监测户|五保户|残疾人|病人|贫困户|低保户|特困户|脱贫户|受助人|受益人|寡妇|受助者|受助人|受助对象|资助对象|资助的|贫困生|贫困学生|困难学生|受助新生|受助学子|受助的',
  adult:
    '牧女|牧人|牧羊人|门房|看门人|守门人|锅炉工|清洁工|环卫工|保洁|厨子|帮厨|工友|租客|学徒|徒弟|伙计|种植户|养殖户|农户|商户|牧户|店家|摊主|木工|瓦工|泥水匠|石匠|银匠|篾匠|铜匠|花农|菜农|果农|茶农|粮农|手艺人|织工|绣娘|主播|博主|楼长|网格员|护士长|校工|水管员|骑手|外卖员|采购员|羊倌|马倌|老师|教师|校长|园长|班主任|辅导员|志愿者|书记|主任|主席|记者|医生|护士|部长|局长|县长|乡长|镇长|村长|市长|省长|处长|科长|所长|院长|队长|站长|会长|社长|馆长|经理|董事长|总裁|总统|总理|首相|大使|秘书|秘书长|委员|委员长|代表|司机|工人|农民|牧民|村民|居民|干部|职工|教授|博士|专家|研究员|工程师|院士|律师|法官|作家|诗人|导演|演员|歌手|画家|艺术家|运动员|教练|教练员|球员|将军|司令|司令员|政委|军长|师长|团长|连长|排长|战士|民警|警察|英雄|烈士|先生|女士|同志|总书记|副总理|副主席|副主任|副书记|副部长|副局长|副市长|副省长|副县长|副校长|副院长|副总|厂长|店主|老板|创始人|负责人|发言人|主持人|通讯员|摄影|编辑|导师|家长|父亲|母亲|爸爸|妈妈|爷爷|奶奶|妻子|丈夫|嫂子|阿姨|叔叔|大叔|大妈|大爷|大姐|大哥|老人|青年|大学生|研究生|队友|创业者|支书|村支书|第一书记|理事长|理事|顾问|组长|讲师|讲解员|客人|老党员|党员|团员|团干|团委书记|驻村队员|队员|裁判|主编|总编|台长|行长|董事|会员|当事人|嫌疑人|被告|原告|男子|女子|市民|网友|患者|司仪|嘉宾|歌唱家|企业家|科学家|学者|外长|议员|议长|国王|王子|公主|主教|门将|前锋|后卫|中场|名将|新秀|小将|选手|冠军|得主|老将|主帅|影星|明星|主演|饰演|扮演|领奖人|主讲人|主讲|供稿|撰稿|撰文|联系人|收件人|收信人|寄信人|执笔|责编|责任编辑|校对|教导员|指导员|向导|副会长|厨师|理发师|摄影师|设计师|木匠|铁匠|裁缝|画师|匠人|传承人|店长|户主|女主人|男主人|承包人|带头人|领队|副队长|联络员|宣讲员|护林员|护边员|快递员|驾驶员|服务员|保洁员|炊事员|营业员|售货员|管理员|饲养员|技术员|放映员|邮递员|工作人员|家属|工作者|劳模|模范|获奖者|同事|邻居|老乡|搭档|战友|老伴|儿媳|女婿|岳母|岳父|婆婆|公公|外婆|外公|舅舅|姑姑|伯伯|小伙|小伙子|阿爸|阿妈|阿佳|阿姐|阿哥|老阿妈|老阿爸|老村长|老支书|老兵|军人|战友|侨领|前锋|中锋|单打|棋手|选手|评委|会计|出纳|医师|药师|军医|村医|校医|厂长|区长|州长|镇党委书记|班主任老师|专员|署长|参谋长|总干事|总编辑|副总编|副所长|副处长|副院长|副区长|副会长|副秘书长|副行长|干事|科员|主任科员|调研员|巡视员|秘书|助理|顾问|督导|教务主任|年级组长|德育主任|电工|司炉|门卫|保安|船工|矿工|农民工|民工|技工|焊工|股东|客商|商人|投资人|经办人|申请人|担保人|负责同志|夫人|爱人|未婚妻|女友|男友|父子|母女|老两口|小两口|导游|监理|房东|社工|护工|义工|宿管|保育员|炊事班长|测绘员|统计员|保管员|讲述人|口述|收款员|孙女婿|养子|养女|长子|次子|长女|次女|幼子|幼女|大儿子|小儿子|大女儿|小女儿|二儿子|二女儿',
};
/** Words after a name that say what somebody is, or that only people do. */
const AFTER: Readonly<Record<Role, string>> = {
  child: '小朋友|小同学|今年|现年|这孩子|这娃|这丫头|这小子|这姑娘|这女娃|这男娃',
  pupil: '同学|妹妹|弟弟|学长|学姐|学弟|学妹',
  aided: '',
  adult:
    '老师|教师|校长|园长|主任|书记|主席|医生|教授|先生|女士|小姐|夫人|同志|部长|局长|县长|乡长|镇长|村长|市长|省长|处长|科长|所长|院长|队长|站长|会长|董事长|经理|总理|总统|首相|大使|委员|阿姨|叔叔|大叔|大妈|大爷|大姐|大哥|大娘|奶奶|爷爷|阿佳|等人|等同志|夫妇|律师|警官|师傅|导演|总书记|副主席|副总理|主编|将军|副校长|副县长|副市长|副区长|副院长|副主任|副书记|副局长|班长|行长|院士|大夫|元帅|首相|外长|博士|支书|老人|大伯|伯伯|姐姐|哥哥|爸爸|妈妈|阿妈|阿爸|夫人|烈士|二人|两人|三人|三位|两位|夫妻|父子|母女|兄弟|姐妹|一行|委员长|秘书长|工程师|代表|阿姐|姐|哥|嫂|总经理|队员|学员|老乡',
  called:
    '说|表示|介绍|告诉|认为|指出|强调|回忆|坦言|笑着|高兴地|激动地|写道|写下|写信|写了|写给|问|答|解释|透露|称|道|感慨|谈到|讲述|宣布|会见|出席|主持|陪同|担任|当选|生于|出生|的爸爸|的妈妈|的父亲|的母亲|的爷爷|的奶奶|的家|的班主任|的老师|的作文|的画|的名字|，男|，女|，父亲|，母亲|，父母|，爸爸|，妈妈|，奶奶|，爷爷|，家住|，家在|，就读|，今年|，现年|（男|（女|户：|户|家里|家中|家境|家庭|一家|家住|家在|来自|就读|自幼|从小|一家|的父母|和同学|和妹妹|和弟弟|和姐姐|和哥哥|和家人|和父母',
};

type Words = ReadonlyMap<string, Role>;
const wordsOf = (all: Readonly<Record<Role, string>>): Words =>
  new Map(
    Object.entries(all).flatMap(([role, words]) =>
      words.split('|').flatMap((word): [string, Role][] => (word === '' ? [] : [[word, role as Role]])),
    ),
  );
const before = wordsOf(BEFORE);
const after = wordsOf(AFTER);
/** How long words are that have a character at one of their ends, by its code, the longest first. */
const lengthsBy = (words: Words, at: 0 | -1): ReadonlyMap<number, readonly number[]> => {
  const byCode = Map.groupBy(words.keys(), (word) => word.at(at)?.charCodeAt(0) ?? 0);
  return new Map(
    [...byCode].map(([code, own]) => [code, [...new Set(own.map((word) => word.length))].toSorted((a, b) => b - a)]),
  );
};
const lengthsBefore = lengthsBy(before, -1);
const lengthsAfter = lengthsBy(after, 0);
const NONE: readonly number[] = [];
const OPENING = new CharacterSet('“”「‘"：: 　（(');
const CLOSING = new CharacterSet('”」’"');

/** A word beside a name. */
export interface Cue {
  readonly word: string;
  readonly role: Role;
}

/**
 * What people are by the end of the word, whatever is before it: 馆员, 书法家, 画师, 篾匠; and who signs a paper, by the
 * label: 领款人：, 审核：.
 */
const BY_ITS_END =
  /(?:\p{Script=Han}(?<![人成会动复全各专一])员|\p{Script=Han}(?<![出会全本拜大小])师|\p{Script=Han}匠|\p{Script=Han}(?<![双着两对动挥右左一洗握人助扶拿顺亲毛])手|[藏兽村校牙中军]医|\p{Script=Han}[法蹈剧动曲善藏论影育学业明察险术乐唱想治交琴画]家|友人)$/u;
const LABEL =
  /(?:^|[^\p{Script=Han}])(?:\p{Script=Han}{1,5}人|\p{Script=Han}{0,4}(?:签字|签名|签收|审核|校对|编辑|摄影|审校|录入|复核))$/u;
const ENDS_OFFICE = new CharacterSet('员师匠医手家人');
const ENDS_LABEL = new CharacterSet('人字名收核对辑影校入');
const officeBefore = (text: string, end: number): Cue | null => {
  const said = text.slice(Math.max(0, end - 8), end);
  const word =
    (ENDS_OFFICE.isAt(text, end - 1) ? BY_ITS_END.exec(said.slice(-4))?.[0] : undefined) ??
    (/[：:]/u.test(text.charAt(end)) && ENDS_LABEL.isAt(text, end - 1) ? LABEL.exec(said)?.[0] : undefined);
  return word === undefined ? null : { word, role: 'called' };
};

/** The word that ends at an offset and announces a name there; null: none does. An opening quotation mark may lie between. */
export function cueBefore(text: string, at: number): Cue | null {
  const end = OPENING.isAt(text, at - 1) ? at - 1 : at;
  for (const length of lengthsBefore.get(text.charCodeAt(end - 1)) ?? NONE) {
    if (end < length) continue;
    const word = text.slice(end - length, end);
    const role = before.get(word);
    if (role) return { word, role };
  }
  return officeBefore(text, end);
}

/** The word that begins at an offset and says that a name was there; null: none does. */
export function cueAfter(text: string, at: number): Cue | null {
  const start = CLOSING.isAt(text, at) ? at + 1 : at;
  for (const length of lengthsAfter.get(text.charCodeAt(start)) ?? NONE) {
    const word = text.slice(start, start + length);
    const role = word.length === length ? after.get(word) : undefined;
    if (role) return { word, role };
  }
  return null;
}
