import ts from 'typescript';
import { adviceFor, LAYERS, TOP_FILES } from './layer-table.ts';
import type { SourceFile } from './source-files.ts';

/** The layer a file of src/ or scripts/ belongs to; undefined where there is none of that name. */
export function layerOf(path: string): string | undefined {
  if (TOP_FILES.includes(path)) return 'top';
  const [top, folder] = path.split('/');
  const layer = top === 'scripts' ? 'scripts' : top === 'src' && path.split('/').length > 2 ? folder : undefined;
  return layer !== undefined && layer in LAYERS ? layer : undefined;
}

/** All module names a file imports: import, import type, export from, import(). For .astro its fence and its scripts. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const code = path.endsWith('.astro') ? scriptOfAstro(text) : text;
  const direct = ts.preProcessFile(code, true, true).importedFiles.map((file) => file.fileName);
  return [...new Set(direct)];
}

/** What of it a file imports by nothing but `import type` and `export type`: it is gone before anything runs. */
function typesOnlyOf({ path, text }: SourceFile): ReadonlySet<string> {
  const code = path.endsWith('.astro') ? scriptOfAstro(text) : text;
  const values = new Set<string>();
  const types = new Set<string>();
  for (const statement of ts.createSourceFile(path, code, ts.ScriptTarget.Latest).statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier: name } = statement;
    if (name === undefined || !ts.isStringLiteral(name)) continue;
    const isType = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    (isType ? types : values).add(name.text);
  }
  return types.difference(values);
}

/** The TypeScript of an .astro file: what stands between the two fences, and inside `<script>` elements. */
function scriptOfAstro(text: string): string {
  const [, fence = '', ...rest] = text.trimStart().startsWith('---') ? text.split(/^---\s*$/m) : ['', '', text];
  const scripts = rest
    .join('---')
    .split(/<script\b[^>]*>/)
    .slice(1)
    .map((part) => part.split('</script>')[0]);
  return [fence, ...scripts].join('\n');
}

/** The file of the project that an import names; undefined for packages and what is made by the build. */
export function fileOf(from: string, name: string): string | undefined {
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') ? new URL(name, `file:///${from}`).pathname.slice(1) : undefined;
}

/** What one import reaches: a layer, a package, `outside` (a file elsewhere in the project), or the own layer. */
function targetOf(path: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1).split('/')[0] ?? name;
  if (!name.startsWith('.')) return name;
  const target = new URL(name, `file:///${path}`).pathname.slice(1);
  return layerOf(target) ?? (target.startsWith('src/') ? (target.split('/')[1] ?? 'outside') : 'outside');
}

function fits(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}

/** What is wrong with the imports of one file, each as a sentence that says where the import should go. */
export function forbiddenImports(file: SourceFile): readonly string[] {
  const from = layerOf(file.path);
  if (from === undefined) return [];
  const layer = LAYERS[from];
  const types = layer?.types === undefined ? new Set() : typesOnlyOf(file);
  return importsOf(file).flatMap((name) => {
    const target = targetOf(file.path, name);
    const relative = name.startsWith('.');
    if (target === from) return [];
    const isLayer = target in LAYERS;
    const ofTypes = types.has(name) && layer?.types?.includes(target);
    if (isLayer && (ofTypes || layer?.layers.includes(target))) {
      // scripts/ has no spelling of its own: only the top files reach it.
      if (!relative || target === 'scripts') return [];
      return [`${file.path} imports "${name}" by its path: write "#${target}/…", the one spelling between layers.`];
    }
    const isPackage = !relative && !name.startsWith('#');
    const allowed = isPackage && fits(layer?.packages ?? [], name) && !fits(layer?.never ?? [], name);
    // Scripts read the project's own files (configuration, tests never); everybody else stays inside src/.
    if (allowed || (from === 'scripts' && target === 'outside')) return [];
    return [`${file.path} (${from}) must not import "${name}": ${adviceFor(from, target)}`];
  });
}
