import { matchesIn, triedAtBeginnings } from '../../text/glance.ts';
import { shownName } from '../../text/names/names.ts';
import type { OwnRule, ProseFinding, Range, StoryProse } from '../prose.ts';
import { whereaboutsIn } from './identifying.ts';
import { isAlias, type Passage, passagesIn } from './passages.ts';
import { recordedNames, saysAlias, touching } from './records.ts';
import { placeIn, unitsOf } from './units.ts';
import { helps, isMadeUp, isNamedAsAided, tellingOf } from './who.ts';

/** Kin whose fate is told as a hardship. */
const KIN =
  '(?:父母|父亲|母亲|爸爸|妈妈|爸妈|父|母|爸|妈|爹|娘|阿[爸妈嫫达爷]|爷爷|奶奶|外婆|外公|丈夫|妻子|爱人|老伴|儿子|女儿|儿女|哥哥|姐姐|弟弟|妹妹|双亲|老人|老汉)';

/** What tells of somebody's hardship, by kinds; a clause is what stands between two pauses. */
const HARDSHIP_KINDS: Readonly<Record<string, readonly string[]>> = {
  poor: [
    '贫困(?!(?:母亲|妇女)(?!\ue000)|的情况|证明|县|地区|村|山区|乡镇|面|率|标准|人口|群众|线)|贫寒|贫苦|特困|清贫|拮据|返贫|致贫|(?<![无不难“])穷(?![尽极举亲其])',
    '困难(?=学生|户|新生|大学生|类型|补助|家庭|职工)|(?:家庭|家里|家中|生活|经济|最|很|十分|特别)困难|家境(?!殷实|优渥|富裕|宽裕)',
    '低保|五保|建档立卡|低收入|脱贫户|刚脱贫|监测户|边缘户|帮扶户|帮扶对象|资助对象|资助人|扶助对象|救助对象|救济|困境|难处|(?<![去今前上])年收入|列入[^，。；]{0,14}(?:名单|对象)',
    '日子[^，。；]{0,4}(?:紧|苦|难)|紧巴巴|手头紧|揭不开锅|家徒四壁|一贫如洗|吃不[上饱]|只吃[一两]顿|养父|养母|身世|救济|最难的时候|土坯房|漏雨|粮不够|不够吃|捉襟见肘|入不敷出|东拼西凑|省吃俭用|凑不|拿不出|付不起|买不起|交不[起上]|上不起|掏不出|缓交|等学费|没有?钱|还差[^，。；]{0,5}[百千万]|(?:牛|羊)[^，。；]{0,4}卖|没见过肉|没买过|收入低|不想念|现钱|钱从哪|钱总是差|结不到几个钱|没有(?:稳定)?收入|生活来源|只出得起|谁都不肯出|余额',
    '欠[^，。]{0,6}[万元千]|欠[着了下]?[^，。；]{0,8}(?:钱|款|账|债)|欠债|负债|一身债|债务|外债|还债|借债|欠下|欠学校|还没还上|借钱|靠借|借米|借款|是借的|助学贷款|家的账|学费[^，。；]{0,6}(?:借|没着落|没有着落|还差|欠)',
    '捡废品|捡垃圾|捡[^，。；]{0,5}瓶|拾荒|打零工|劳动力|一个劳力|负担[重不]|顶梁柱|断了收入|失业|无业|丢了[^，。；]{0,6}(?:差事|工作|饭碗)|没讨到|赔得|拖垮|破产|赔了|靠[^，。；]{0,6}一个人|卖掉[^，。；]{0,8}[牛羊房]|牛[^，。；]{0,3}卖光|停了机',
    '家境不|条件(?:差|不好|艰苦)(?=[，。的])|家底|接济|赊[账欠着]|借遍|[东四]处借|挪西借|生源地贷款|[供读念]不起|退学|休学|缺钱|舍不得(?:吃|买|花|穿)|充饥|补丁|漏风|挤在[^，。；]{0,10}(?:间|房|屋|帐篷)|没有?通电|救济|兜底|因[病学灾残婚]致?[贫困]|无劳动能力|丧失劳动|缺劳力|劳力少|只有[^，。；]{0,6}(?:劳力|挣钱)|唯一的?(?:收入|经济)|收入[^，。；]{0,6}(?:低|微薄|不高|只有|不到|不足|就靠|全靠)|(?:全|只|就)靠[^，。；]{0,14}(?:过日子|过活|维持|生活|补贴|几[亩头只])|微薄|愁[^，。；]{0,4}学费|学费[^，。；]{0,4}(?:愁|犯难|没凑)|凑[齐够][^，。；]{0,4}(?:学费|路费|钱|费)|水滴筹|众筹|轻松筹|买不上|穿不上|吃不起|用不起|住不起|看不起病',
    '一条裤子|穿了[一二三四五六七八九十两几]年|穿的是[^，。；]{1,6}的鞋|胶布缠|没有床|半袋面|没生火|吃水靠挑|送[米面][^，。；]{0,4}油|不想念书|辍学|辍过|失学|差点没去|上学的机会让|没考好|花光|靠同学',
    '(?:免去|减免|免了)[^，。]{0,10}费|费[^，。]{0,4}(?:减免|全免)|书费|学杂费|领[到了取]?[^，。]{0,3}(?:补助|低保|救助|助学金)|善款|临时救助|生活补贴|困难补贴|护理补贴|护理费',
  ],
  // The characters that all their words are made of, but for the words that are no hardship.
  bare: [
    '(?<![毛通弊语治防看发疾伤同传斑])病(?!人|逝|体|重期间|院|房|毒|虫|句|例|理|友|区|假|菌|害|媒|种|案|从|势|程|症筛|筛)',
    '(?<!伤)残(?!联|奥|运|忍|酷|余|留|雪|阳|局|骸|暴|破|缺的|垣|疾|障|人)|病残|伤残|[一二三四]级残疾?',
    '(?<!国|公|企|还清首笔)债(?!券|市|权)|(?<![清济扶脱])贫(?![困血富瘠乏穷民下])|(?<!伶仃)孤(?!儿|独求|岛|立|胆|注|本|军|身|寡|老院|残儿童的)|丧(?![失尽权心])|寡(?![不言])|瘫|癌|瘤|聋(?!校|哑学)|哑[巴人女童]|盲(?![目从道区校点文])|瞎(?!说|编)',
    '(?:福利院|敬老院|养老院|救助站|孤儿学校|盲校|聋校|儿童之家|特殊(?:教育)?学校)(?:里|内)?的?(?:小|孩子|老人|学生|阿妈|\\ue000)|(?:住进?|生活|长大|学习|就读)在?[^，。；]{0,4}(?:福利院|敬老院|养老院|救助站|特殊(?:教育)?学校)|复明|重见光明|(?:装|戴|安|配)上?[^，。；]{0,4}(?:假肢|助听|义眼|人工)',
    // What somebody is given who has none, and costs that others bear.
    `(?:领到|领了|收到|接过|获赠|拿到|分到|得到|抱着|捧着|盖上|穿上|用上|送来|送去|送上|送给[他她]|带去|带来)(?:了|的)?[^，。；！？]{0,14}(?:棉被|被子|棉衣|大米|清油|米面|面粉|米[、和]|[袋桶]|煤|火炉|取暖|奶牛|母牛|[头只]羊|缝纫机|轮椅|拐杖|助行器|慰问品|慰问金|汇款|汇款单|善款|爱心款|红包|爱心包裹|生活费|路费|救济|救命)`,
    '(?:学费|费用|生活费|路费|手术费|住宿费|医药费|车票|伙食费)[^，。；！？]{0,14}(?:承担|全免|凑|着落|垫|包了|出的|给的|寄的|捐|资助|够不够|不够|哪里来|从哪)|(?:承担|垫付|免[除去]?|包下|出)了?[^，。；]{0,8}(?:学费|全部费用|生活费|手术费|医药费)',
    '(?:没有|没一个|无)[^，。；]{0,4}人?(?:挣钱|赚钱|劳动|收入|依靠|亲人|家人|着落)|一家[一二三四五六七八九十\\d]{1,2}口[^，。；]{0,6}(?:挤|靠|住|指望|全)|(?:屋顶|房顶|墙|房子|帐篷|牛圈|羊圈|院墙)[^，。；]{0,8}(?:烧|塌|冲|压|倒|裂|漏|掀)|没抢出来|(?:藏|撕|压)了?[^，。；]{0,6}通知书|通知书[^，。；]{0,8}(?:藏|压|不敢|发愁)|不敢[^，。；]{0,6}(?:家里|爸妈|父母)|(?:最后|刚刚?|才)[^，。；]{0,4}(?:脱贫|摘帽)',
    `(?:不知道|没见过|不记得|记不清|想不起)[^，。；]{0,4}(?:${KIN})|(?:${KIN})[^，。；！？\\n]{0,10}(?:难产|酒鬼|赌|打[他她我](?!电话)|进去了|被抓|关在|没回来|没音信|没有音讯|断了联系|失联|倒下|病倒|不认|瞎|聋|哑|傻|瘸|残|老了)`,
    '(?:从没|从来没|没有?)(?:穿|吃|买|用|住|睡)过[^，。；]{0,4}(?:新|肉|牛奶|水果|床|热)|搬砖|当保姆|洗碗工?|摆地摊|打[两三几]份工|(?<!打工，)(?:供|养活|拉扯)[^，。；]{0,6}(?:弟|妹|儿|女|孩子|一家)|上学的钱|读书的钱|还清[^，。；]{0,6}的|(?:生来|出生时|天生|一出生)[^，。；]{0,6}(?:没有|缺|少|就)|(?:眼睛|双眼|左眼|右眼)[^，。；]{0,6}(?:只能|只有|一点光|光感)|(?:化肥|草料|药|学|房|种子|电|饭)[费钱][^，。；]{0,6}(?:欠|赊|没交|没付)|欠(?:了|着)?(?:合作社|信用社|银行|亲戚|邻居|学校|医院|商店|小卖部)',
    '双拐|拄[着了拐]|[站走立坐][不没][起了得住稳]|没有?站起|没能?站|没走过路|学会走路|(?:只剩|少了|缺了?|断了?|没了|失去)[^，。；]{0,6}(?:手|脚|腿|指|眼|耳|臂|胳膊)|[用靠](?:脚|嘴|左手|一只手)[^，。；]{0,4}(?:写|画|吃|夹|叼|翻)|(?:眼睛?|视力|眼前)[^，。；]{0,6}(?:看不|模糊|瞎|失|没有光|不好|一片)|(?:耳朵|听力)[^，。；]{0,6}(?:听不|不好|失|聋|背)|引路|(?:从|在|进|到)[^，。；]{0,6}福利院[^，。；]{0,6}(?:长大|考|生活|住|读|出来)',
    '盲文|导盲|手语(?=[^，。；]{0,4}(?:交流|比划|说|告诉))|康复训练|复健|服药|输[液血]|打针|[乞讨]饭|乞讨|拾[荒破柴穗]|捡(?:来|别人|破烂|柴|牛粪)|啃[^，。；]{0,4}馒头|咸菜|棉衣都没|没有(?:棉|鞋|厚|被|鞋子)|挨饿|饿(?:肚子|着|得)|(?:只有|就)一[双件条床][^，。；]{0,4}[鞋衣裤被袄]|(?:哥哥|姐姐|别人|亲戚|邻居)[^，。；]{0,4}(?:穿过|穿剩|穿旧|不要的)|旧(?:衣服|棉袄|校服|鞋)|补了又补|漏[水雨雪]|后[妈爸]|继[父母]|离家出走|出走|家里就剩|独自(?:生活|一人|带|拉|抚|养|撑|在家)|半边户|守着?空房|没人(?:管|接|照|疼|养)|塌[了方]|[淹烧冻]死|烧(?:没|毁|光|成)|淹了|长不高|侏儒|(?:坐|站|抬|爬)不起|走不[了动]|迈不|握不住|拿不住|口吃|结巴|痴呆|傻[子了]|疯|自杀|轻生|自闭|抑郁|焦虑症|失眠|创伤|阴影|欺[凌负]|受?虐|家暴|吸毒|赌博?|酗酒|醉酒|入狱|狱(?!警)|(?<!服)刑(?!事|法|警|侦)|坐牢',
    '下岗(?!职工|工人|女工|人员)|身无分文|一分钱|扛起[^，。；]{0,6}家|撑起[^，。；]{0,6}家|放弃[^，。；]{0,6}(?:大学|读书|上学|学业)|(?:打工|挣|攒)[^，。；]{0,6}学费|学费[^，。；]{0,6}(?:打工|自己挣)|没着落|救命|求助',
  ],
  ill: [
    '身体[^，。；]{0,3}(?:不好|差|弱|垮)|多病|体弱|躺在[^，。；]{0,8}(?:医院|病|床)|(?:查出|检出|诊断|患上?|得了|得的是|落下|留下)[^，。；]{0,14}(?:病|症|癌|瘤|炎|侧弯|畸形|缺损|残|疾|瘫|聋|盲|裂)|侧弯|畸形|肺炎|早产|肿瘤|(?:做|动|等)[^，。；]{0,8}手术|残疾(?!人?联|人?事业|人工作|人?艺术团|人?运动会|人?就业|人?服务中心|人?康复中心)|残疾?证|残障|肢残|智力残|智障|聋人|聋哑|(?<!聋)聋(?!校|哑学校)|失聪|盲人|失明|白内障|脑瘫|截肢|假肢|没有[双左右]?[手脚腿臂]|助听器|轮椅|拐杖|拄拐|唇腭裂|自闭症|障碍|听不见|看不见|听力[^，。；]{0,8}(?:不好|差|弱)|手指[^，。；]{0,6}[断截]|[断截]了?[^，。；]{0,4}(?:手指|腿|手臂|胳膊)|腿没保住|右脚已截|直不起来|伸不直|烫过|疤',
    '行动不便|不能自理|半身不遂|动不了|下不了床|下不来床|干不动|植物人|义肢|发育迟缓|不会说话|说不了话|听不到|小儿麻痹|脑积水|肌无力|弱视|斜视|瘸|跛|驼背|抢救(?=[，。；、]|室|无效|过来|回来)|病危|移植|肾源|后遗症|救命钱|医疗费|看病[^，。；]{0,6}(?:花|欠|借|钱)|治病|病[^，。；]{0,3}(?:拖|重|倒|垮)|常年[^，。；]{0,4}药|(?<=\\p{Script=Han})[肝肾胃肺骨节膜]炎|乙肝|类风湿|血友病|白化病|先心病|[肾胃肺血]病|(?:摔|砸|轧|冻|炸|压)[^，。；]{0,4}(?:断|伤|坏|残)',
    '咳血|眼疾|的病也|罕见病|重病|大病|患病|重症|慢性病|先天性|癌|尿毒症|白血病|尘肺|肝病|心脏病(?!药|丸)|贫血|结核|癫痫|包虫|艾滋|糖尿病|高血压|降压药|胰岛素|哮喘|风湿(?![、等])|大骨节|冻疮|肾衰|肝硬化|骨折|烧伤|烫伤|中风|偏瘫|瘫|脑出血|脑梗|心梗|抑郁|精神病|精神失常|萎缩症|综合征|患[^，。]{0,8}[病症癌]|患[上有了]|患的是|得了?[^，。]{0,6}病|得的是|确诊|(?<!先|学|医)生病|(?:是|成了|有)病人|病床|病倒|病了|自己的病|的病，|的病不能等|化疗|透析|卧病|卧床|起不来|住院|吃药|吃的药|药要吃|药[^，。；]{0,4}能(?:吃|接)上|药费|药钱|手术费|治疗费|康复费|医药费|干不了[重农]?活|要人把碗',
  ],
  lost: [
    '孤儿院长大|福利院(?:里)?(?:长大|的孩子|儿童)|孤儿(?!院|学校|们|和|[“”])|孤女|遗孤|遗弃|流浪|弃婴|孤寡|失独|独居|失踪|没有子女|没有儿女|无儿无女|离了婚|谁也不要|丧父|父亡|母亡|丧母|丧偶|丧事|守寡|守了寡|寡妇|遗属|家属(?<=患[儿者]?家属)|单亲|离异|离婚|闹离婚|再婚|改嫁|父母双亡|双亡|(?<!英年)早逝|走得早|撒手人寰|坠崖|没了双亲|没有儿女|无依无靠|无人照[管看]|相依为命|寄养|收养|隔代|留守|救助站|服刑(?!人员)|坐牢|判了?刑',
    `${KIN}[^，。；！？\\n]{0,8}(?:去世|离世|离开了人世|走后|再婚|吸毒|酗酒|双残|过世|病逝|病故|亡故|早亡|改嫁|不在了|没了|走了|走的那年|跑了|疯了|送了人|出走|服刑|失业|瘫|患|病|残|车祸|出了事|跌下|摔|透析|失常|坐过牢|坐牢|是盲人|是聋人|看不清)`,
    '被(?:人|放|丢|扔|遗弃|留){1,3}在[^，。；]{0,10}(?:门口|门外|路边|桥下|福利院|医院)|没了?(?:有)?(?:爸|妈|父|母|爹|娘)|(?:从小)?没有(?:爸爸|妈妈|父母|父亲|母亲)|没了(?:爹|娘|爸|妈)|没见过(?:爸|父|妈|母|阿)|早没了|去年没的|走在了[^，。；]{0,6}前头|不知去向|在里头|谁也没要|家就剩',
    `(?:跟着?|靠)(?:爷爷|奶奶|外婆|外公|舅舅|姑姑|叔叔|伯伯|姨妈|阿妈|妈妈|爸爸|哥哥|姐姐)[^，。；]{0,4}(?:长大|生活|过(?!年|去|来|节)|住)|带大的?|拉扯|养大|领养|抱养|养[女子](?![^，。]{0,2}[育殖])|失去[^，。；]{0,4}(?:父|母|双亲|亲人|丈夫|妻|儿|女)|痛失|孤身|孤苦|举目无亲|遗孀|无人抚养|(?:在|进了?|坐)[^，。；]{0,4}(?:牢|监狱|狱中)|戒毒|家暴|拐卖|${KIN}[^，。；！？\\n]{0,6}(?:分开|分手|不要|不管|没回过|没有回来|意外|遇难|出事|殉职|牺牲)|由[^，。；]{1,6}抚养|独自抚养|随(?:祖母|祖父|外婆|外公|奶奶|爷爷|姑妈|叔叔|舅舅)生活|靠叔叔|供[他她我]|一个人住|一个人[养带拉]|放心不下|监护人[^，。；]{0,8}(?:民政|福利院|姑|舅|叔|伯|爷|奶)|家有病人|家里有病人|病[父母]|父病|母残|替去世的|这个家的大人|替[^，。；]{0,6}当了`,
  ],
  struck: [
    '泥石流|洪水|雪崩|滑坡|冰雹|遭灾|绝收|(?:出了?|遭遇?|因)车祸|遭遇[^，。；]{0,6}(?:事故|意外|不幸)|不幸(?:去世|离世|患|失|摔|夺)|变故|火灾|受灾|着了火|失火|起火|塌了|房子漏雨|屋顶漏|房无|危房|棚子|牛棚|木头顶着|摔断|工伤|雪灾[^，。；]{0,8}(?:里|中|后|过)|旱灾|水冲|卷走|什么都没剩|烂在地里|地震[^，。；]{0,6}没了|翻下沟|脚手架',
    '(?:牛|羊|牲口|庄稼|房子|屋子|家什)[^，。；]{0,8}(?:死了|死光|冲走|冲毁|烧了|烧光|冲垮|倒塌|塌了)',
  ],
};
const HARDSHIP = triedAtBeginnings(new RegExp(Object.values(HARDSHIP_KINDS).flat().join('|'), 'u'));
/** Words that somebody is given aid. */
const AID =
  /给我们?(?:家)?的|转交|接过|这笔钱|那笔钱|(?:年|月|学期)[^，。；]{0,4}(?:寄|汇|给)|受助|受资助|被资助|获资助|资助|补助|助学金|助学款|助学对象|救助|扶助|扶持金|慰问金|学子|补贴|减免|名额|拿着|要不是|幸亏|多亏|善款|捐款|捐给|领到|拿到|到账|转给|汇(?!报|总|集|聚|演|率|款|入|编)|领款|领走|领了|收款人|金额|实发|到户|凑了(?=[^。；]{0,20}(?:送|给|交))|凑的|垫付|塞进|资助款|支付|(?:项目|基金)[^，。；]{0,4}帮助|学费|住宿费|恩情|够不够|红包|生活费|慰问|交到了?[^，。；]{0,14}手[中里上]|给了[一二两三四五六七八九十]{1,3}[百千万]|寄来的|(?:得到|收到|获得)(?!了?[^，。；]{0,6}奖)|发放|发给|给予|给了|寄来|汇来|塞给|送来|送去|打到/u;
/** What somebody earned is no aid. */
const EARNED = /奖[金品学]|[一二三]等奖|工资|稿费|年薪|利润|纯利|分红|卖[了出]/u;
const AMOUNT =
  /(?:[\d０-９][\d０-９,，.]{0,15}\s?[十百千万亿]{0,2}|[一二两三四五六七八九十百千万亿几壹贰叁肆伍陆柒捌玖拾佰仟]{1,8})(?:余|多|来)?\s?[万亿]?(?:[美港欧]?元(?![旦月宵素件老帅首]|二次|一次(?!性)|方程|化)|块钱|块(?=[，。；、！？低”]|$|学费)|人民币)|[￥¥]\s?\d|(?<=给了|还差|收到|领到|寄来的?|寄给我的?|送来|塞给[我他她]|汇来|打来|资助了?|助学金)[一二两三四五六七八九十]{1,3}[百千万](?=[，。；！？多]|$)|(?<![\d.年〔])(?:[1-9]\d{2,4}(?:\.00)?)(?=$|[，、；。])/gu;
/** Money of a whole project, not of one person. */
const TOTAL =
  /(?:总|合计|(?:共|累计)发放|基金|专项|预算|募集|筹集|募得|捐[赠款出资]|投入|投资|拨款|人均|标准)[^，。；]{0,12}$/u;
/** Summed up: of one person where no number of people stands beside it. */
const SUMMED = /(?:共|累计)[^，。；]{0,12}$/u;
const PEOPLE = /[\d一二三四五六七八九十百千两几多]\s?(?:余|多)?(?:名|人|户|位|个(?:学生|孩子|家庭))/u;

/** Whether a text tells of somebody's hardship. */
const tellsHardship = (text: string): boolean => HARDSHIP.test(text);

/** Whether a text tells that somebody is given aid. */
const tellsAid = (text: string): boolean => AID.test(text) && !EARNED.test(text);

/** Whether a text tells an amount of money. */
const tellsAmount = (text: string): boolean => text.search(AMOUNT) >= 0;

/** Whether a text tells an amount that may be one person's: no total, no budget. */
const tellsOwnAmount = (text: string): boolean => {
  const ofMany = PEOPLE.test(text);
  return matchesIn(text, AMOUNT).some(({ index }) => {
    const before = text.slice(Math.max(0, index - 16), index);
    return !TOTAL.test(before) && !(ofMany && SUMMED.test(before));
  });
};

/** Whether a text may tell of aid or hardship at all: most tell neither. */
const mayTell = (text: string): boolean =>
  tellsHardship(text) || (tellsAid(text) && tellsOwnAmount(text)) || AIDED.test(text);
const AIDED = /受助|资助|受捐助|救助|扶助|受赠|助学金|补助|慰问|帮扶|贫困|助学|\p{Script=Han}学子|捐赠|圆梦|春蕾|低保/u;

/** Whether a text names a village: with the hardship it tells its neighbours who is meant, whatever the name. */
const tellsVillage = (text: string) =>
  whereaboutsIn(text).some(({ start, end }) => /村(?:\p{Script=Han}{0,2}组)?$/u.test(text.slice(start, end)));

/** What is told of somebody that does not belong beside a name; empty: nothing. */
function toldOf(passage: Passage): string {
  const texts = tellingOf(passage);
  const hardship = texts.some(tellsHardship);
  const amount = texts.some(tellsOwnAmount) && texts.some(tellsAid);
  const aided = isNamedAsAided(passage);
  if ((!hardship && !amount && !aided) || helps(passage) || isMadeUp(passage)) return '';
  const told = [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])];
  return told.length > 0 ? told.join('、') : '受助';
}

/** People without a record of whom hardship is told, or aid with its amount: each once, where the name first stands. */
function unrecordedAided(prose: StoryProse, taken: (block: number, start: number, end: number) => boolean) {
  return passagesIn(unitsOf(prose, mayTell)).flatMap((passage): ProseFinding[] => {
    const [first] = passage.mentions;
    if (!first) return [];
    const { block, at } = placeIn(first.unit, first.name.start);
    const end = at + passage.name.length;
    const told = taken(block, at, end) ? '' : toldOf(passage);
    if (told === '') return [];
    if (isAlias(passage)) {
      if (!tellingOf(passage).some(tellsVillage)) return [];
      return [
        {
          ...{ block, start: at, end, severity: 'error', code: 'alias-identifiable', written: null },
          what: `用了化名，又写了村子和${told}，村里人认得出是谁`,
          found: `“${shownName(passage.name)}”和村子、${told}写在一起`,
          expected: '化名旁边不写到村、组',
          mend: '去掉村和组的名字，只写到县；或者删去难处和金额。',
        },
      ];
    }
    return [
      {
        ...{ block, start: at, end, severity: 'error', code: 'aided-student-named', written: null },
        what: `写了名字，又写了${told}`,
        found: `“${shownName(passage.name)}”和${told}写在一起`,
        expected: '化名，并且说明是化名',
        mend: `名字换成化名，后面加“（化名）”；或者删去${told}，只写做了什么。写项目的钱，另写一段，不写到人。`,
      },
    ];
  });
}

interface Naming extends Range {
  readonly block: number;
  readonly name: string;
  readonly alias: boolean;
}

/** What is told beside a name. */
const toldWords = (hardship: boolean, amount: boolean) =>
  [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])].join('和');

const named = (
  { block, start, end, name }: Naming,
  severity: ProseFinding['severity'],
  told: string,
  where: string,
): ProseFinding => ({
  block,
  start,
  end,
  severity,
  code: 'aided-student-named',
  what: `写了受助学生的真名，${where}又写了${told}`,
  found: `“${shownName(name)}”的真名`,
  expected: '化名，并且说明是化名',
  written: null,
  mend: `把真名换成化名，文末说明是化名；要留真名，就删去${told}。写项目的钱，另写一段，不写到这个人。`,
});

const unsaid = ({ block, start, end, name }: Naming): ProseFinding => ({
  block,
  start,
  end,
  severity: 'warning',
  code: 'alias-unsaid',
  what: '受助学生用了化名，没有说明',
  found: `“${name}”，全文没有“化名”两个字`,
  expected: `“${name}（化名）”`,
  written: null,
  mend: '在名字第一次出现的地方加“（化名）”，或者在文末写一句“文中名字是化名”。',
});

/** One student in one story: what a real name stands beside decides; a 化名 only has to say that it is one. */
function judged(namings: readonly Naming[], { blocks }: StoryProse, saidAlias: boolean): ProseFinding[] {
  const real = namings.filter(({ alias }) => !alias);
  const [first] = real;
  if (!first) return saidAlias ? [] : namings.slice(0, 1).map(unsaid);
  const hardship = blocks.some(({ text }) => tellsHardship(text));
  const amount = blocks.some(({ text }) => tellsAmount(text));
  if (hardship && amount) return [named(first, 'error', '难处和金额', '')];
  for (const naming of real) {
    const text = blocks[naming.block]?.text ?? '';
    const told = toldWords(tellsHardship(text), tellsAmount(text));
    if (told !== '') return [named(naming, 'error', told, '同一段里')];
  }
  return hardship || amount ? [named(first, 'warning', toldWords(hardship, amount), '别处')] : [];
}

/**
 * Students who were helped: a real name never stands with hardship or money, and a 化名 says that it is one. Those of
 * the records are known; others only where the words say that they are such.
 */
export const aidedStudents: OwnRule = ({ people }) => {
  const recorded = recordedNames(people);
  return (prose) => {
    const { blocks } = prose;
    const all = blocks.map(({ text }) => recorded(text));
    const namings = new Map<string, Naming[]>();
    for (const [block, names] of all.entries()) {
      for (const { start, end, name, alias, people: bearers } of names) {
        for (const { id } of bearers.filter(({ aided }) => aided === true)) {
          namings.set(id, [...(namings.get(id) ?? []), { block, start, end, name, alias }]);
        }
      }
    }
    const taken = all.map(touching);
    const saidAlias = blocks.some(({ text }) => text.includes('化名'));
    const ofRecords = [...namings.values()].flatMap((own) => judged(own, prose, saidAlias));
    const unrecorded = saysAlias(blocks.map(({ text }) => text))
      ? []
      : unrecordedAided(prose, (block, start, end) => taken[block]?.({ start, end }) ?? false);
    return [...ofRecords, ...unrecorded];
  };
};
