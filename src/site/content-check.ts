import type { AstroIntegration } from 'astro';
import { printProblems } from '#check/print-problems.ts';
import type { Environment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';

/** Stops a build whose content has an error, before any page is made; the problems are printed as `npm run check` does. */
export function contentCheck(environment: Environment, samples: boolean): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:build:start': () => {
        const { problems } = readContent({ ...environment, dir: environment.contentDir, samples });
        if (!problems.some((p) => p.severity === 'error')) return;
        printProblems(problems, environment.contentDir);
        process.exit(1);
      },
    },
  };
}
