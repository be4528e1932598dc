/** What people write for a key of the content: its Chinese name, or the word that is near at hand. One word may mean several. */
const KEY_WORDS: Readonly<Record<string, readonly string[]>> = {
  title: ['标题', '题目', 'headline', 'heading'],
  name: ['名称', '名字', '姓名', '网站名称', '单位名称'],
  address: ['网址', '地址', 'url'],
  date: ['日期', '日子', 'day'],
  years: ['年度', '年份', 'year'],
  annexes: ['附件', 'annex', 'attachments', 'appendix'],
  level: ['级别', '类别', '种类', 'kind', 'type'],
  city: ['giver', 'helper', '援助一方', '援助方', '市', '机关', '援助单位'],
  county: ['receiver', 'district', '受援一方', '受援方', '县', '区', '受援单位'],
  townships: ['third', 'streets', 'subdistricts', 'towns', 'villages', '乡镇', '街道', '村', '下一级'],
  giver: ['city', '援助一方', '援助方'],
  receiver: ['county', '受援一方', '受援方'],
  third: ['township', 'townships', 'street', '下一级', '乡镇', '街道'],
  text: ['原文', '内容', '文字', '正文', 'content', 'words'],
  role: ['身份', 'kind', 'type', 'level'],
  number: ['序号', '文号', 'no', 'num'],
  clause: ['条', '条款', 'article'],
  field: ['方面', 'section'],
  lead: ['牵头', '牵头部门', '牵头单位', 'leader', 'leads'],
  partners: ['配合', '配合部门', '配合单位', 'partner'],
  lines: ['任务行', '任务', 'tasks', 'line'],
  unit: ['单位', '计量单位', 'measure'],
  row: ['附件行', 'rows'],
  quantity: ['数量', '数', '计划数', 'amount', 'target', 'number', 'value'],
  source: ['出处', '来源', 'locator', 'from'],
  quote: ['引文', '原话', 'words'],
  summary: ['摘要', 'description'],
  editor: ['编辑'],
  author: ['作者'],
  short: ['简称'],
  organisation: ['单位', 'organization'],
  from: ['从哪来', '从哪里来', '来自', '籍贯', '家乡'],
  at: ['在哪儿', '在哪里', '在哪', '地点', '地方', 'place', 'where'],
  since: ['多久', '时间', '起', '什么时候起'],
  words: ['一句话', '原话', 'quote'],
};

/** The key that was meant by a word, of those that may stand there. null: none, or more than one. */
export function meantKey(word: string, keys: readonly string[]): string | null {
  const wanted = word.trim().toLowerCase();
  const found = keys.filter((key) => KEY_WORDS[key]?.includes(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}
