import { EnvironmentError } from '#reader/environment.ts';
import { DrawingError } from '#site/drawings/lacking.ts';
import { UnfitSite } from '#site/pages/unfit-words.ts';
import { PictureError } from '#site/pictures/making.ts';
import type { OpenSite } from '#site/publish/open-site.ts';
import { EXIT, publishTrouble, stateWords } from '#site/publish/publish-words.ts';
import { complain } from './complain.ts';
import { failureWords } from './failure-words.ts';

/** Tells of an error what a clerk can do about it, and what became of the site that was there. Returns the exit code. */
export function tellBuildTrouble(error: unknown, open: OpenSite | undefined): number {
  if (error instanceof EnvironmentError) return complain(error.message, EXIT.refused);
  const state = open ? stateWords(open) : '没有开始生成，什么也没有动。';
  const known = publishTrouble(error);
  if (known) return complain(open ? `${known.text}\n${state}` : known.text, known.code);
  if (error instanceof PictureError || error instanceof DrawingError || error instanceof UnfitSite)
    return complain(`${error.message}\n${state}`, EXIT.failed);
  return complain(failureWords(error, { failed: '没有生成网站', untouched: state }), EXIT.failed);
}
