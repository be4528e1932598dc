/** The kinds of stories, in the order in which they are offered. */
export const STORY_KINDS = ['person', 'collective', 'achievement', 'practice', 'news', 'explainer'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];
