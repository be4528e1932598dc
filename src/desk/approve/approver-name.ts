import { STEPS } from '#domain/approvals/approval.ts';
import { plainName } from '#domain/people/consent/name.ts';

/** Words that stand where a name should, copied from an example or naming a post. */
const NO_NAMES = new Set([
  ...STEPS,
  ...['姓名', '名字', '某某', '某人', '某某某', '本人', '匿名', '测试', '审稿人', '签字人', '负责人', '管理员'],
  ...['编辑', '作者', '记者', '主编', '总编', '主任', '部长', '书记', '处长', '科长', '老师', '领导', '同上'],
  ...['admin', 'administrator', 'test', 'name', 'none', 'null', 'nobody', 'xx', 'xxx'],
]);

/** Letters of any script, with the dots, spaces and hyphens that names have inside. */
const NAME = /^[\p{L}\p{M}]+(?:[ ·•・.'’-]{1,2}[\p{L}\p{M}]+)*$/u;

/** A name as it is written down: no spaces around it, one at most inside, none between Chinese characters. */
export const tidyName = (name: string) =>
  name
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

/** Why someone cannot sign under this name, as a sentence; null: they can. */
export function nameComplaint(name: string): string | null {
  const found = `审稿人的姓名不对：现在是“${name}”，应当是`;
  if (/[、，,;；/&+]/.test(name)) return `${found}一个人的姓名。一步只由一个人签，写一个名字。`;
  if (/\p{N}/u.test(name)) return `${found}没有数字的姓名。写真实姓名，不写工号、电话。`;
  if ([...plainName(name)].length < 2) return `${found}至少两个字。写全名。`;
  if (NO_NAMES.has(name.toLowerCase()) || /^[x×某]+$/iu.test(name)) return `${found}真实姓名。写是谁，不写职务、代号。`;
  if (!NAME.test(name)) return `${found}只有字和间隔号的姓名。去掉多余的符号。`;
  return null;
}
