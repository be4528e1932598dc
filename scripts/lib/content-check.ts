import type { AstroIntegration } from 'astro';
import type { Environment } from './environment.ts';
import { printProblems } from './print-problems.ts';
import { readContent } from './read-content.ts';

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
