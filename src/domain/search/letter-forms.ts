/**
 * Letters of the Arabic script that keyboards write in several ways and readers take for one: kaf of Arabic and of Persian,
 * yeh with dots and without, heh of Arabic, Uyghur and Urdu. Pairs, the other form first. They are one for search and in
 * comparing names, and stay as they are wherever they are shown.
 */
export const LETTER_FORMS = 'کكڪكیيىيھهہه';

const forms = new Map<string, string>();
for (const [i, form] of [...LETTER_FORMS].entries()) if (i % 2 === 0) forms.set(form, [...LETTER_FORMS][i + 1] ?? form);

/** The usual form of a letter; any other character as it is. */
export const usualForm = (character: string): string => forms.get(character) ?? character;
