/** So long is waited for the first answer of somebody who is no terminal: a pipe that nobody writes to may never close. */
const MOST_WAITED = 5000;

/** Answers that were handed in through a pipe or a file, line by line; empty where nobody hands in any. */
export function pipedAnswers(input: NodeJS.ReadStream): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const end = (): void => {
      clearTimeout(waiting);
      input.off('data', take).off('end', end).off('error', reject);
      input.pause();
      input.unref?.();
      const text = Buffer.concat(chunks)
        .toString('utf8')
        .replace(/\r?\n$/u, '');
      resolve(text === '' ? [] : text.split(/\r?\n/u));
    };
    const take = (chunk: Buffer): void => {
      clearTimeout(waiting);
      chunks.push(Buffer.from(chunk));
    };
    const waiting = setTimeout(end, MOST_WAITED);
    input.on('data', take).on('end', end).on('error', reject);
  });
}
