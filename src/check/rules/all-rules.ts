import type { Finding } from '../finding.ts';
import { annexColumns, annexTotals, annexYears } from './annex-cells.ts';
import { annexLines } from './annex-lines.ts';
import { locators, quotedNumbers, quotes } from './citations.ts';
import { clothColours } from './cloth-colours.ts';
import { codes } from './codes.ts';
import { coordinates } from './coordinates.ts';
import { dataLicence } from './data-licence.ts';
import type { Draft, Rule } from './draft.ts';
import { excerpt } from './excerpt.ts';
import { idsTwice } from './ids-twice.ts';
import { languageNames } from './language-names.ts';
import { months } from './months.ts';
import { namedDepartments } from './named-departments.ts';
import { outsideAddresses } from './outside/addresses.ts';
import { outsideClaims } from './outside/claims.ts';
import { outsideDates } from './outside/dates.ts';
import { outsideIds } from './outside/ids.ts';
import { outsideTwice } from './outside/twice.ts';
import { pairingCoverage, pairingTable } from './pairings.ts';
import { placeholderAddress } from './placeholder-address.ts';
import { planPeople } from './plan-people.ts';
import { projectClauses } from './project-clauses.ts';
import { reports } from './reports.ts';
import { riverMaps } from './river-maps.ts';
import { unknownIds } from './unknown-ids.ts';

const rules: readonly Rule[] = [
  placeholderAddress,
  dataLicence,
  excerpt,
  unknownIds,
  idsTwice,
  codes,
  coordinates,
  languageNames,
  pairingCoverage,
  pairingTable,
  annexYears,
  annexColumns,
  annexTotals,
  annexLines,
  months,
  locators,
  quotes,
  quotedNumbers,
  planPeople,
  projectClauses,
  namedDepartments,
  reports,
  outsideIds,
  outsideAddresses,
  outsideDates,
  outsideTwice,
  outsideClaims,
  riverMaps,
  clothColours,
];

/** Everything that the parts of the content say against one another. */
export function allRules(draft: Draft): Finding[] {
  return rules.flatMap((rule) => rule(draft));
}
