/** Rounds to two decimals and writes the number as short as SVG allows: the one place where charts round. */
export function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded).replace(/^(-?)0\./, '$1.');
}

/** Text for an SVG or HTML text node or a double-quoted attribute. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

type Attribute = string | number | undefined;

/** One SVG element; undefined attributes are left out, numbers rounded, strings escaped. Children are markup. */
export function element(name: string, attributes: Record<string, Attribute>, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : escapeText(String(value))}"`)
    .join('');
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

/** A text element; the text is escaped. */
export function text(x: number, y: number, content: string, attributes: Record<string, Attribute> = {}): string {
  return element('text', { x, y, ...attributes }, escapeText(content));
}

/**
 * The root `<svg>` of a form with its accessible name and description. It is a group, not an image: the links in it
 * must stay reachable. Colours inside are presentation attributes such as `stroke="var(--l3)"`.
 */
export function root(
  id: string,
  size: { width: number; height: number; x?: number; y?: number; class?: string },
  title: string,
  desc: string,
  children: string,
): string {
  const { width, height, x = 0, y = 0 } = size;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(x)} ${n(y)} ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}"` +
    ` class="${['figure-svg', size.class].filter(Boolean).join(' ')}" role="group" aria-labelledby="${id}-t" aria-describedby="${id}-d" font-family="var(--sans)">` +
    `<title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(desc)}</desc>${children}</svg>`
  );
}
