import { narrowed } from '../../text/full-width.ts';
import { keptByText } from '../../text/kept-by-text.ts';
import { oncePer } from '../../text/once-per.ts';
import { stemOf } from '../../text/place-names.ts';

/** Letters that may be written in several ways: spaces, dashes, brackets. */
export function normalTitle(text: string): string {
  return narrowed(text.replaceAll(/\s/g, ''))
    .replaceAll(/年?[—–―－~～﹣-]+|(?<=\d)年?[至到](?=\d)/g, '-')
    .replaceAll(/[〈〉《》]/g, '');
}

/** Another document than this one is named or meant. */
const ANOTHER =
  /另一|另外|其他|别的|上一|下一|新的|新一|新版|后续|补充|旧|往年|历年|去年|今年|明年|次年|每年|同类|类似|有关部门|相关|转发|批复|细则|办法|规定|条例|规划|纲要|意见|公告|表彰|比赛|招募|放假|会议通知|活动方案|活动通知|培训通知/u;
/** Somebody else who issues documents. */
const ANOTHER_BODY =
  /团中央|中央|国务院|教育部|民政|国家|厅|局|学校|学院|大学(?!生)|中学|小学|县|乡|镇|村|公司|团市委|市委|市政府|区委|全国|各市|各地|州|办公厅|支部|协会|基金会|委员会|省政府|省人民|网信/u;

/** What a text says of the document: certainly of this one, perhaps of it, or not. */
type About = 'this' | 'perhaps' | 'not';

/** Reads whether a text speaks of the document, and by whom documents of this kind are issued. */
export const aboutReader = oncePer(({ document, site, places, journeys }) => {
  const titles = [document.title, document.plan_title].map(normalTitle);
  const cities = journeys.flatMap((j) => [j.city.name, j.county.name]).map((name) => RegExp.escape(stemOf(name)));
  const region = (site.aided && places.get(site.aided)?.name) || site.to;
  const others = new RegExp([...new Set([...cities, RegExp.escape(stemOf(region))])].join('|'), 'u');
  const definite = new RegExp(
    `(?:本|这份|这一份|这个|该|此份|上述)(?:\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:印发|下发|发布|制定|出台)的)?(?:通知|方案|文件)|(?:这份|这一份)(?:援[藏疆青]|援建|对口|结对)[^，。；《》]{0,8}的?(?:通知|方案|文件)|${RegExp.escape(document.short)}|(?:援[藏疆青]|援建|结对|对口支援)(?:工作)?(?:实施)?(?:方案|通知)`,
    'u',
  );
  const letters = new Set([
    ...document.issuer,
    ...document.author,
    ...site.organisation,
    ...site.from,
    '省',
    '团',
    '委',
  ]);
  /** The text without this document's titles, and whether they stood in it; whether another title is left. */
  const withoutTitles = keptByText((text) => {
    if (!text.includes('《')) return { own: false, rest: text, another: false };
    let own = false;
    const rest = text.replaceAll(/《(?:[^《》]|《[^《》]*》){1,120}》/gu, (title) => {
      const inner = normalTitle(title);
      const ours =
        /^(?:工作|援建|援[藏疆青])*(?:实施)?(?:通知|方案)$/u.test(inner) ||
        titles.some((t) => t === inner || (inner.length > 3 && t.includes(inner)));
      own ||= ours;
      return ours ? '□' : title;
    });
    return { own, rest, another: rest.includes('《') };
  });
  return {
    titles,
    withoutTitles,
    /** 团省委, 共青团某省委办公室: whoever is written in the letters of the issuer's name. */
    isIssuer: (name: string) =>
      name === '' ||
      /^(?:双方|[两三各]方|[两][校院地市家])$/u.test(name) ||
      [...name].every((letter) => letters.has(letter)),
    about: keptByText((text): About => {
      const { own, rest, another } = withoutTitles(text);
      if (own) return 'this';
      if (another || ANOTHER.test(rest)) return 'not';
      if (definite.test(rest)) return 'this';
      return /通知|方案|文件/u.test(rest) && !ANOTHER_BODY.test(rest) && !others.test(rest) ? 'perhaps' : 'not';
    }),
  };
});

/** The reader of what a text is about. */
export type AboutReader = ReturnType<typeof aboutReader>;
