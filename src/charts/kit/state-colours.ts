interface Colour {
  /** `#rrggbb`. */
  readonly light: string;
  readonly dark: string;
}

/**
 * States of a number that are drawn in a colour of their own: what is reported above the plan, in bars, in the overview and
 * in its table, on the site and in what leaves it. Without an entry they are drawn in the colour of their figure. The
 * mark keeps its shape, so that nothing is told by colour alone; 3:1 against the paper of its mode (WCAG 2).
 */
export const STATE_COLOURS: { above?: Colour } = {
  // above: { light: '#0c7a6f', dark: '#4fb3a7' },
};

/** The colour of a state as an attribute; `otherwise` where it has none of its own. */
export const stateColour = (state: keyof typeof STATE_COLOURS, otherwise: string): string =>
  STATE_COLOURS[state] ? `var(--state-${state})` : otherwise;

/** The custom properties of one mode, without their dashes. */
export const stateProperties = (mode: keyof Colour): [name: string, hex: string][] =>
  Object.entries(STATE_COLOURS).map(([state, colour]) => [`state-${state}`, colour[mode]]);
