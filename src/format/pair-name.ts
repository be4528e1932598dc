import { type Place, shortName } from '#domain/places/place.ts';

type Named = Pick<Place, 'name' | 'level'>;

/** 样例市→示例: a pairing by its two ends, who gives before whom it goes to. The one way in which pages, figures and feeds write it. */
export const pairName = ({ city, county }: { readonly city: Named; readonly county: Named }): string =>
  `${shortName(city)}→${shortName(county)}`;
