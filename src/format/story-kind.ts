import type { StoryKind } from '#domain/stories/story.ts';

/** What a kind of story is called. */
export const KIND_WORDS: Readonly<Record<StoryKind, string>> = {
  person: '人物',
  collective: '集体',
  achievement: '成果',
  practice: '好办法',
  news: '动态',
  explainer: '解读',
};
