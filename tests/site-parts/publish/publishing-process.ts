import { realFiles } from '#site/publish/file-system.ts';
import { type OpenSite, openSite } from '#site/publish/open-site.ts';
import { thisProcess } from '#site/publish/process-facts.ts';
import { publishTrouble } from '#site/publish/publish-words.ts';
import type { Protected } from '#site/publish/target.ts';
import { FACTS, SHOWN } from './small-sites.ts';

/*
 * What a build does with a target, as a process of its own that waits to be told each step. It says `ready` when it
 * can be told, and `open` when the target is its own; how it went is in its exit code and on stderr, as of a build.
 */

/** What it is to do, as JSON in the only argument. */
export interface PublishingTask {
  readonly wanted: string;
  readonly finished: string;
  readonly kept: Protected;
}

export type Step = 'open' | 'publish';
export type Said = 'ready' | 'open';

const task: PublishingTask = JSON.parse(process.argv[2] ?? '');
const { finished, ...target } = task;
let site: OpenSite | undefined;

const say = (word: Said) => process.send?.(word);

const STEPS: Readonly<Record<Step, () => void>> = {
  open: () => {
    const clock = () => new Date();
    site = openSite(realFiles(), {
      ...target,
      me: thisProcess(),
      clock,
      adopt: false,
      ownFolder: false,
      samples: false,
    });
    say('open');
  },
  publish: () => {
    site?.publish(finished, FACTS, SHOWN);
    end();
  },
};

function end(): void {
  site?.close();
  process.disconnect();
}

process.on('message', (step: Step) => {
  try {
    STEPS[step]();
  } catch (error) {
    const trouble = publishTrouble(error);
    if (!trouble) throw error;
    console.error(trouble.text);
    process.exitCode = trouble.code;
    end();
  }
});
say('ready');
