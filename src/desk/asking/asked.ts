/** Somebody who can be asked. `ask` rejects with `Stopped` where they go away. */
export interface Asked {
  readonly ask: (question: string) => Promise<string>;
  readonly tell: (text: string) => void;
}

/** The one who was asked pressed Ctrl+C, or closed the window; or the answers handed in are at an end. */
export class Stopped extends Error {}

/** Whoever handed in the answers beforehand, a line for each question (`命令 < 文件`). */
export function fromLines(lines: readonly string[], print: (text: string) => void): Asked {
  const left = [...lines];
  return {
    ask: async (question) => {
      const answer = left.shift();
      if (answer === undefined) throw new Stopped('no more answers');
      print(`${question}${answer}\n`);
      return answer;
    },
    tell: (text) => print(`${text}\n`),
  };
}
