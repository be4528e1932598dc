import { posix } from 'node:path';
import { type Element, elementsOf, readXml, type XmlBudget } from './xml.ts';
import type { OpenZip } from './zip-parts.ts';

/** What one part says of another one, or of an address outside. */
export interface Relationship {
  /** The last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string;
  /** Name of a part, or an address as it is written. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a document, each with what it says of others. */
export interface Package {
  readonly names: readonly string[];
  /** The part that is the document; null: there is none. */
  readonly main: string | null;
  /** What kind of content a part says it is; '': it does not. */
  readonly contentType: (name: string) => string;
  readonly bytes: (name: string) => Buffer | null;
  /** The same of equal parts, and hardly ever of others; null: there is none. */
  readonly sum: (name: string) => string | null;
  /** The elements of a part; null: there is none. Throws `UnreadableXml`. */
  readonly xml: (name: string) => Element | null;
  readonly relationships: (name: string) => ReadonlyMap<string, Relationship>;
}

const lastWord = (type: string) => type.slice(type.lastIndexOf('/') + 1);

/** A part's name as another one writes it. */
function targetName(from: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const joined = path.startsWith('/') ? path : posix.join('/', posix.dirname(from), path);
  try {
    return decodeURIComponent(posix.normalize(joined).slice(1));
  } catch {
    return posix.normalize(joined).slice(1);
  }
}

function relationshipsOf(zip: OpenZip, budget: XmlBudget, from: string): ReadonlyMap<string, Relationship> {
  const { dir, base } = posix.parse(from);
  const bytes = zip.part(posix.join(dir, '_rels', `${base}.rels`));
  const found = new Map<string, Relationship>();
  if (!bytes) return found;
  for (const { attributes } of elementsOf(readXml(bytes, budget))) {
    const { Id: id, Type: type = '', Target: target = '' } = attributes;
    if (id === undefined || found.has(id)) continue;
    const external = /^external$/i.test(attributes['TargetMode'] ?? '');
    found.set(id, { type: lastWord(type), target: external ? target : targetName(from, target), external });
  }
  return found;
}

/** The package that a zip holds. Throws `UnreadableXml`. */
export function openPackage(zip: OpenZip, budget: XmlBudget): Package {
  const types = zip.part('[Content_Types].xml');
  const [defaults, overrides] = [new Map<string, string>(), new Map<string, string>()];
  for (const { name, attributes } of types ? elementsOf(readXml(types, budget)) : []) {
    const { ContentType: type = '', PartName: part = '', Extension: ending = '' } = attributes;
    if (name === 'ct:Override') overrides.set(part.replace(/^\//, '').toLowerCase(), type);
    if (name === 'ct:Default') defaults.set(ending.toLowerCase(), type);
  }
  const contentType = (name: string) =>
    overrides.get(name.toLowerCase()) ?? defaults.get(posix.extname(name).slice(1).toLowerCase()) ?? '';
  const main = [...relationshipsOf(zip, budget, '').values()].find(
    ({ type, external, target }) => type === 'officeDocument' && !external && zip.part(target),
  );
  const stated = [...overrides].find(([, type]) => /wordprocessingml\.(?:document|template)\.main\+xml$/.test(type));
  return {
    names: zip.names,
    main: main?.target ?? stated?.[0] ?? null,
    contentType,
    bytes: zip.part,
    sum: zip.sum,
    xml: (name) => {
      const bytes = zip.part(name);
      return bytes && readXml(bytes, budget);
    },
    relationships: (name) => relationshipsOf(zip, budget, name),
  };
}
