import type { z } from 'zod';
import { isLanguage, LANGUAGES } from '#domain/places/language-name.ts';
import { type Referred, referredBy } from '#domain/plan/reference.ts';
import { listed, nearest } from '#domain/search/nearest.ts';
import { charactersIn } from '#domain/stories/one-line.ts';
import { choicesSaid, choiceWord, meantChoice } from '#format/choice-words.ts';
import { meantKey } from '#format/key-words.ts';
import { type DataPath, type Finding, finding, shown } from '../finding.ts';
import {
  explainChoice,
  explainFormat,
  explainGroup,
  explainNumber,
  explainRule,
  explainText,
  meantNumber,
  meantPeriod,
} from './explain-value.ts';

/** The parts of a zod schema that are walked here, whatever kind it is. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
}

const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Takes optional, nullable, default off a schema and says whether they were there. */
function bare(schema: z.ZodType): { schema: z.ZodType; optional: boolean; nullable: boolean } {
  let [inner, optional, nullable] = [schema, false, false];
  for (;;) {
    const def = definition(inner);
    if (def.type === 'optional' || def.type === 'default') optional = true;
    else if (def.type === 'nullable') nullable = true;
    const next = def.innerType ?? def.in;
    if (!next) return { schema: inner, optional, nullable };
    inner = next;
  }
}

/** Of a choice, the branch that the value was meant for: by its discriminator, or the one with keys for a group of keys. */
function branch(schema: z.ZodType, value: unknown): z.ZodType {
  const { type, options, discriminator } = definition(schema);
  if (type !== 'union' || !options) return schema;
  const isGroup = typeof value === 'object' && value !== null;
  const kind = isGroup && discriminator ? (value as Record<string, unknown>)[discriminator] : undefined;
  const chosen = options.find((option) => {
    const { shape } = definition(bare(option).schema);
    if (!isGroup) return !shape;
    if (!shape) return false;
    return !discriminator || definition(bare(shape[discriminator] ?? option).schema).values?.includes(kind) === true;
  });
  return bare(chosen ?? options[0] ?? schema).schema;
}

/** What a schema says about one place in the data. */
interface SchemaPlace {
  /** Keys allowed there, of a group with fixed keys or of one whose keys are a choice; else null. */
  readonly keys: readonly string[] | null;
  readonly optional: boolean;
  readonly nullable: boolean;
  /** What an id there names; null where it names nothing. */
  readonly refersTo: Referred | null;
  readonly schema: z.ZodType;
}

/** Looks up what a schema says at a path; null where it knows no such place. */
function schemaAt(root: z.ZodType, path: readonly PropertyKey[], data: unknown): SchemaPlace | null {
  let place = bare(root);
  let value = data;
  let schema = branch(place.schema, value);
  for (const step of path) {
    const def = definition(schema);
    const next = def.shape?.[String(step)] ?? def.valueType ?? def.element ?? def.items?.[Number(step)];
    if (!next) return null;
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    place = bare(next);
    schema = branch(place.schema, value);
  }
  const { shape, keyType } = definition(schema);
  const entries = keyType && definition(keyType).entries;
  const keys = shape ? Object.keys(shape) : entries ? Object.values(entries) : null;
  const { optional, nullable } = place;
  return { keys, optional, nullable, refersTo: referredBy(place.schema), schema: place.schema };
}

export type Issue = z.core.$ZodIssue;

/** The file an issue belongs to, with its schema and its data. */
export interface Context {
  readonly file: string;
  readonly schema: z.ZodType;
  readonly data: unknown;
}

/** The value at a path of the data; undefined where there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
};

/** Whether a list may have no items. */
const isEmptyAllowed = ({ schema }: Context, path: readonly PropertyKey[]): boolean =>
  innerAt(schema, path)?.safeParse([]).success === true;

/** The schema at a path of groups with fixed keys and lists; null where it is of another kind. */
function innerAt(root: z.ZodType, path: readonly PropertyKey[]): z.ZodType | null {
  const [step, ...rest] = path;
  const { schema } = bare(root);
  if (step === undefined) return schema;
  const { shape, element } = definition(schema);
  const next = typeof step === 'number' ? element : shape?.[String(step)];
  return next ? innerAt(next, rest) : null;
}

/** What is wrong with a number besides that it was not written as one: with '-5', that it is less than nothing. */
function explainMeant(issue: Issue & { code: 'invalid_type' }, context: Context): Finding[] {
  const value = valueAt(context.data, issue.path);
  const meant = typeof value === 'string' ? meantNumber(value) : null;
  const place = meant === null ? null : schemaAt(context.schema, issue.path, context.data);
  const more = place?.schema.safeParse(meant).error?.issues ?? [];
  return more.flatMap((inner) => {
    const whole = { ...inner, path: [...issue.path, ...inner.path] } as Issue;
    return explain(whole, { ...context, data: withValue(context.data, issue.path, meant) });
  });
}

/** The data with another value at a path. */
function withValue(data: unknown, [step, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (step === undefined) return value;
  const next = withValue((data as Record<PropertyKey, unknown>)[step], rest, value);
  return Array.isArray(data) ? data.with(Number(step), next) : { ...(data as object), [step]: next };
}

/** A value of the wrong type, one that is missing, one that is empty. */
function explainType(issue: Issue & { code: 'invalid_type' }, path: DataPath, context: Context): Finding {
  const value = valueAt(context.data, issue.path);
  const place = schemaAt(context.schema, issue.path, context.data);
  const expected = (TYPES[issue.expected] ?? '别的内容') + (place?.nullable ? '或 null' : '');
  const base = { file: context.file, path, expected };
  const key = String(path.at(-1) ?? '');
  if (value === undefined) {
    const none = issue.expected === 'array' && isEmptyAllowed(context, issue.path) ? '；没有就写 []' : '';
    const mend = `加上一行“${key}: …”${place?.nullable ? '；还不知道就写 null' : ''}${none}。`;
    return finding({ ...base, code: 'missing-key', what: `少了“${key}”这一项`, found: '没有写', mend });
  }
  if (value === null && typeof path.at(-1) === 'number') {
    const what = `“${path.at(-2) ?? '列表'}”的第${Number(key) + 1}项空着`;
    return finding({ ...base, code: 'empty-value', what, found: '空着（null）', mend: '写上内容，或者删掉这一项。' });
  }
  if (value === null) {
    const none = issue.expected === 'array' && isEmptyAllowed(context, issue.path);
    const mend = place?.optional
      ? '不知道就把这一行整行删掉，不要留空。'
      : none
        ? `没有就写“${key}: []”，有就写成“${key}: [甲, 乙]”。`
        : '这一项必须填，不能空着。';
    return finding({ ...base, code: 'empty-value', what: `“${key}”空着`, found: '空着（null）', mend });
  }
  if (issue.expected === 'number' || issue.expected === 'int') {
    const period = typeof value === 'string' && key === 'year' ? meantPeriod(value) : null;
    if (period !== null && schemaAt(context.schema, issue.path.slice(0, -1), context.data)?.keys?.includes('period'))
      return finding({
        ...{ ...base, code: 'bad-period', what: 'year 只写整年', found: shown(value) },
        ...{ expected: '四位的年份；一段时间的写 period', mend: `改成“period: ${period}”。` },
      });
    if (typeof value === 'string') return finding({ ...base, ...explainNumber(value) });
    const whole = typeof value === 'number' && issue.expected === 'int';
    const what = whole ? '这里要写整数' : '这里要写数字';
    return finding({
      ...base,
      code: whole ? 'not-whole' : 'not-a-number',
      what,
      found: shown(value),
      mend: whole ? '去掉小数部分。' : '改成一个数字。',
    });
  }
  const list = issue.expected === 'array' || issue.expected === 'tuple';
  if (issue.expected === 'string') return finding({ ...base, ...explainText(value) });
  if (issue.expected === 'boolean') {
    return finding({
      ...base,
      code: 'not-yes-or-no',
      what: '这里要写是或否',
      found: shown(value),
      mend: '是写 true，否写 false，不加引号。',
    });
  }
  const inside = list ? schemaAt(context.schema, [...issue.path, 0], context.data) : place;
  return finding({ ...base, ...explainGroup(value, list ? 'list' : 'group', inside?.keys ?? null) });
}

/** A list, a text or a number that is too short or too large. */
function explainSize(issue: Issue & { code: 'too_small' | 'too_big' }, path: DataPath, context: Context): Finding {
  const value = valueAt(context.data, issue.path);
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const bound = `${issue.inclusive === false ? (small ? '大于' : '小于') : small ? '不小于' : '不大于'}${limit}`;
  const base = { file: context.file, path };
  const short = small ? '至少' : '最多';
  if (issue.origin === 'array') {
    const found = `${Array.isArray(value) ? value.length : 0}项`;
    return finding({
      ...base,
      code: 'list-length',
      what: '列表的项数不对',
      found,
      expected: `${short}${limit}项`,
      mend: small ? '补上缺的项。' : '删掉多的项。',
    });
  }
  if (issue.origin === 'string' && !small) {
    return finding({
      ...base,
      code: 'text-length',
      what: '文字太长',
      found: `${shown(value)}，共${charactersIn(String(value))}个字`,
      expected: `最多${limit}个字`,
      mend: `删短一些，到${limit}个字以内；标点也算。`,
    });
  }
  if (issue.origin === 'string') {
    const found = value === '' ? '空的引号' : shown(value);
    return finding({
      ...base,
      code: 'text-length',
      what: '文字的长短不对',
      found,
      expected: `${short}${limit}个字`,
      mend: '写上内容；没有内容就把这一行整行删掉。',
    });
  }
  return finding({
    ...base,
    code: 'out-of-range',
    what: '数超出了范围',
    found: shown(value),
    expected: `${bound}的数`,
    mend: '核对这个数。',
  });
}

/** Keys that the schema does not know, each with the nearest that it does. */
function explainKeys(issue: Issue & { code: 'unrecognized_keys' }, path: DataPath, context: Context): Finding[] {
  const allowed = schemaAt(context.schema, issue.path, context.data)?.keys ?? [];
  const present = Object.keys((valueAt(context.data, issue.path) as object) ?? {});
  const free = allowed.filter((key) => !present.includes(key));
  const missing = free.filter(
    (key) => schemaAt(context.schema, [...issue.path, key], context.data)?.optional === false,
  );
  return issue.keys.map((key) => {
    if (/^\d{3}$/.test(key)) return splitNumber(context.file, [...path, key]);
    const lang = allowed.includes('names') ? /^name_([a-z]{2,3})$/.exec(key)?.[1] : undefined;
    const known = meantChoice(key, allowed) ?? meantKey(key, free);
    const level = known === null ? otherLevel(key, path, context) : null;
    // Letters tell nothing of a word that has none.
    const like = (keys: readonly string[]) => (/[a-z]/i.test(key) ? nearest(key, keys) : null);
    const near = known ?? (level === null ? (like(free) ?? like(allowed)) : null);
    const rename = near === null ? (level ?? instead(missing)) : `把“${key}”改成“${near}”。`;
    const mend = lang === undefined ? rename : inNames(lang);
    const expected = choiceWord(allowed[0] ?? '', allowed) ? choicesSaid(allowed) : `${listed(allowed, 30)} 中的一个`;
    return finding({
      file: context.file,
      path: [...path, key],
      on: 'key',
      code: 'unknown-key',
      what: '不认识这个键',
      found: `“${key}”`,
      expected,
      mend,
    });
  });
}

/** What may be done with a key that nobody knows, where some are missing beside it. */
function instead(missing: readonly string[]): string {
  if (missing.length === 0) return '删掉这一行，或者改成上面列出的键。';
  return `这里还少 ${listed(missing)}：写的就是它的，改成那个键；不是的，删掉这一行。`;
}

/** Paths of all groups of a schema that may have a key; `*` stands for an item of a list or a group of entries. */
function groupsWith(key: string, root: z.ZodType, path: readonly string[] = []): string[][] {
  const { schema } = bare(root);
  const { shape, options, element, valueType } = definition(schema);
  const own = shape && Object.hasOwn(shape, key) ? [[...path]] : [];
  const below = Object.entries(shape ?? {}).flatMap(([name, inner]) => groupsWith(key, inner, [...path, name]));
  const items = [element, valueType].flatMap((inner) => (inner ? groupsWith(key, inner, [...path, '*']) : []));
  return [...own, ...below, ...items, ...(options ?? []).flatMap((option) => groupsWith(key, option, path))];
}

/** That a key belongs to another level of the same file, and where that is; null where no other level has it. */
function otherLevel(key: string, path: DataPath, { schema }: Context): string | null {
  const here = path.map(String);
  const fits = (a: readonly string[], b: readonly string[]) => a.every((step, i) => step === '*' || step === b[i]);
  const all = groupsWith(key, schema);
  const outer = all.filter((group) => group.length < here.length && fits(group, here)).at(-1);
  if (outer) {
    const inside = here[outer.length] ?? '';
    return `“${key}”是外面一层的键：移到 ${inside} 那一层，和它上下对齐。`;
  }
  const matches = (group: readonly string[]) => here.every((step, i) => group[i] === '*' || group[i] === step);
  const inner = all.find((group) => group.length > here.length && matches(group));
  if (!inner) return null;
  const [name = '', ...deeper] = inner.slice(here.length);
  return `“${key}”是里面一层的键：写在 ${name} ${deeper.includes('*') ? '的一项里' : '下面'}，多缩进。`;
}

/** `name_ug`: names in other languages are a list, each with its language; the key of another one is no remedy. */
function inNames(lang: string): string {
  const written = isLanguage(lang) ? lang : '语言代码';
  const codes = isLanguage(lang) ? '' : `语言代码是${choicesSaid(Object.keys(LANGUAGES))}。`;
  return `别的文字的名字写进 names：先写一行“names:”，下面写“  - { lang: ${written}, text: …, source: … }”。${codes}`;
}

/** `{ amount: 5,000 }`: the comma ended the number, and its rest was read as a key. */
function splitNumber(file: string, path: DataPath): Finding {
  const mend = '去掉数字里的逗号，例如 5,000 改成 5000。';
  return finding({
    file,
    path,
    on: 'key',
    code: 'number-with-comma',
    what: '数字里有逗号',
    found: `逗号后面的“${path.at(-1)}”`,
    expected: '没有逗号的数字',
    mend,
  });
}

/** Of a choice that nothing fitted, the issues of the branch that was meant. */
function meantBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  // Another kind of value, or words that may not stand there: not what was meant.
  const other = ({ code, path }: Issue) => (code === 'invalid_type' || code === 'custom') && path.length === 0;
  const inside = errors.find((issues) => !issues.some(other));
  return inside ?? errors[0] ?? [];
}

/** One zod issue as findings in plain Chinese; usually one, several where several keys are unknown. */
function explain(issue: Issue, context: Context): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const base = { file: context.file, path };
  const value = valueAt(context.data, issue.path);
  const options = (all: readonly unknown[]) => {
    return [finding({ ...base, ...explainChoice(value, String(path.at(-1)), all.map(String)) })];
  };
  switch (issue.code) {
    case 'invalid_type':
      return [explainType(issue, path, context), ...explainMeant(issue, context)];
    case 'unrecognized_keys':
      return explainKeys(issue, path, context);
    case 'too_small':
    case 'too_big':
      return [explainSize(issue, path, context)];
    case 'invalid_value':
      return options(issue.values);
    case 'invalid_format':
      return [finding({ ...base, ...explainFormat(issue.format, issue.pattern, value, path) })];
    case 'invalid_key': {
      const [inner] = issue.issues;
      const key = path.at(-1);
      if (/^\d{3}$/.test(String(key))) return [splitNumber(context.file, path)];
      if (inner?.code === 'invalid_format')
        return [finding({ ...base, on: 'key', ...explainFormat(inner.format, inner.pattern, key) })];
      return [
        finding({
          ...base,
          on: 'key',
          code: 'unknown-key',
          what: '不认识这个键',
          found: shown(key),
          expected: '规定的键',
          mend: '对照 content/README.md 改正。',
        }),
      ];
    }
    case 'invalid_union': {
      if (issue.errors.length === 0) return options('options' in issue ? ((issue.options as unknown[]) ?? []) : []);
      return meantBranch(issue.errors).flatMap((inner) =>
        explain({ ...inner, path: [...issue.path, ...inner.path] } as Issue, context),
      );
    }
    default: {
      const told = issue.code === 'custom' ? issue.params?.['told'] : undefined;
      const rule = explainRule(told, value, valueAt(context.data, issue.path.slice(0, -1)));
      if (rule) return [finding({ ...base, ...rule })];
      return [
        finding({
          ...base,
          code: 'bad-format',
          what: '写法不对',
          found: shown(value),
          expected: '规定的写法',
          mend: '对照 content/README.md 里这一项的说明改正。',
        }),
      ];
    }
  }
}

/**
 * What is wrong with data that failed a schema, in plain Chinese. A key that is missing because it was misspelt is
 * told once, as misspelt.
 */
export function explainIssues(file: string, schema: z.ZodType, data: unknown, issues: readonly Issue[]): Finding[] {
  const found = issues.flatMap((issue) => explain(issue, { file, schema, data }));
  const misspelt = new Set(
    found
      .filter((f) => f.code === 'unknown-key')
      .map((f) => [...f.path.slice(0, -1), /改成“(.+?)”。$/.exec(f.mend)?.[1]].join('\n')),
  );
  // One key that nobody knows beside one that is missing: told together.
  const offered = new Set(
    found
      .filter((f) => f.code === 'unknown-key')
      .map((f) => [...f.path.slice(0, -1), /^这里还少 ([\w-]+)：/.exec(f.mend)?.[1]].join('\n')),
  );
  const isTold = (path: string) => misspelt.has(path) || offered.has(path);
  return found.filter((f) => f.code !== 'missing-key' || !isTold(f.path.join('\n')));
}

/** A word that stands where the id of something else belongs, and has no form of an id. */
interface Misnamed {
  readonly path: DataPath;
  readonly word: string;
  readonly refersTo: Referred;
}

/** All of them among the issues of a file. */
export function misnamed(schema: z.ZodType, data: unknown, issues: readonly Issue[]): Misnamed[] {
  return issues.flatMap(({ code, path }): Misnamed[] => {
    const word = valueAt(data, path);
    const refersTo = code === 'invalid_format' ? schemaAt(schema, path, data)?.refersTo : null;
    if (!refersTo || typeof word !== 'string') return [];
    return [{ path: path.map((step) => (typeof step === 'number' ? step : String(step))), word, refersTo }];
  });
}
