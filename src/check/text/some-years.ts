/** Several years counted in words, as a plan of any length has them: 两年, 三年, 五年; 三年级 is no time. */
export const SOME_YEARS = '(?:[两二三四五六七八九十]年(?!级))';
