import type { Act } from '#desk/act.ts';
import { approveWith } from '#desk/approve/approve.ts';
import { check } from '#desk/check.ts';
import { readForReview } from '#desk/content.ts';
import { exportDocxWith } from '#desk/export/export-docx.ts';
import { exportWechatWith } from '#desk/export/export-wechat.ts';
import { newStory } from '#desk/new-story/new-story.ts';
import { people } from '#desk/people/settle-names.ts';
import { newConsent } from '#desk/records/new-consent.ts';
import { reportImport } from '#desk/reports/report-import.ts';
import { reportStatus } from '#desk/reports/report-status.ts';
import { reportTemplate } from '#desk/reports/report-template.ts';
import { review } from '#desk/review/review.ts';
import { importDocx } from '#desk/word/import-docx.ts';
import { drawFigures } from '#site/drawings/draw-figures.ts';
import { drawShared } from '#site/drawings/draw-shared.ts';
import { doHere, type Ran, type Settings } from './commands.ts';

/** By the names under which documents tell them. */
const ACTS = {
  approve: approveWith(readForReview),
  check,
  'export:docx': exportDocxWith(drawFigures),
  'export:wechat': exportWechatWith({ figures: drawFigures, shared: drawShared }),
  'import:docx': importDocx,
  'new:consent': newConsent,
  'new:story': newStory,
  people,
  'report:import': reportImport,
  'report:status': reportStatus,
  'report:template': reportTemplate,
  review,
} as const;

/**
 * Does a command as it stands in a document, `npm run check -- --no-samples`, in this process. That its name is that of a
 * script, and what the process around it does, other tests see.
 * @param cwd the folder it is typed in; left out: that of the project
 */
export function typedHere(command: string, env: Settings, cwd?: string): Promise<Ran> {
  const [, name = '', rest = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? [];
  if (!(name in ACTS)) throw new Error(`not done here: ${command}`);
  const act = ACTS[name as keyof typeof ACTS] as Act<string, string>;
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return doHere(act, args, env, cwd);
}
