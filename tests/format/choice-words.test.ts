import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { approvalSchema } from '#domain/approvals/approval.ts';
import { reviewersSchema } from '#domain/approvals/reviewers.ts';
import { consentSchema } from '#domain/people/consent/consent.ts';
import { personSchema } from '#domain/people/consent/person.ts';
import { clothFixedSchema } from '#domain/places/cloth.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { placesSchema } from '#domain/places/place.ts';
import { riverMapWideLayoutSchema } from '#domain/places/river-map-layout.ts';
import { riverMapPhoneLayoutSchema } from '#domain/places/river-map-phone-layout.ts';
import { departmentsSchema } from '#domain/plan/department.ts';
import { bodySchema, documentSchema, tableSchema } from '#domain/plan/plan.ts';
import { projectSchema } from '#domain/programme/project.ts';
import { reportSchema } from '#domain/programme/report.ts';
import { siteSchema } from '#domain/programme/site.ts';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { storySchema } from '#domain/stories/story.ts';
import { choicesSaid, choiceWord, meantChoice } from '#format/choice-words.ts';

/** Files that an editor fills by hand. The rivers are made by a program. */
const SCHEMAS: readonly z.ZodType[] = [
  ...[approvalSchema, reviewersSchema, clothFixedSchema, consentSchema, personSchema, departmentsSchema],
  ...[pairingsSchema, placesSchema, bodySchema, documentSchema, tableSchema, projectSchema, reportSchema],
  ...[riverMapWideLayoutSchema, riverMapPhoneLayoutSchema, siteSchema, storySchema],
];

/** All choices between words in a schema, at any depth. */
function choicesIn(schema: unknown, seen = new Set<unknown>()): string[][] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const def = (schema as { def?: Record<string, unknown> }).def;
  if (def?.['type'] === 'enum') return [Object.values(def['entries'] as Record<string, string>)];
  const parts = def ? Object.values(def) : Object.values(schema);
  return parts.flatMap((part) => choicesIn(part, seen));
}

const ENGLISH = /^[a-z]/;
const OF_SCHEMAS = SCHEMAS.flatMap((schema) => choicesIn(schema));
const OF_COMPONENTS = Object.values(STORY_COMPONENTS).flatMap(({ attributes }) =>
  Object.values(attributes).flatMap((spec) => ('choices' in spec && spec.choices ? [[...spec.choices]] : [])),
);
const CHOICES = [...OF_SCHEMAS, ...OF_COMPONENTS].filter((words) => words.some((word) => ENGLISH.test(word)));

describe('the Chinese words of English choices', () => {
  it('are there for every choice of every file and component', () => {
    expect(CHOICES.length).toBeGreaterThan(10);
    const bare = CHOICES.filter((options) => options.some((option) => !choiceWord(option, options)));
    expect(bare).toEqual([]);
  });

  it('mean one option each', () => {
    for (const options of CHOICES)
      for (const option of options) expect(meantChoice(choiceWord(option, options) ?? '', options)).toBe(option);
  });

  it('are said with the word to write', () => {
    expect(choicesSaid(['site', 'wechat', 'press'])).toBe('其中一个：网站写 site，微信写 wechat，媒体写 press');
    expect(choicesSaid(['初审', '复审'])).toBe('初审、复审');
  });
});

describe('a language by another code of its', () => {
  it.each([
    ['kaz', 'kk'],
    ['uig', 'ug'],
    ['bod', 'bo'],
    ['mvf', 'mn'],
  ])('%s means %s, and not the one that looks most like it', (code, language) => {
    expect(meantChoice(code, ['bo', 'ug', 'kk', 'mn', 'kac', 'khb'])).toBe(language);
  });
});
