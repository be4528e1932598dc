import { type Drawing, type Form, figure } from '#charts/kit/figure.ts';

/** One drawing as the form of a figure of which nothing else is said. */
export function formOfDrawing(drawing: Drawing, { name = 'sample', title = '样例图' } = {}): Form {
  const table = { columns: [], rows: [] };
  const [form] = figure({ name, title, sentence: '样例句子', table, notes: [], sources: [] }, [drawing]).forms;
  return form as Form;
}
