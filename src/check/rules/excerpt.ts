import { finding } from '../finding.ts';
import { calledIn } from './called.ts';
import type { Rule } from './draft.ts';

/** The document is not here as a whole: told once, as a warning, for the site says so too. */
export const excerpt: Rule = (draft) =>
  draft.document?.excerpt
    ? [
        finding({
          file: 'plan/document.yaml',
          path: ['excerpt'],
          severity: 'warning',
          code: 'plan-excerpt',
          what: '原文还没有抄全',
          found: '“excerpt: true”',
          expected: '全文都在 plan/ 里',
          mend: `把正文、${calledIn(draft).annex}照原文抄全，再删掉这一行；抄全以前，网页上写“摘录”，稿件里说一共有几个的话不查。`,
        }),
      ]
    : [];
