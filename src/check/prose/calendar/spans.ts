import type { OwnRule, ProseFinding } from '../prose.ts';
import { narrow } from './calendar.ts';
import { wrongAges } from './spans-ages.ts';
import { miscounted } from './spans-counted.ts';
import { wrongCourses } from './spans-courses.ts';
import { spansIn, toldSpans } from './spans-ends.ts';
import { reversed } from './spans-reversed.ts';
import { miscountedTimes, reversedTimes } from './spans-times.ts';

/** Spans of time that run backwards or are longer or shorter than it is said, and ages that do not fit the birth. */
export const spans: OwnRule = () => {
  return ({ blocks, date }) =>
    blocks.flatMap((block, index) => {
      const text = narrow(block.text);
      if (!/[年月日号点时:：-]/u.test(text)) return [];
      const all = spansIn(text, date);
      const wrong = [
        ...all.flatMap((span) => reversed(text, span) ?? miscounted(text, span) ?? []),
        ...wrongCourses(text, date),
        ...toldSpans(text, date).flatMap((span) => miscounted(text, span) ?? []),
        ...miscountedTimes(text),
        ...reversedTimes(text),
        ...wrongAges(text, date),
      ];
      return wrong.map(({ start, end, severity, ...words }): ProseFinding => {
        const found = `“${block.text.slice(start, end)}”`;
        return {
          block: index,
          start,
          end,
          found,
          written: null,
          ...words,
          severity: block.quoted ? 'warning' : severity,
        };
      });
    });
};
