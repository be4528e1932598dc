import { printable } from '#format/printable.ts';
import { placesInContent } from './names-in-content.ts';

/** How many lines of one kind are printed. */
const MOST = 20;

/**
 * What is said where a name that nobody may see got into a page by a way the rules do not know: the pages, and the lines
 * of the content that it came from.
 */
export function namesWords(shown: readonly { name: string; file: string }[], contentDir: string): string {
  const names = [...new Set(shown.map(({ name }) => name))];
  const places = placesInContent(contentDir, names);
  const pages = shown.slice(0, MOST).map(({ name, file }) => `  ${name}　在网页 ${printable(file)}`);
  const lines = names.flatMap((name) =>
    (places.get(name) ?? []).slice(0, MOST).map((place) => `  ${name}　${printable(place)}`),
  );
  const from = lines.length > 0 ? `内容文件夹里写着它的地方（文件:行:列）：\n${lines.join('\n')}\n` : '';
  return `没有生成网站：下面的名字没有授权，却出现在网页里（共${shown.length}处）。
${pages.join('\n')}
${from}怎么改：去掉这个名字，或者换成化名。若是同名的另一个人，在授权记录 people/ 里这个人的文件上写 namesake 说明。`;
}
