import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { DataRelease } from '#domain/data-releases/data-release.ts';
import { frozenBytes } from '#reader/data-releases.ts';
import { contentType } from './content-types.ts';

/** Puts the files of all data releases into the folder of the site, byte for byte as they were frozen. */
export function writeDataReleases(releases: readonly DataRelease[], contentDir: string, outFolder: string): void {
  for (const { date, files } of releases) {
    const folder = join(outFolder, 'data', date);
    mkdirSync(folder, { recursive: true });
    for (const file of files) writeFileSync(join(folder, file.name), frozenBytes(contentDir, date, file));
  }
}

/** Last part of the address of a frozen file. */
const ADDRESS = /\/data\/(\d{4}-\d{2}-\d{2})\/([\w.-]+)(?:\?.*)?$/;

/** Answers the preview's requests for frozen files. */
export const answerDataReleases =
  (releases: () => readonly DataRelease[], contentDir: string) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [, date, name] = ADDRESS.exec(request.url ?? '') ?? [];
    const file = releases()
      .find((one) => one.date === date)
      ?.files.find((one) => one.name === name);
    if (!date || !file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.setHeader('content-type', contentType(file.name));
    response.end(request.method === 'HEAD' ? undefined : frozenBytes(contentDir, date, file));
  };
