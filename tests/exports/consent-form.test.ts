import { describe, expect, it } from 'vitest';
import { TOLD_WORDS } from '#domain/people/consent/guardian.ts';
import { consentForm } from '#exports/consent-form/consent-form.ts';
import { type ConsentFormData, FORM_KINDS, type FormKind } from '#exports/consent-form/data.ts';

const form = (kind: FormKind, more: Partial<ConsentFormData> = {}) =>
  consentForm({
    ...{ kind, site: '样例站', address: '', publisher: '', contact: '', story: '', people: [] },
    ...more,
  });
const words = (markup: string) => markup.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');

describe('a form to be signed', () => {
  it.each(FORM_KINDS)(
    'of kind %s names use, scope, places, term, refusing, taking back, and that its wording is to be confirmed',
    (kind) => {
      const text = words(form(kind));
      for (const part of [
        '做什么用',
        '不用于广告',
        '姓名',
        '肖像',
        '声音',
        '事迹',
        '网站',
        '微信公众号',
        '媒体',
        '为止',
      ]) {
        expect(text).toContain(part);
      }
      for (const part of ['可以不同意', '什么时候都可以撤回', '签字日期', '措辞要由有权确认的人看过才能用']) {
        expect(text).toContain(part);
      }
      expect(form(kind)).not.toMatch(/https?:|<script/);
    },
  );

  it('for a child holds the six things, each with a box, and stands alone', () => {
    const text = words(form('under-14'));
    for (const thing of Object.values(TOLD_WORDS)) expect(text).toContain(thing);
    expect(text.match(/说过/g)?.length).toBeGreaterThanOrEqual(6);
    expect(text).toContain('这一份单独签，不和别的事写在一起');
    expect(words(form('14-17'))).not.toContain('六件事');
  });

  it('says who signs: the person, a guardian, or next of kin, the nearest first', () => {
    expect(words(form('adult'))).toContain('本人签字');
    expect(words(form('14-17'))).toContain('监护人签字');
    expect(words(form('under-14'))).toContain('监护人签字');
    expect(words(form('kin'))).toContain('先由配偶、子女、父母签，有一位签就行');
    expect(words(form('kin'))).toContain('是去世的人的');
  });

  it('has a page for each person, with what is known on it, and nothing of it as markup', () => {
    const people = [
      { name: '样例甲', role: '教师' },
      { name: '<b>样例乙</b>', role: '' },
    ];
    const markup = form('adult', { people, story: '一封信', contact: '0000' });
    expect(markup.match(/<main>/g)).toHaveLength(2);
    for (const part of ['样例甲', '教师', '《一封信》', '0000']) expect(words(markup)).toContain(part);
    expect(markup).not.toContain('<b>');
  });
});
