/**
 * Words between “ ”; quotations inside them get ‘ ’, and those inside these “ ” again (GB/T 15834): “‘手拉手’活动”.
 * A closing mark that closes nothing is left as it is.
 */
export function inQuotes(words: string): string {
  let depth = 0;
  const inner = words.replaceAll(/[“”‘’]/g, (mark) => {
    if (mark === '“' || mark === '‘') return depth++ % 2 === 0 ? '‘' : '“';
    return depth === 0 ? mark : --depth % 2 === 0 ? '’' : '”';
  });
  return `“${inner}”`;
}
