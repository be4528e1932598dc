/**
 * The site's light colours and fonts by the name of their custom property. What leaves the site (an SVG to take away,
 * a picture) is always drawn light, by these; a test holds them equal to the stylesheet's.
 */
export const LIGHT_TOKENS = {
  paper: '#fdfcf9',
  slip: '#fdfcf9',
  wash: '#f5f2ea',
  ink: '#16181b',
  'ink-2': '#3b4046',
  mute: '#5b626a',
  line: '#dedcd4',
  rule: '#16181b',
  mark: '#fbe7a8',
  water: '#6f93ab',
  lake: '#d6e2e9',
  'water-text': '#3f6c87',
  serif: "'Noto Serif CJK SC','Source Han Serif SC','Noto Serif SC','Songti SC',STSong,SimSun,serif",
  sans: "'PingFang SC','HarmonyOS Sans SC',MiSans,'Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif",
  bo: "'Noto Serif Tibetan','Microsoft Himalaya',Kailasa,serif",
} as const;

/** Dark mode's paper: what dark colours must stand out from. */
export const DARK_PAPER = '#131417';
