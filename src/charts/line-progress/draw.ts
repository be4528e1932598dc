import { statusWords } from '#format/status.ts';
import type { Drawing } from '../kit/figure.ts';
import { joined } from '../kit/progress-words.ts';
import { element, text } from '../kit/svg.ts';
import { drawBar } from './bar.ts';
import type { LineProgressForm, LineProgressInput, LineProgressLayout, ProgressGroup } from './layout.ts';
import { yearLabel } from './layout.ts';

/** One form of the figure. */
export function drawLineProgress(
  { width, height, groups }: LineProgressLayout,
  input: LineProgressInput,
  form: LineProgressForm,
): Drawing {
  return { kind: form.kind, width, height, body: groups.map((group) => drawGroup(group, input, form)).join('') };
}

function drawGroup(group: ProgressGroup, input: LineProgressInput, form: LineProgressForm): string {
  const hue = input.hueOf(group.executor);
  const fill = hue === null ? 'var(--ink)' : `var(--h${hue})`;
  const name = input.executorName(group.executor);
  const heading = group.heading.map((h) =>
    text(group.x, h.y, h.text, { 'font-size': form.head, 'font-weight': 900, 'font-family': 'var(--serif)', fill }),
  );
  const bars = group.bars.map(({ row, y, pitch, bar, words }) => {
    const href = row.cell ? input.links.cell(row.cell.locator) : input.links.project(row.project);
    // A line the document leaves open has no unit until something of it is reported.
    const unit = row.status === 'unquantified' ? '' : `　单位：${row.unit}`;
    const label = `${name}　${yearLabel(row)}　${joined(bar.words)}${unit}　${statusWords(row.status, row.amount, row.shared)}`;
    const target = element('rect', {
      x: group.x,
      y,
      width: group.width,
      height: pitch,
      fill: 'none',
      'pointer-events': 'all',
    });
    const middle = y + 7.5 + form.bar / 2 + form.size * 0.36;
    const year = text(group.x, middle, yearLabel(row), { 'font-size': form.size, fill: 'var(--mute)' });
    return element(
      'a',
      { href, class: 'thread', 'aria-label': label },
      target + year + drawBar(bar, fill, { ...words, size: form.size }),
    );
  });
  return [...heading, ...bars].join('');
}
