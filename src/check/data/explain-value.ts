import { shown } from '../finding.ts';

/** What stands there and how to mend it, for one value of the wrong type. */
export interface ValueWords {
  readonly code: string;
  readonly what: string;
  readonly found: string;
  readonly mend: string;
}

const HALF = '０１２３４５６７８９．－';

/** Full-width digits, point and minus as half-width ones. */
const halfWidth = (text: string) => [...text].map((c) => '0123456789.-'[HALF.indexOf(c)] ?? c).join('');
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

/** A text where a number should stand: says why it was not read as a number. */
export function explainNumber(text: string): ValueWords {
  const found = shown(text);
  const half = halfWidth(text.trim());
  const plain = half.replaceAll(/[,，\s]/g, '');
  if (half !== text.trim() && isNumber(plain)) {
    return { code: 'full-width-digit', what: '数字是全角的', found, mend: `切换到英文输入法，改成 ${plain}。` };
  }
  if (/[,，]/.test(half) && isNumber(plain)) {
    return { code: 'number-with-comma', what: '数字里有逗号', found, mend: `去掉逗号，改成 ${plain}。` };
  }
  if (isNumber(text.trim())) {
    return {
      code: 'quoted-number',
      what: '数字加了引号，变成了文字',
      found: `带引号的${found}`,
      mend: `去掉引号，改成 ${plain}。`,
    };
  }
  const unit = /^(-?\d+(?:\.\d+)?)\s*([^\d\s.,，]+)$/.exec(plain);
  if (unit) {
    return {
      code: 'number-with-unit',
      what: '数字后面带了别的字',
      found,
      mend: `只留数字，改成 ${unit[1]}；单位写在它自己的那一项里。`,
    };
  }
  return { code: 'not-a-number', what: '这里要写数字', found, mend: '改成阿拉伯数字，不带单位、逗号、引号。' };
}

/** A number or yes/no where a text should stand: YAML read it as something else. */
export function explainText(value: unknown): ValueWords {
  const text = String(value);
  return {
    code: 'not-a-text',
    what: '这里要写文字',
    found: typeof value === 'object' ? shown(value) : `没有引号的 ${text}`,
    mend: typeof value === 'object' ? '改成一行文字。' : `加上英文单引号，改成 '${text}'。`,
  };
}

/** How a list is written that has words, or groups of keys, in it. */
function listMend(value: unknown, keys: readonly string[] | null): string {
  if (keys) return `每一项另起一行，写成“- { ${keys.map((key) => `${key}: …`).join(', ')} }”。`;
  const words = typeof value === 'string' ? value.split(/[，、；;,\n]\s*/).filter((word) => word.trim() !== '') : [];
  return words.length > 0 && words.length < 12
    ? `写成 [${words.map((word) => word.trim()).join(', ')}]。`
    : '每一项前面写“- ”，或者写成 [甲, 乙]。';
}

/**
 * A text where keys or a list should stand; a full-width colon or a missing space is named.
 * @param keys of the group, or of each item of the list; null where they are not fixed
 */
export function explainGroup(value: unknown, kind: 'group' | 'list', keys: readonly string[] | null): ValueWords {
  const what = kind === 'group' ? '这里要写一组“键: 值”' : '这里要写一个列表';
  const found = shown(value);
  if (typeof value === 'string' && value.includes('：')) {
    return {
      code: 'full-width-colon',
      what: '冒号是全角的',
      found,
      mend: '切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
    };
  }
  if (typeof value === 'string' && /^[\w-]+:\S/.test(value)) {
    return { code: 'colon-without-space', what: '冒号后面少了空格', found, mend: '英文冒号后面空一格，再写值。' };
  }
  const named = keys ? `键有${keys.join('、')}，` : '';
  const mend =
    kind === 'group' ? `换行，缩进两格，每行写一个“键: 值”；${named}见 content/README.md。` : listMend(value, keys);
  return { code: kind === 'group' ? 'not-a-group' : 'not-a-list', what, found, mend };
}
