import type { StoryLookup } from '#stories/render/components.ts';

/** What a fictional site knows: one number, one that the text contradicts, one figure, one picture, one passage. */
export const LOOKUP: StoryLookup = {
  number: (fact) => ({
    value: '50',
    unit: '册',
    approximate: fact === 'about',
    href: `/aid/facts/${fact}/`,
    mark: '附件2',
    against: fact === 'against' ? ['other'] : [],
  }),
  figure: (name) => ({ title: '捐书一览', sentence: '计划50册。', svgHref: `/aid/figures/${name}.svg` }),
  picture: (src) => ({ src: `/aid/pictures/${src}-800.jpg`, width: 800, height: 600 }),
  passage: (locator) => ({ text: `方案，${locator}`, href: `/aid/plan/#${locator}` }),
  sides: { left: '甲省', right: '乙地' },
};

export const PAGE = 'https://aid.example.cn/aid/stories/yi-feng-xin/';
