import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/;
const INLINE = /<(style|script)\b[^>]*>([\s\S]*?)<\/\1>/g;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of one page with the hashes of the styles and scripts that stand in this page, no others; the rest stays. */
export function narrowPolicy(html: string): string {
  const inline = [...html.matchAll(INLINE)].map(([, tag = '', text = '']) => ({ tag, hash: hashOf(text) }));
  const kept = (directive: string) => {
    const [name = '', ...words] = directive.trim().split(/\s+/);
    const own = inline.filter(({ tag }) => name === `${tag}-src`).map(({ hash }) => hash);
    return [name, ...words.filter((word) => !word.startsWith("'sha256-")), ...new Set(own)].join(' ');
  };
  return html.replace(
    POLICY,
    (_, head: string, policy: string, tail: string) =>
      head + policy.split(';').map(kept).filter(Boolean).join(';') + tail,
  );
}

/**
 * After the pages are built: Astro allows every page the hashes of the whole site, which is wider than needed and
 * three quarters of a kilobyte that no compression shrinks. Each page gets its own. Last of all that change a page.
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
