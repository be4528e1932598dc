/**
 * Fonts that a reader's device may have for the letters of other scripts than the Chinese and the Tibetan ones, which the
 * tokens name: first the one the site itself is set in, then those of the systems.
 */
export const OWN_FONTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, "'Noto Naskh Arabic','Microsoft Uighur','Geeza Pro'"],
  [/\p{Script=Mongolian}/u, "'Noto Sans Mongolian','Mongolian Baiti'"],
  [/\p{Script=Yi}/u, "'Noto Sans Yi','Microsoft Yi Baiti'"],
];

/** For these the site brings none. */
export const FONTS_OF_SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, "'Noto Sans CJK KR','Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic'"],
  [/\p{Script=Tai_Le}/u, "'Noto Sans Tai Le','Microsoft Tai Le'"],
  [/\p{Script=New_Tai_Lue}/u, "'Noto Sans New Tai Lue','Microsoft New Tai Lue'"],
  [/\p{Script=Tai_Tham}/u, "'Noto Sans Tai Tham'"],
  [/\p{Script=Lisu}/u, "'Noto Sans Lisu','Segoe UI'"],
];

/** Whether the fonts that come with the project have the scripts of a drawing: only then a picture is made of it. */
export const isPictured = (svg: string): boolean => !FONTS_OF_SYSTEMS.some(([letters]) => letters.test(svg));
