import { describe, expect, it } from 'vitest';
import {
  type Reading,
  readAgeBand,
  readChannels,
  readDay,
  readDied,
  readKinRelation,
  readName,
  readScope,
  readTold,
  readUntil,
  readYesNo,
} from '#desk/clerk-words.ts';

const said = <T>(reading: Reading<T>) => ('value' in reading ? reading.value : 'no');

describe('days are read in the ways people write them', () => {
  it.each([
    ['2026年5月1日', '2026-05-01'],
    ['2026-5-1', '2026-05-01'],
    ['2026.5.1', '2026-05-01'],
    ['2026/05/01', '2026-05-01'],
    ['20260501', '2026-05-01'],
    ['２０２６年５月１日', '2026-05-01'],
    [' 2026 年 5 月 1 号 ', '2026-05-01'],
    ['二〇二六年五月三十一日', '2026-05-31'],
    ['2026-05-01 00:00:00', '2026-05-01'],
    ['2026年5月1日星期五', '2026-05-01'],
    ['2026-02-30', 'no'],
    ['5月1日', 'no'],
    ['26-5-1', 'no'],
    ['2026年5月', 'no'],
    ['46143', 'no'],
    ['长期', 'no'],
    ['', 'no'],
  ])('%s is %s', (text, day) => expect(said(readDay(text))).toBe(day));

  it('a day that is in no calendar is told as such', () => {
    expect(readDay('2026-02-30')).toEqual({ expected: '日历上有的一天；2026年2月没有30日' });
  });

  it.each([
    ['5年', '2031-04-30'],
    ['五年', '2031-04-30'],
    ['十年', '2036-04-30'],
    ['2031年4月30日', '2031-04-30'],
    ['长期', 'no'],
  ])('a term of %s from 1 May 2026 ends on %s', (text, day) => expect(said(readUntil(text, '2026-05-01'))).toBe(day));

  it.each([
    ['2019-08-02', '2019-08-02'],
    ['2019年8月2日', '2019-08-02'],
    ['2019年8月', '2019-08'],
    ['2019.8', '2019-08'],
    ['二〇一九年', '2019'],
    ['2019年去世', '2019'],
    ['是', true],
    ['不知道', true],
    ['否', undefined],
    ['2019年13月', 'no'],
    ['前年', 'no'],
  ])('%s as a death is %s', (text, died) => expect(said(readDied(text))).toBe(died));
});

describe('words are read in the ways people write them', () => {
  it.each([
    ['不满14岁', 'under-14'],
    [' 不满１４周岁 ', 'under-14'],
    ['14-17', '14-17'],
    ['14～17岁', '14-17'],
    ['14 至 17 岁', '14-17'],
    ['成年', 'adult'],
    ['18岁以上', 'adult'],
    ['集体', 'collective'],
    ['adult', 'adult'],
    ['8岁', 'no'],
    ['3', 'no'],
    ['14岁', 'no'],
  ])('the age %s is %s', (text, band) => expect(said(readAgeBand(text))).toBe(band));

  it.each([
    ['姓名、事迹', ['name', 'story']],
    ['事迹,姓名', ['name', 'story']],
    ['名字和照片', ['name', 'portrait']],
    ['全部', ['name', 'portrait', 'voice', 'story']],
    ['姓名、住址', 'no'],
    ['、', 'no'],
  ])('the scope %s is %j', (text, scope) => expect(said(readScope(text))).toEqual(scope));

  it.each([
    ['网站 微信公众号', ['site', 'wechat']],
    ['网站、微信、媒体', ['site', 'wechat', 'press']],
    ['抖音', 'no'],
  ])('the channels %s are %j', (text, channels) => expect(said(readChannels(text))).toEqual(channels));

  it.each([
    ['都说过', 6],
    ['目的、范围、存储地点和期限、安全措施、投诉渠道、更正和删除的办法', 6],
    ['目的，范围，存储，安全', 4],
    ['好', 'no'],
  ])('told of %s is %j', (text, told) => {
    const own = said(readTold(text));
    expect(own === 'no' ? own : own.length).toBe(told);
  });

  it.each([
    ['√', true],
    ['Ｙ', true],
    ['没有', false],
    ['也许', 'no'],
  ])('%s is %j', (text, yes) => expect(said(readYesNo(text))).toBe(yes));

  it.each([
    ['  样例\u200b甲 ', '样例甲'],
    ['样例甲（化名）', 'no'],
    ['样例甲、样例乙', 'no'],
  ])('the name %s is %s', (text, name) => expect(said(readName(text))).toBe(name));

  it.each([
    ['妻子', '妻子'],
    ['同事', 'no'],
  ])('as kin %s is %s', (text, relation) => expect(said(readKinRelation(text))).toBe(relation));
});
