import { describe, expect, it } from 'vitest';
import { figureCatalogue } from '#charts/catalogue.ts';
import { assemble } from '#domain/programme/programme.ts';
import { realContent } from '../domain/real-programme.ts';

/** A picture is taken away without its page: what nobody has confirmed says so inside the drawing. */

const routes = new Proxy({}, { get: (_, kind) => (id: string) => `/${String(kind)}/${id}/` }) as Parameters<
  typeof figureCatalogue
>[1];
const content = realContent();

/** All drawings with Tibetan script on them; with every name confirmed, or as the content has it. */
function drawings(confirm: boolean) {
  const places = content.places.map((place) =>
    confirm && place.names ? { ...place, names: place.names.map((name) => ({ ...name, unverified: false })) } : place,
  );
  return figureCatalogue(assemble({ ...content, places }), routes)
    .all()
    .flatMap(({ name, forms, source }) => forms.map(({ kind, svg }) => ({ of: `${name}, ${kind}`, svg, source })))
    .filter(({ svg }) => /\p{Script=Tibetan}/u.test(svg));
}

describe('Tibetan names on a drawing', () => {
  it('are marked 待核 in the drawing and named with their source beside it', () => {
    const all = drawings(false);
    expect(all.length).toBeGreaterThan(4);
    for (const { of, svg, source } of all) {
      expect(svg, of).toContain('；藏文名待核');
      expect(source, of).toMatch(/藏文名：.*（待核）/u);
    }
  });

  it('lose the mark when they are confirmed', () => {
    for (const { of, svg, source } of drawings(true)) {
      expect(svg + source, of).not.toContain('待核');
      expect(source, of).toContain('藏文名：');
    }
  });
});
