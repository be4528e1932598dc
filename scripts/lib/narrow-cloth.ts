const STYLE = /<style>([\s\S]*?)<\/style>/g;
/** `.k3{…}` hands on the colours of a stripe, `.p2{…}` those of a hue: see charts/parts/cloth-css.ts. */
const HANDED_ON = /\.([kp]\d+)\{[^}]*\}/g;
const COLOUR = /(--[snlhwb]\d+):[^;}]*;?/g;

/**
 * A page without the colours of the cloth that it shows nowhere. All pages share one stylesheet with three colours a
 * stripe for light and dark, most of them in use on a few pages only: a fifth of what a story weighs.
 */
export function narrowCloth(html: string): string {
  const body = html.replaceAll(STYLE, '');
  const classes = new Set([...body.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
  const worn = html.replaceAll(STYLE, (style) =>
    style.replaceAll(HANDED_ON, (rule, name: string) => (classes.has(name) ? rule : '')),
  );
  const named = new Set([...worn.matchAll(/var\((--[snlhwb]\d+)/g)].map(([, name]) => name));
  return worn.replaceAll(STYLE, (style) =>
    style.replaceAll(COLOUR, (declaration, name: string) => (named.has(name) ? declaration : '')),
  );
}
