/** A place's name without 省, 市, 县 or 区, as sentences mostly have it; of two characters the whole is the name. */
export const stemOf = (name: string): string => (name.length > 2 ? name.replace(/[省市县区]$/u, '') : name);
