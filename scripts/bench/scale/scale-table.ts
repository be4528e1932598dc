import { tableLines } from '../text-table.ts';
import type { RunCost } from './run-cost.ts';
import type { ScaleResult } from './scale-bench.ts';

/** What is wanted: processor time as a share of Starlight's whole, and memory in bytes. */
const COLD = 1;
const ONE_WORD = 0.35;
const MEMORY = 1.2e9;

/** One thing that is wanted, as it came out; `value` is null where it could not be measured. */
interface Wanted {
  readonly name: string;
  readonly value: number | null;
  readonly most: number;
  readonly say: (value: number) => string;
}

const times = (value: number) => `${value.toFixed(2)}倍`;
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;

function wantedOf({ cold, oneWord, starlight }: ScaleResult): Wanted[] {
  const whole = starlight?.cpu ?? null;
  const share = ({ cpu }: RunCost) => (cpu === null || whole === null ? null : cpu / whole);
  const most = cold.memory === null || oneWord.memory === null ? null : Math.max(cold.memory, oneWord.memory);
  return [
    { name: '从头生成，处理器时间和 Starlight 比', value: share(cold), most: COLD, say: times },
    { name: '改一个词，处理器时间和 Starlight 从头生成比', value: share(oneWord), most: ONE_WORD, say: times },
    { name: '内存最多占', value: most, most: MEMORY, say: gigabytes },
  ];
}

/** Whether something is not as it is wanted; what could not be measured is not told. */
export const scaleFails = (result: ScaleResult): boolean =>
  wantedOf(result).some(({ value, most }) => value !== null && value > most);

/** The report as a person reads it. */
export function scaleReport(result: ScaleResult): string {
  const { stories, pages, cold, oneWord, starlight } = result;
  const rows = [
    ['', '用时', '处理器', '内存'],
    row('从头生成', cold),
    row('改一个词', oneWord),
    ...(starlight ? [row('Starlight', starlight)] : []),
  ];
  const wanted = wantedOf(result).filter(({ value }) => value !== null);
  return [
    `■ ${stories}篇拼出来的稿件，${pages}页（机器忙的时候都会慢，和 Starlight 比才作数）`,
    ...tableLines(rows),
    ...(starlight ? [] : ['  没有找到装好的 Starlight，只有自己的数；放在哪里，见 npm run bench -- --help。']),
    ...wanted.map(({ name, value, most, say }) => {
      const measured = say(value ?? Number.NaN);
      return `  ${name}${measured}，要不超过${say(most)}：${(value ?? 0) > most ? '超出' : '够了'}`;
    }),
  ].join('\n');
}

function row(name: string, { seconds, cpu, memory }: RunCost): string[] {
  const unknown = '系统不告诉';
  return [
    name,
    `${seconds.toFixed(1)}秒`,
    cpu === null ? unknown : `${cpu.toFixed(1)}秒`,
    memory === null ? unknown : gigabytes(memory),
  ];
}
