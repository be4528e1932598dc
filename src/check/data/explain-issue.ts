import type { z } from 'zod';
import type { Referred } from '#domain/plan/reference.ts';
import { type DataPath, type Finding, finding, shown } from '../finding.ts';
import { explainChoice } from './explain-choice.ts';
import { explainFormat } from './explain-format.ts';
import {
  type Context,
  explainKeys,
  explainSize,
  explainType,
  type Issue,
  splitNumber,
  valueAt,
} from './explain-kinds.ts';
import { schemaAt } from './schema-walk.ts';

/** Of a choice that nothing fitted, the issues of the branch that was meant. */
function meantBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const inside = errors.find((issues) => !issues.some((i) => i.code === 'invalid_type' && i.path.length === 0));
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
      return [explainType(issue, path, context)];
    case 'unrecognized_keys':
      return explainKeys(issue, path, context);
    case 'too_small':
    case 'too_big':
      return [explainSize(issue, path, context)];
    case 'invalid_value':
      return options(issue.values);
    case 'invalid_format':
      return [finding({ ...base, ...explainFormat(issue.format, issue.pattern, value) })];
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
    default:
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
  return found.filter((f) => f.code !== 'missing-key' || !misspelt.has(f.path.join('\n')));
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
