import type { MentionPart } from '#domain/people/mentions.ts';
import type { NameKind } from '#domain/stories/story.ts';

/** What a name can be, as an editor decides it. */
export const NAME_KIND_WORDS: Readonly<Record<NameKind, string>> = {
  recorded: '有记录',
  public: '公开的职务',
  published: '别处登过',
  alias: '化名',
  'not-a-person': '不是人名',
};

/** Which part of a story names somebody, as an editor calls it. */
export const MENTION_WORDS: Readonly<Record<MentionPart, string>> = {
  title: '标题',
  subtitle: '副题',
  summary: '摘要',
  people: '稿头 people',
  author: '作者',
  correction: '更正',
  profile: '人物框',
  heading: '小标题',
  paragraph: '正文',
  item: '列表',
  cell: '表格',
  note: '注释',
  letter: '书信',
  'letter-from': '写信人',
  'letter-to': '收信人',
  'interview-by': '讲述人',
  speaker: '问答里说话的人',
  quote: '引语',
  'quote-by': '引语的署名',
  roster: '名单',
  'photo-people': '图中人',
  caption: '图片说明',
  alt: '画面',
  label: '组件的标题、说明',
};
