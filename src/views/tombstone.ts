import type { Tombstone } from '#domain/release/tombstone.ts';
import { build } from './programme.ts';

/** What a reader is told where a story was, by why it is not there any more. */
const WORDS: Readonly<Record<Tombstone['why'], { readonly title: string; readonly text: string }>> = {
  end: { title: '这一篇已经撤下', text: '这篇稿件到了约定的时间，已经撤下。网址保留，内容不再提供。' },
  consent: { title: '这一篇已经撤下', text: '这篇稿件已经撤下，内容已经删除，网址保留。' },
  review: { title: '这一篇正在重新审核', text: '这篇稿件改动以后正在重新审核，审完会回到这个网址。' },
};

export async function tombstoneIds(): Promise<string[]> {
  return (await build()).programme.content.tombstones.map(({ id }) => id);
}

export async function tombstoneView(id: string) {
  const { programme, samples } = await build();
  const stone = programme.content.tombstones.find((one) => one.id === id);
  if (!stone) throw new Error(`没有撤下的稿件 ${id}`);
  return { ...WORDS[stone.why], why: stone.why, sample: stone.sample, open: stone.open, samples };
}
