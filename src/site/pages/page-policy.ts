import { createHash } from 'node:crypto';

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/;
/** Data for machines is no script: no browser runs it, whatever the policy says. */
const INLINE = /<(style|script)\b(?![^>]*\stype="application\/ld\+json")[^>]*>([\s\S]*?)<\/\1>/g;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of one page with the hashes of the styles and scripts that stand in this page, no others; the rest stays. */
export function withOwnPolicy(html: string): string {
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
