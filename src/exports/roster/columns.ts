import { AGE_BANDS } from '#domain/people/consent/person.ts';
import { AGE_BAND_WORDS } from '#format/consent-words.ts';

/** A column of the roster (授权名单): the sheet in which a clerk writes down many people and their papers at once. */
export interface RosterColumn {
  /** The option of `new:person` and `new:consent` that asks the same; `remark` is nobody's. */
  readonly key: string;
  readonly heading: string;
  /** What people call it too. */
  readonly also: readonly string[];
  /** In characters of Latin script. */
  readonly width: number;
  /** Who needs it. */
  readonly needed: string;
  readonly explained: string;
  /** What Excel offers; `only`: nothing else is let in. */
  readonly choices?: { readonly words: readonly string[]; readonly only: boolean };
  readonly isDay?: boolean;
}

const YES_NO = { words: ['是', '否'], only: true } as const;

/** A row is left out of the import where its remark begins like this. */
export const EXAMPLE_MARK = '例子';

export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  {
    ...{ key: 'remark', heading: '备注', also: ['说明'], width: 18, needed: '不用填' },
    explained: `写给自己看的，导入时不读。以“${EXAMPLE_MARK}”开头的一行整行不读`,
  },
  {
    ...{ key: 'name', heading: '姓名', also: ['名字', '真名', '真实姓名'], width: 14, needed: '要填' },
    explained: '真名。只有管记录的人看得到。一人一行；一个人有几张授权书的，一张一行。只知道化名的空着',
  },
  {
    ...{ key: 'alias', heading: '化名', also: ['笔名'], width: 12, needed: '用化名的' },
    explained: '代替真名印出来的名字，后面不加“（化名）”。受助的学生要用化名',
  },
  {
    ...{ key: 'age', heading: '年龄段', also: ['年龄', '多大'], width: 13, needed: '要填' },
    explained: '签字那天的年龄段，点格子右边的箭头选。不填几岁',
    choices: { words: AGE_BANDS.map((band) => AGE_BAND_WORDS[band]), only: true },
  },
  {
    ...{ key: 'role', heading: '身份', also: ['职务', '身份职务'], width: 18, needed: '要填' },
    explained: '给读者看的：支教志愿者、小学生。孩子的不写学校和班级',
  },
  {
    ...{ key: 'aided', heading: '受助', also: ['是否受助', '受助学生', '受助人'], width: 8, needed: '受助的人' },
    explained: '受助的选“是”。名字、难处、拿到的钱从不写在一起',
    choices: YES_NO,
  },
  {
    ...{ key: 'died', heading: '已去世', also: ['去世', '去世日期', '是否去世'], width: 13, needed: '去世的人' },
    explained: '去世的日子：2019-08-02、2019年8月、2019；不知道哪一天写“是”。在世的空着',
  },
  {
    key: 'signer',
    heading: '监护人或近亲属姓名',
    also: ['监护人', '监护人姓名', '近亲属', '近亲属姓名', '签字人', '签字人姓名', '家长', '家长姓名'],
    width: 20,
    needed: '未成年、去世的人',
    explained: '没有成年的，签字的监护人；去世的人，签字的近亲属（先是配偶、子女、父母，有一位签就行）。成年人空着',
  },
  {
    ...{ key: 'relation', heading: '和他的关系', also: ['关系', '与本人关系', '与本人的关系'], width: 13 },
    needed: '未成年、去世的人',
    explained: '签字的人是他的什么人：母亲、父亲、妻子、儿子',
  },
  {
    key: 'none-closer',
    heading: '更近的亲属都不在',
    also: ['配偶、子女、父母都不在了', '更近的亲属都不在了'],
    ...{ width: 18, needed: '兄弟姐妹、祖孙签的' },
    explained:
      '去世的人由兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女签的，配偶、子女、父母都不在了选“是”；有一位在就请他签',
    choices: YES_NO,
  },
  {
    ...{ key: 'scope', heading: '同意用什么', also: ['范围', '授权范围', '使用范围'], width: 24, needed: '有授权书的' },
    explained: '姓名、肖像（照片）、声音、事迹，几个用顿号隔开。照授权书上勾的写',
    choices: { words: ['姓名、事迹', '姓名、肖像、事迹', '姓名、肖像、声音、事迹', '事迹', '肖像'], only: false },
  },
  {
    ...{ key: 'channels', heading: '用在哪里', also: ['渠道', '使用渠道'], width: 18, needed: '有授权书的' },
    explained: '网站、微信、媒体，几个用顿号隔开。没有写网站的，网站不登',
    choices: { words: ['网站', '网站、微信', '网站、微信、媒体'], only: false },
  },
  {
    ...{ key: 'signed', heading: '签字日', also: ['签字日期', '签署日期', '签署日'], width: 13, needed: '有授权书的' },
    explained: '哪一天签的：2026-05-01、2026年5月1日都行',
    isDay: true,
  },
  {
    ...{
      key: 'until',
      heading: '有效期至',
      also: ['到期日', '有效期', '截止日期', '到期'],
      width: 13,
      needed: '有授权书的',
    },
    explained: '到哪一天为止，这一天还算数；也可以写 5年。没有期限的，和签字的人商定一个日子',
    isDay: true,
  },
  {
    key: 'told',
    heading: '告诉过的六件事',
    also: ['六件事', '告知事项', '告诉过监护人的事'],
    ...{ width: 20, needed: '不满14岁的' },
    explained:
      '告诉过监护人的：目的、范围、存储地点和期限、安全措施、投诉渠道、更正和删除的办法。六件都说过写“都说过”；没有说过的不要写，补说了再填',
    choices: { words: ['都说过'], only: false },
  },
  {
    key: 'refusal-offered',
    heading: '说过可以不同意',
    also: ['可以不同意', '告诉过可以不同意', '告知可拒绝'],
    ...{ width: 16, needed: '不满14岁的' },
    explained: '告诉过监护人可以不同意、孩子不会因此受影响的，选“是”',
    choices: YES_NO,
  },
  {
    ...{
      key: 'separate',
      heading: '单独一份',
      also: ['单独签', '单独同意', '单独签的'],
      width: 11,
      needed: '不满14岁的',
    },
    explained: '同意书是单独签的，没有和别的事写在一起的，选“是”',
    choices: YES_NO,
  },
  {
    key: 'paper',
    heading: '授权书放在哪里',
    also: ['存放地点', '存放位置', '授权书存放', '放在哪里'],
    ...{ width: 28, needed: '有授权书的' },
    explained: '写到别人找得到：宣传部铁柜，授权书第12号',
  },
];
