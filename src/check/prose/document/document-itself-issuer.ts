import type { Range } from '../prose.ts';
import type { AboutReader } from './document-itself-words.ts';

const ISSUED =
  /(?<who>\p{Script=Han}{0,12}(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?:联合|共同|正式)?(?:印发|下发|发布|出台|颁布)(?:了|的)?(?=这份|本|该|□|这个)/gu;
/** 印发通知的是…: the body stands behind. */
const ISSUER_IS =
  /(?:印发|下发|发布|出台)(?:了)?(?:这份|该|本)?(?:通知|方案|文件|□)的(?:单位|部门|机关)?(?:是|为)(?<who>\p{Script=Han}{3,16}(?:委|办公室|办公厅|厅|局|部|委员会|政府|国务院|省委|团委))(?=[。，；！]|$)/gu;
/** 通知由…某年某月某日印发: a body of whole words between the document and the verb. */
const ISSUED_BY =
  /(?:通知|方案|文件|□)(?:是|，)?由(?<who>\p{Script=Han}{2,20}?(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?:于|在)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:联合|共同|正式)?(?:印发|下发|发布|出台|颁布)/gu;
/** 通知落款：某办公室. */
const SIGNED =
  /(?<![\p{Script=Han}])(?:这份|本|该)?(?:通知|方案|文件|□)的?(?:落款|署名)(?:单位)?(?:写的是|写着|是|为|：|:)(?<who>\p{Script=Han}{2,20}?(?:中央|团委|市委|县委|省委|办公室|办公厅|厅|局|部|委员会|政府|国务院))(?=[，。；！\d]|$)/gu;
const BODY = /(?:由|是|为|，|、|把|将|被|据|按照|根据|根据|日|月|年)/gu;

/** 团省委办公室: so far as it is written shortly. */
const isShort = (who: string) => /^团省委(?:办公室)?$|^办公室$/u.test(who);

/** Bodies said to have issued this document that are not its issuer. */
export function wrongIssuers({ withoutTitles, isIssuer, about }: AboutReader, issuer: string) {
  return (sentence: string): Range[] => {
    const { another } = withoutTitles(sentence);
    if (another) return [];
    // Same length, so that offsets stay: a title of this document becomes signs.
    const text = sentence.replaceAll(/《(?:[^《》]|《[^《》]*》){1,120}》/gu, (title) => '□'.repeat(title.length));
    const signed = [...text.matchAll(SIGNED)].flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.indexOf(who);
      return issuer.includes(who.replace(/^团/u, '')) || isShort(who) ? [] : [{ start, end: start + who.length }];
    });
    const kind = about(sentence);
    if (kind === 'not' || signed.length > 0) return signed;
    const behind = [...text.matchAll(ISSUER_IS)].flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.length - who.length;
      return isIssuer(who) ? [] : [{ start, end: start + who.length }];
    });
    const byWhom = [...text.matchAll(ISSUED_BY)].flatMap(({ index, 0: words, groups }): Range[] => {
      const who = groups?.['who'] ?? '';
      const start = index + words.indexOf(who);
      return isIssuer(who) ? [] : [{ start, end: start + who.length }];
    });
    if (kind !== 'this' || byWhom.length > 0) return [...behind, ...byWhom];
    const before = [...text.matchAll(ISSUED)].flatMap(({ index, groups }): Range[] => {
      const words = groups?.['who'] ?? '';
      const who = words.split(BODY).at(-1) ?? words;
      if (who.length < 3 || isIssuer(who)) return [];
      const start = index + words.length - who.length;
      return [{ start, end: start + who.length }];
    });
    return [...before, ...behind];
  };
}
