import type { PlaceLevel } from './place.ts';

/** Kinds by how names end; the first that fits. */
const ENDINGS: readonly (readonly [PlaceLevel, RegExp])[] = [
  ['school', /(?:小学|中学|学校|大学|学院|幼儿园|[一二三四五六七八九十]中|校区|附小|附中|职高)$/u],
  ['hospital', /(?:医院|卫生院|卫生所|卫生室|保健院|诊所)$/u],
  ['command', /(?:指挥部|工作队)$/u],
  ['enterprise', /(?:公司|集团|厂|企业|银行|合作社)$/u],
  ['township', /(?:乡|镇|街道(?:办事处)?|苏木|村|社区|团场|[农牧林渔]场)$/u],
  ['city', /(?:地区|州|盟|市)$/u],
  ['county', /(?:县|区|旗)$/u],
  // A department of an office is no office; one that stands for it elsewhere is.
  ['office', /(?:联络|办事|代表)处$/u],
  ['department', /(?:部|处|科|室(?<!办公室))$/u],
  ['office', /(?:委|办|办公室|厅|局|府|机关|会|中心|总站|社)$/u],
];

/** What a place or a unit is, by how its name ends; null where the name does not tell: a province, 样例之家. */
export const levelOfName = (name: string): PlaceLevel | null =>
  ENDINGS.find(([, ending]) => ending.test(name))?.[0] ?? null;
