import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/;
const INLINE = /<(style|script)\b[^>]*>([\s\S]*?)<\/\1>/g;

/** The policy of one page with the hashes of what stands in this page alone; all else in it stays. */
export function narrowPolicy(html: string): string {
  const own = new Set(
    [...html.matchAll(INLINE)].map(
      ([, , text]) =>
        `'sha256-${createHash('sha256')
          .update(text ?? '')
          .digest('base64')}'`,
    ),
  );
  const kept = (directive: string) =>
    directive
      .trim()
      .split(/\s+/)
      .filter((word) => !word.startsWith("'sha256-") || own.has(word))
      .join(' ');
  return html.replace(
    POLICY,
    (_, head: string, policy: string, tail: string) =>
      head + policy.split(';').map(kept).filter(Boolean).join(';') + tail,
  );
}

/**
 * After the pages are built: Astro allows every page the hashes of the whole site, which is wider than needed and
 * three quarters of a kilobyte that no compression shrinks. Each page keeps its own.
 */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of readdirSync(folder, { recursive: true }).map(String)) {
          if (!file.endsWith('.html')) continue;
          const path = join(folder, file);
          writeFileSync(path, narrowPolicy(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}
