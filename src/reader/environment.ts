import { resolve } from 'node:path';

/** What the environment says about one run: where content lies, where output goes, which address, which "now". */
export interface Environment {
  /** Absolute. Default: `content` in the working directory. */
  readonly contentDir: string;
  /** Where people and consents lie; absolute. Default: `records` in the content folder. Need not exist. */
  readonly recordsDir: string;
  /** Whether RECORDS_DIR says where they lie: then they must be there. */
  readonly recordsSet: boolean;
  /** Absolute; null where OUT_DIR is not set: the command knows its own default. */
  readonly outDir: string | null;
  /** Public address without path, as handed in; null: the one of `site.yaml`. */
  readonly siteUrl: string | null;
  /** Path under which the site lies; starts and ends with `/`. */
  readonly base: string;
  /** What every rule that asks "now" asks. */
  readonly now: Date;
}

/** A setting that cannot be used; the message is Chinese and for the person who typed it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function nowOf(text: string | undefined, clock: () => Date): Date {
  if (!text) return clock();
  // A day alone, or a time without zone, is Chinese time: the same instant on every machine.
  const zoned = /T/.test(text)
    ? /(Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? text
      : `${text}+08:00`
    : `${text}T00:00:00+08:00`;
  const now = new Date(zoned);
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  if (ISO.test(text) && exists && !Number.isNaN(now.getTime())) return now;
  throw new EnvironmentError(
    `SITE_NOW 写的是“${text}”，不是看得懂的时间。请写成 2026-03-01 或 2026-03-01T08:00:00+08:00，日期要真实存在；不写就用现在的时间。`,
  );
}

function siteUrlOf(text: string | undefined): string | null {
  if (!text) return null;
  if (/^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)) return text;
  throw new EnvironmentError(
    `SITE_URL 写的是“${text}”，不是网址。请写成 https://www.example.cn 这样，以 https:// 开头。`,
  );
}

/** `aid`, `/aid`, `aid/` → `/aid/`; empty → `/`. */
export function normaliseBase(text: string | undefined): string {
  const parts = (text ?? '').split('/').filter((part) => part !== '');
  if (parts.some((part) => !/^[A-Za-z0-9._~-]+$/.test(part) || part === '.' || part === '..')) {
    throw new EnvironmentError(
      `BASE_PATH 写的是“${text}”，里面有不能用在网址里的字。请写成 /aid/ 这样，只用字母、数字和 - _ . ~。`,
    );
  }
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/**
 * Reads the settings of a run. Relative folders count from `cwd`. Throws an `EnvironmentError` in Chinese on a
 * setting that cannot be used; whether the folders exist is for the caller to find out.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  clock: () => Date = () => new Date(),
): Environment {
  const contentDir = resolve(cwd, env['CONTENT_DIR'] || 'content');
  return {
    contentDir,
    recordsDir: env['RECORDS_DIR'] ? resolve(cwd, env['RECORDS_DIR']) : resolve(contentDir, 'records'),
    recordsSet: Boolean(env['RECORDS_DIR']),
    outDir: env['OUT_DIR'] ? resolve(cwd, env['OUT_DIR']) : null,
    siteUrl: siteUrlOf(env['SITE_URL']),
    base: normaliseBase(env['BASE_PATH']),
    now: nowOf(env['SITE_NOW'], clock),
  };
}
