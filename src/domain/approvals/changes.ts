import type { Parts } from './approval.ts';

/** What the keys of the front matter are called. */
const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ['kind', '种类'],
  ['title', '标题'],
  ['subtitle', '副题'],
  ['summary', '摘要'],
  ['date', '日期'],
  ['projects', '项目'],
  ['places', '地方'],
  ['people', '人物'],
  ['names', '名字的决定'],
  ['fallbacks', '没有授权时的换法'],
  ['author', '作者'],
  ['editor', '编辑'],
  ['source', '来源'],
  ['source_url', '原文网址'],
  ['cover', '封面'],
  ['weight', '排序'],
  ['publish_at', '发布时间'],
  ['unpublish_at', '撤下时间'],
  ['corrections', '更正'],
  ['accept', '认可的提醒'],
  ['profile', '人物框'],
]);

const keyWords = (key: string) => (KEY_WORDS.has(key) ? `${KEY_WORDS.get(key)}（${key}）` : `稿头的 ${key} `);

interface Words {
  readonly changed: (name: string, before: string, now: string) => string;
  readonly added: (name: string, now: string) => string;
  readonly gone: (name: string) => string;
}

type Values = Readonly<Record<string, string>>;

function difference(approved: Values, now: Values, words: Words): string[] {
  const before = new Map(Object.entries(approved));
  const after = new Map(Object.entries(now));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    if (was === undefined) return [words.added(name, is ?? '')];
    return [is === undefined ? words.gone(name) : words.changed(name, was, is)];
  });
}

const FRONT: Words = {
  changed: (key) => `${keyWords(key)}改过`,
  added: (key) => `多了${keyWords(key)}`.trim(),
  gone: (key) => `删了${keyWords(key)}`.trim(),
};
const PICTURES: Words = {
  changed: (file) => `图片 ${file} 换过`,
  added: (file) => `多了图片 ${file}`,
  gone: (file) => `少了图片 ${file}`,
};
const FACTS: Words = {
  changed: (id, before, now) => `事实 ${id} 从 ${before} 变成 ${now}`,
  added: (id, now) => `多了事实 ${id}（${now}）`,
  gone: (id) => `不再用事实 ${id}`,
};
const CONSENTS: Words = {
  changed: (name) => `${name}的授权改过`,
  added: (name) => `多写了${name}`,
  gone: (name) => `不再写${name}`,
};

/** What is no longer as it was approved, one thing each, as the one hears it who has to approve it again. */
export function changesSince(approved: Parts, now: Parts): string[] {
  return [
    ...(approved.text === now.text ? [] : ['正文改过']),
    ...difference(approved.front, now.front, FRONT),
    ...difference(approved.pictures, now.pictures, PICTURES),
    ...difference(approved.facts, now.facts, FACTS),
    ...difference(approved.consents, now.consents, CONSENTS),
  ];
}
