import type { OfferedPicture } from '#domain/stories/picture.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import type { StoryLookup } from '#stories/render/components.ts';

function number(fact: string): PrintedNumber {
  return {
    id: fact,
    value: '50',
    unit: '册',
    approximate: fact === 'about',
    label: '计划',
    sentence: '计划50册。',
    href: `/aid/facts/${fact}/`,
    mark: fact === 'derived' ? '推算' : '附件2',
    markHref: fact === 'derived' ? null : '/aid/plan/#a2',
    against: fact === 'against' ? [number('other')] : [],
    differs: fact === 'against' ? '正文与附件不一致' : null,
    corrected: fact === 'corrected' ? '/aid/corrections/#2026-11-28-corrected' : null,
  };
}

/** What a fictional site knows: one number, one that the text contradicts, one worked out, one figure, one picture, one passage. */
export const LOOKUP: StoryLookup<OfferedPicture> = {
  number,
  figure: (name) => ({
    figure: {
      name,
      title: '捐书一览',
      sentence: '计划50册。',
      forms: [
        { kind: 'wide', width: 960, height: 200, svg: '<svg class="w"></svg>' },
        { kind: 'phone', width: 360, height: 200, svg: '<svg class="p"></svg>' },
      ],
      table: { columns: [{ key: 'planned', label: '计划', numeric: true }], rows: [[50], [null]] },
      notes: ['空心是计划。'],
      source: '附件2',
      pictured: true,
    },
    taken: {
      page: `/aid/figures/#${name}`,
      svg: `/aid/figures/${name}.svg`,
      png: `/aid/figures/${name}.png`,
      csv: `/aid/figures/${name}.csv`,
      embed: '<iframe></iframe>',
      cited: '样例站. 捐书一览[EB/OL].',
      sentence: '计划50册（来源：附件2）',
    },
  }),
  picture: (src) => ({
    src: `/aid/pictures/${src}-800.jpg`,
    width: 800,
    height: src === 'strip.jpg' ? 6000 : 600,
    small: false,
    sources: [{ type: 'image/jpeg', srcset: `/aid/pictures/${src}-800.jpg 800w` }],
  }),
  passage: (locator) => ({ text: `方案，${locator}`, href: `/aid/plan/#${locator}` }),
  name: (place, lang) => (lang === 'ug' ? 'بەپبەپ' : `${place} ${lang}`),
  sides: { left: '甲省', right: '乙地' },
};

export const PAGE = 'https://aid.example.cn/aid/stories/yi-feng-xin/';
