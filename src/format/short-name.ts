/** County or district names without their last character, as they are said beside an arrow; never cut inside 自治县. */
export const shortName = (name: string) => (name.length > 2 ? name.replace(/(?<!自治)[县区市旗]$/, '') : name);
