import type { Journey } from '../places/journey.ts';
import { townshipsOf } from '../places/townships.ts';
import { isMoney } from '../plan/quantity.ts';
import type { Programme } from './programme.ts';

/**
 * The kinds of figures a site has, in the order of the gallery. A new figure is a word here and its drawing in the
 * catalogue of charts: the type check asks for the second.
 */
const KINDS = [
  'river-map',
  'thread-map',
  'pairing',
  'crossing-strip',
  'overview',
  'progress',
  'money',
  'department-matrix',
] as const;

export type FigureKind = (typeof KINDS)[number];

/** A figure of this programme by the name its files and stories call it; nothing of it is drawn. */
export interface NamedFigure {
  readonly kind: FigureKind;
  readonly name: string;
  /** Id of the journey or the line it shows; '' where there is one of its kind. */
  readonly of: string;
}

type Drawn = Pick<Programme, 'content' | 'journeys' | 'lines'>;

/** Name of the map of a pairing: by its city, or by the journey where the city has several. */
export const pairingFigureName = ({ id, city }: Journey, journeys: readonly Journey[]): string =>
  `pairing-${journeys.filter((journey) => journey.city.id === city.id).length > 1 ? id : city.id}`;

/** Whether there is anything to draw of a pairing: how far it is, or whom it reaches beyond the receiver. */
export const hasPairingMap = (journey: Journey): boolean =>
  journey.distance !== null || townshipsOf(journey).length > 0;

/** Name of the figure of a task line. */
export const progressFigureName = (line: string): string => `progress-${line}`;

/** Whether the content lays out a river map. */
export const hasRiverMap = ({ content: { waters, wide, phone } }: Pick<Programme, 'content'>): boolean =>
  waters !== null && wide !== null && phone !== null;

const departmentCount = ({ content }: Drawn) => Object.keys(content.departments.departments).length;

/** Every figure that pages show and stories may name, in the order of the gallery. */
export function namedFigures(programme: Drawn): NamedFigure[] {
  const { journeys, lines } = programme;
  return KINDS.flatMap((kind): NamedFigure[] => {
    if (kind === 'pairing')
      return journeys
        .filter(hasPairingMap)
        .map((journey) => ({ kind, name: pairingFigureName(journey, journeys), of: journey.id }));
    if (kind === 'progress') return [...lines.keys()].map((id) => ({ kind, name: progressFigureName(id), of: id }));
    if (kind === 'river-map' && !hasRiverMap(programme)) return [];
    // Without any distance there is nothing to lay along a scale.
    if (kind === 'crossing-strip' && journeys.every(({ distance }) => distance === null)) return [];
    // Where no line counts or costs money nothing can be worked out.
    if (kind === 'money' && [...lines.values()].every((line) => !isMoney(line.unit) && !line.unit_cost)) return [];
    // Nor is there a table of departments where the document names none.
    if (kind === 'department-matrix' && departmentCount(programme) === 0) return [];
    return [{ kind, name: kind, of: '' }];
  });
}
