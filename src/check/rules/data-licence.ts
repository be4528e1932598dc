import { finding, shown } from '../finding.ts';
import type { Rule } from './draft.ts';

/** A licence that nobody who answers for the site can have given: told as a warning, for the site does not show it yet. */
export const dataLicence: Rule = ({ site }) =>
  site?.data_licence && site.publisher.confirmed === null
    ? [
        finding({
          file: 'site.yaml',
          path: ['data_licence'],
          severity: 'warning',
          code: 'data-licence',
          what: '数据的许可写了，建设单位还没有确认',
          found: shown(site.data_licence.name),
          expected: '“null”，或者先写 publisher 的 confirmed',
          mend: '许可由建设单位决定。它书面确认以前写 null，网页上写“还没有定”；确认以后写 publisher 的 confirmed，这一项才显示。',
        }),
      ]
    : [];
