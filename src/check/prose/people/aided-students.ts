import { matchesIn } from '../../text/glance.ts';
import { shownName } from '../../text/names/names.ts';
import type { OwnRule, ProseFinding, Range, StoryProse } from '../prose.ts';
import { whereaboutsIn } from './identifying.ts';
import { isAlias, type Passage, passagesIn } from './passages.ts';
import { recordedNames, saysAlias, touching } from './records.ts';
import { placeIn, unitsOf } from './units.ts';
import { helps, isMadeUp, tellingOf } from './who.ts';

/** Kin whose fate is told as a hardship. */
const KIN =
  '(?:父母|父亲|母亲|爸爸|妈妈|爸妈|父|母|爸|妈|爹|娘|阿[爸妈嫫达爷]|爷爷|奶奶|外婆|外公|丈夫|妻子|爱人|老伴|儿子|女儿|儿女|哥哥|姐姐|弟弟|妹妹|双亲|老人|老汉)';

/** What tells of somebody's hardship, by kinds; a clause is what stands between two pauses. */
const HARDSHIP_KINDS: Readonly<Record<string, readonly string[]>> = {
  poor: [
    '贫困(?!母亲|妇女|的情况|县|地区|村|山区|乡镇|面|率|标准|人口|群众|线)|贫寒|贫苦|特困|清贫|拮据|返贫|致贫|(?<![无不难“])穷(?![尽极举亲其])',
    '困难(?=学生|户|新生|大学生|类型|补助|家庭|职工)|(?:家庭|家里|家中|生活|经济|最|很|十分|特别)困难|家境(?!殷实|优渥|富裕|宽裕)',
    '低保|五保|建档立卡|低收入|脱贫户|刚脱贫|监测户|边缘户|帮扶户|帮扶对象|资助对象|资助人|扶助对象|救助对象|救济|困境|难处|(?<![去今前上])年收入|列入[^，。；]{0,14}(?:名单|对象)',
    '日子[^，。；]{0,4}(?:紧|苦|难)|紧巴巴|手头紧|揭不开锅|家徒四壁|一贫如洗|吃不[上饱]|只吃两顿|粮不够|不够吃|捉襟见肘|入不敷出|东拼西凑|省吃俭用|凑不|拿不出|付不起|买不起|交不[起上]|上不起|掏不出|缓交|等学费|没有?钱|还差[^，。；]{0,5}[百千万]|(?:牛|羊)[^，。；]{0,4}卖|没见过肉|没买过|收入低|不想念|现钱|钱从哪|钱总是差|结不到几个钱|没有(?:稳定)?收入|生活来源|只出得起|谁都不肯出|余额',
    '欠[^，。]{0,6}[万元千]|欠债|负债|一身债|债务|外债|还债|借债|欠下|欠学校|还没还上|借钱|靠借|借米|借款|是借的|助学贷款|家的账|学费[^，。；]{0,6}(?:借|没着落|没有着落|还差|欠)',
    '捡废品|捡垃圾|捡[^，。；]{0,5}瓶|拾荒|打零工|劳动力|一个劳力|负担[重不]|顶梁柱|断了收入|失业|无业|丢了[^，。；]{0,6}(?:差事|工作|饭碗)|没讨到|赔得|拖垮|破产|赔了|靠[^，。；]{0,6}一个人|卖掉[^，。；]{0,8}[牛羊房]|牛[^，。；]{0,3}卖光|停了机',
    '一条裤子|穿了[一二三四五六七八九十两几]年|穿的是[^，。；]{1,6}的鞋|胶布缠|没有床|半袋面|没生火|吃水靠挑|送[米面][^，。；]{0,4}油|不想念书|辍学|辍过|失学|差点没去|上学的机会让|没考好|花光|靠同学',
    '(?:免去|减免|免了)[^，。]{0,10}费|费[^，。]{0,4}(?:减免|全免)|书费|学杂费|领[到了取]?[^，。]{0,3}(?:补助|低保|救助|助学金)|善款|临时救助|生活补贴|困难补贴|护理补贴|护理费',
  ],
  ill: [
    '残疾(?!人?联|人?事业|人工作)|残疾?证|残障|肢残|智力残|智障|聋人|聋哑|(?<!聋)聋(?!校|哑学校)|失聪|盲人|失明|白内障|脑瘫|截肢|假肢|没有[双左右]?[手脚腿臂]|助听器|轮椅|拐杖|拄拐|唇腭裂|自闭症|障碍|听不见|看不见|听力[^，。；]{0,8}(?:不好|差|弱)|手指[^，。；]{0,6}[断截]|[断截]了?[^，。；]{0,4}(?:手指|腿|手臂|胳膊)|腿没保住|右脚已截|直不起来|伸不直|烫过|疤',
    '咳血|眼疾|的病也|罕见病|重病|大病|患病|重症|慢性病|先天性|癌|尿毒症|白血病|尘肺|肝病|心脏病(?!药|丸)|贫血|结核|癫痫|包虫|艾滋|糖尿病|高血压|降压药|胰岛素|哮喘|风湿(?![、等])|大骨节|冻疮|肾衰|肝硬化|骨折|烧伤|烫伤|中风|偏瘫|瘫|脑出血|脑梗|心梗|抑郁|精神病|精神失常|萎缩症|综合征|患[^，。]{0,8}[病症癌]|患[上有了]|患的是|得了?[^，。]{0,6}病|得的是|确诊|(?<!先|学|医)生病|(?:是|成了|有)病人|病床|病倒|病了|自己的病|的病，|的病不能等|化疗|透析|卧病|卧床|起不来|住院|吃药|吃的药|药要吃|药[^，。；]{0,4}能(?:吃|接)上|药费|药钱|手术费|治疗费|康复费|医药费|干不了[重农]?活|要人把碗',
  ],
  lost: [
    '孤儿(?!院|学校|们|和|[“”])|孤女|遗孤|遗弃|流浪|弃婴|孤寡|失独|独居|失踪|没有子女|没有儿女|无儿无女|离了婚|谁也不要|丧父|父亡|母亡|丧母|丧偶|丧事|守寡|守了寡|寡妇|遗属|家属(?<=患[儿者]?家属)|单亲|离异|离婚|闹离婚|再婚|改嫁|父母双亡|双亡|(?<!英年)早逝|走得早|撒手人寰|坠崖|没了双亲|没有儿女|无依无靠|无人照[管看]|相依为命|寄养|收养|隔代|留守|救助站|服刑(?!人员)|坐牢|判了?刑',
    `${KIN}[^，。；！？\\n]{0,8}(?:去世|离世|离开了人世|走后|再婚|吸毒|酗酒|双残|过世|病逝|病故|亡故|早亡|改嫁|不在了|没了|走了|走的那年|跑了|疯了|送了人|出走|服刑|失业|瘫|患|病|残|车祸|出了事|跌下|摔|透析|失常|坐过牢|坐牢|是盲人|是聋人|看不清)`,
    '没了?(?:有)?(?:爸|妈|父|母|爹|娘)|(?:从小)?没有(?:爸爸|妈妈|父母|父亲|母亲)|没了(?:爹|娘|爸|妈)|没见过(?:爸|父|妈|母|阿)|早没了|去年没的|走在了[^，。；]{0,6}前头|不知去向|在里头|谁也没要|家就剩',
    `由[^，。；]{1,6}抚养|独自抚养|随(?:祖母|祖父|外婆|外公|奶奶|爷爷|姑妈|叔叔|舅舅)生活|靠叔叔|供[他她我]|一个人住|一个人[养带拉]|放心不下|监护人[^，。；]{0,8}(?:民政|福利院|姑|舅|叔|伯|爷|奶)|家有病人|家里有病人|病[父母]|父病|母残|替去世的|这个家的大人|替[^，。；]{0,6}当了`,
  ],
  struck: [
    '变故|火灾|受灾|着了火|失火|起火|塌了|房子漏雨|屋顶漏|房无|危房|棚子|牛棚|木头顶着|摔断|工伤|雪灾[^，。；]{0,8}(?:里|中|后|过)|旱灾|水冲|卷走|什么都没剩|烂在地里|地震[^，。；]{0,6}没了|翻下沟|脚手架',
    '(?:牛|羊|牲口|庄稼|房子|屋子|家什)[^，。；]{0,8}(?:死了|死光|冲走|冲毁|烧了|烧光|冲垮|倒塌|塌了)',
  ],
};
const HARDSHIP = new RegExp(Object.values(HARDSHIP_KINDS).flat().join('|'), 'u');
/** Words that somebody is given aid. */
const AID =
  /受助|受资助|被资助|获资助|资助|补助|助学金|助学款|助学对象|救助|扶助|扶持金|慰问金|学子|补贴|减免|名额|拿着|要不是|幸亏|多亏|善款|捐款|捐给|领到|拿到|到账|转给|汇(?!报|总|集|聚|演|率|款|入|编)|领款|领走|领了|收款人|到户|凑了(?=[^。；]{0,20}(?:送|给|交))|凑的|垫付|塞进|资助款|支付|(?:项目|基金)[^，。；]{0,4}帮助|学费|住宿费|恩情|够不够|红包|生活费|慰问|交到了?[^，。；]{0,14}手[中里上]|给了[一二两三四五六七八九十]{1,3}[百千万]|寄来的|(?:得到|收到|获得)(?!了?[^，。；]{0,6}奖)|发放|发给|给予|给了|送来|送去|打到/u;
/** What somebody earned is no aid. */
const EARNED = /奖[金品学]|[一二三]等奖|工资|稿费|年薪|利润|纯利|分红|卖[了出]/u;
const AMOUNT =
  /(?:[\d０-９][\d０-９,，.]{0,15}\s?[十百千万亿]{0,2}|[一二两三四五六七八九十百千万亿几壹贰叁肆伍陆柒捌玖拾佰仟]{1,8})(?:余|多|来)?\s?[万亿]?(?:[美港欧]?元(?![旦月宵素件老帅首]|二次|一次|方程|化)|块钱|块(?=[，。；、！？低”]|$|学费)|人民币)|[￥¥]\s?\d|(?<=给了|还差|收到|领到)[一二两三四五六七八九十]{1,3}[百千万](?=[，。；！？多]|$)|(?<![\d.年〔])(?:[1-9]\d{2,4}(?:\.00)?)(?=$|[，、；。])/gu;
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
const mayTell = (text: string): boolean => tellsHardship(text) || (tellsAid(text) && tellsOwnAmount(text));

/** Whether a text names a village: with the hardship it tells its neighbours who is meant, whatever the name. */
const tellsVillage = (text: string) =>
  whereaboutsIn(text).some(({ start, end }) => /村(?:\p{Script=Han}{0,2}组)?$/u.test(text.slice(start, end)));

/** What is told of somebody that does not belong beside a name; empty: nothing. */
function toldOf(passage: Passage): string {
  const texts = tellingOf(passage);
  const hardship = texts.some(tellsHardship);
  const amount = texts.some(tellsOwnAmount) && texts.some(tellsAid);
  if ((!hardship && !amount) || helps(passage) || isMadeUp(passage)) return '';
  return [...(hardship ? ['难处'] : []), ...(amount ? ['金额'] : [])].join('、');
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
