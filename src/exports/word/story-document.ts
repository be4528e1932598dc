import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Element, ElementContent } from 'hast';
import { bylineWords, type TakenDocument, type TakenStory } from '../taken-story/taken-story.ts';

/** A picture as it lies in the document. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  readonly format: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** A story on paper, before it is packed. */
export interface WordStory {
  readonly story: TakenStory;
  readonly document: TakenDocument;
  /** By their numbers. */
  readonly pictures: ReadonlyMap<number, WordPicture>;
  /** What stands above the title, line by line: 草稿 and what is still open, who signed. The first line is the state. */
  readonly state: readonly string[];
  /** Name of the site: the document is told to be of it. */
  readonly site: string;
}

/** A length of millimetres in twentieths of a point, and a size of type in half points. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440);
const pt = (size: number): number => size * 2;

/** After GB/T 9704: A4, 156 × 225 mm of type, 仿宋三号, lines of 28.95 pt, two characters before a paragraph. */
const PAGE = { width: mm(210), height: mm(297), top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) };
const TEXT = { size: 16, line: 579, indent: 640 };
/** The widest and highest that a picture stands, px of 96 an inch. */
const ROOM = { width: 589, height: 440 };

const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
const FANGSONG = font('仿宋');
const HEITI = font('黑体');
const KAITI = font('楷体');
const SONGTI = font('宋体');

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
const loose = { line: 300, lineRule: LineRuleType.AUTO };

/** Styles by the names that Word in Chinese knows: 标题 1, 引用, 题注, 脚注文本. */
const STYLES = {
  default: {
    document: { run: { font: FANGSONG, size: pt(TEXT.size), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: SONGTI, size: pt(22), bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 300, after: 200, ...loose } },
    },
    heading1: heading(HEITI, false),
    heading2: heading(KAITI, true),
    heading3: heading(FANGSONG, true),
    caption: {
      run: { font: SONGTI, size: pt(10.5), italics: false, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 200, ...loose } },
    },
    listParagraph: { paragraph: { spacing: exact(TEXT.line) } },
    footnoteText: {
      run: { font: SONGTI, size: pt(9) },
      paragraph: { spacing: { ...loose, line: 260 } },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true },
      paragraph: { spacing: exact(TEXT.line), indent: { firstLine: TEXT.indent }, alignment: AlignmentType.BOTH },
    },
    {
      ...{ id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', quickFormat: true },
      run: { font: KAITI, size: pt(16) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 200, ...loose } },
    },
    {
      ...{ id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true },
      run: { font: KAITI, size: pt(TEXT.size), italics: false },
      paragraph: { spacing: exact(TEXT.line), indent: { left: TEXT.indent, right: TEXT.indent } },
    },
    {
      ...{ id: 'Picture', name: 'Picture', basedOn: 'Normal' },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 200, ...loose } },
    },
    {
      ...{ id: 'CellText', name: 'Table Text', basedOn: 'Normal' },
      run: { font: SONGTI, size: pt(12) },
      paragraph: { spacing: { before: 40, after: 40, ...loose, line: 280 } },
    },
    {
      ...{ id: 'State', name: 'Story State', basedOn: 'Normal' },
      run: { font: HEITI, size: pt(12) },
      paragraph: { spacing: { ...loose, line: 280 } },
    },
    {
      ...{ id: 'Byline', name: 'Byline', basedOn: 'Normal' },
      run: { font: SONGTI, size: pt(12) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 200, ...loose } },
    },
  ],
} as const;

function heading(face: ReturnType<typeof font>, bold: boolean) {
  return {
    run: { font: face, size: pt(TEXT.size), bold, color: '000000' },
    paragraph: { spacing: { before: 200, after: 60, ...loose }, keepNext: true },
  };
}

const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h2: HeadingLevel.HEADING_1,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];
const LISTS = ['ul', 'ol'];
const BLOCKS = new Set([
  'p',
  'section',
  'aside',
  'figure',
  'div',
  'blockquote',
  'table',
  'ul',
  'ol',
  'hr',
  'pre',
  'figcaption',
]);
const isBlock = (node: ElementContent): boolean =>
  isElement(node) && (BLOCKS.has(node.tagName) || /^h\d$/.test(node.tagName));
const holds = (node: Element, tagName: string): boolean =>
  node.children.filter(isElement).some((child) => child.tagName === tagName || holds(child, tagName));

type Format = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'superScript' | 'subScript' | 'rightToLeft'>;
type Block = Paragraph | Table;
/** How paragraphs are set where they stand: by which style, and how deep. */
type Setting = Pick<IParagraphOptions, 'style' | 'indent' | 'border' | 'alignment'>;

const BODY: Setting = { style: 'BodyText' };
const SIDE = { style: BorderStyle.SINGLE, size: 8, space: 10, color: '888888' } as const;
const FORMATS: Readonly<Record<string, Format>> = {
  b: { bold: true },
  strong: { bold: true },
  em: { italics: true },
  i: { italics: true },
  del: { strike: true },
  sup: { superScript: true },
  sub: { subScript: true },
};

/** Puts the blocks of a story into paragraphs and tables, and its notes at the foot of the page. */
class Composing {
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }> = {};
  /** Lists of numbers: each begins anew. */
  readonly starts: number[] = [];
  readonly #told: WordStory;
  /** Notes of the author by their numbers. */
  readonly #own = new Map<number, readonly ElementContent[]>();
  /** Which note a fact or an address has at the foot already. */
  readonly #noted = new Map<string, number>();
  #inNote = false;
  #drawn = 0;

  constructor(told: WordStory) {
    this.#told = told;
    const sections = told.document.blocks.filter(isElement).filter((node) => classesOf(node).includes('own-notes'));
    for (const [i, note] of sections
      .flatMap(({ children }) => children.filter(isElement))
      .filter(({ tagName }) => tagName === 'p')
      .entries())
      this.#own.set(i + 1, note.children.slice(1));
  }

  #note(kind: string, number: number): FootnoteReferenceRun | TextRun {
    const { numbers, links } = this.#told.document;
    // A note has none of its own: what it leads to stands in it.
    if (this.#inNote) return new TextRun(`（${(kind === 'number' ? numbers : links)[number - 1]?.address ?? ''}）`);
    const id = Object.keys(this.footnotes).length + 1;
    const key = `${kind} ${number}`;
    const before = this.#noted.get(key);
    const told = kind === 'number' ? numbers[number - 1] : links[number - 1];
    const words = told && ('words' in told ? `${told.words}${told.address}` : told.address);
    // It has its number before what stands in it asks for one.
    this.#noted.set(key, before ?? id);
    this.footnotes[id] = { children: [] };
    this.#inNote = true;
    const inside =
      before !== undefined
        ? [new TextRun(`同注${before}。`)]
        : kind === 'own'
          ? this.runs(this.#own.get(number) ?? [])
          : [new TextRun(words ?? '')];
    this.#inNote = false;
    this.footnotes[id] = { children: [new Paragraph({ style: 'FootnoteText', children: inside })] };
    return new FootnoteReferenceRun(id);
  }

  runs(nodes: readonly ElementContent[], format: Format = {}): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (node.type === 'text') return node.value === '' ? [] : [new TextRun({ ...format, text: node.value })];
      if (!isElement(node)) return [];
      const { tagName, properties, children } = node;
      if (tagName === 'br') return [new TextRun({ ...format, break: 1 })];
      if (properties['dataNote'] !== undefined) {
        const note = this.#note(String(properties['dataNote']), Number(properties['dataNumber']));
        const beside = String(properties['dataBeside'] ?? '');
        return [note, ...(beside === '' ? [] : [new TextRun({ ...format, superScript: true, text: beside })])];
      }
      if (tagName === 'img') return this.#image(node);
      const rtl = properties['dir'] === 'rtl' ? { rightToLeft: true } : {};
      return this.runs(children, { ...format, ...FORMATS[tagName], ...rtl });
    });
  }

  #image({ properties }: Element): ImageRun[] {
    const picture = this.#told.pictures.get(Number(properties['dataNumber']));
    if (!picture) return [];
    const { bytes, format, width, height } = picture;
    const scale = Math.min(1, ROOM.width / width, ROOM.height / height);
    const alt = String(properties['alt'] ?? '');
    return [
      new ImageRun({
        type: format,
        data: bytes,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { id: `${++this.#drawn}`, name: `图${properties['dataNumber']}`, title: '', description: alt },
      }),
    ];
  }

  #paragraph(nodes: readonly ElementContent[], setting: Setting, format: Format = {}): Paragraph {
    return new Paragraph({ ...setting, children: this.runs(nodes, format) });
  }

  /** Blocks as they come; words between them are a paragraph of their own. */
  blocks(nodes: readonly ElementContent[], setting: Setting = BODY): Block[] {
    const made: Block[] = [];
    let line: ElementContent[] = [];
    const close = () => {
      if (line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
        made.push(this.#paragraph(line, setting));
      line = [];
    };
    for (const node of nodes) {
      if (isElement(node) && isBlock(node)) {
        close();
        made.push(...this.#block(node, setting));
      } else line.push(node);
    }
    close();
    return made;
  }

  #list(list: Element, level: number, setting: Setting): Block[] {
    const ordered = list.tagName === 'ol';
    const reference = ordered ? `ordered-${this.starts.push(Number(list.properties['start'] ?? 1)) - 1}` : 'bullets';
    return list.children.filter(isElement).flatMap((item) => {
      const own = item.children.filter((child) => !isElement(child) || !LISTS.includes(child.tagName));
      const deeper = item.children.filter(isElement).filter(({ tagName }) => LISTS.includes(tagName));
      const [first = [], ...more] = parts(own);
      const numbered = { style: 'ListParagraph', numbering: { reference, level: Math.min(level, 3) } };
      return [
        new Paragraph({ ...numbered, children: this.runs(first) }),
        ...more.map((part) =>
          this.#paragraph(part, { style: 'ListParagraph', indent: { left: TEXT.indent * (level + 1) } }),
        ),
        ...deeper.flatMap((inner) => this.#list(inner, level + 1, setting)),
      ];
    });
  }

  #table(table: Element): Block[] {
    const rows = (node: Element): Element[] =>
      node.children.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : rows(child)));
    const all = rows(table);
    if (all.length === 0) return [];
    const cellOf = (cell: Element) => {
      const isHead = cell.tagName === 'th';
      const align = cell.properties['align'];
      const alignment =
        align === 'right' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
      const lines = parts(cell.children).map((part) =>
        this.#paragraph(part, { style: 'CellText', alignment }, isHead ? { bold: true } : {}),
      );
      return new TableCell({ children: lines.length > 0 ? lines : [new Paragraph({ style: 'CellText' })] });
    };
    const made = new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: all.map(
        (row, i) =>
          new TableRow({
            cantSplit: true,
            tableHeader: i === 0 && row.children.filter(isElement).every(({ tagName }) => tagName === 'th'),
            children: row.children.filter(isElement).map(cellOf),
          }),
      ),
    });
    // A table that ends a document, or stands on another, has to be followed by a paragraph.
    return [made, new Paragraph({ style: 'CellText' })];
  }

  #block(node: Element, setting: Setting): Block[] {
    const { tagName, children } = node;
    const [name = ''] = classesOf(node);
    if (name === 'own-notes') return [];
    const level = HEADINGS[tagName];
    if (level) return [new Paragraph({ heading: level, children: this.runs(children) })];
    if (LISTS.includes(tagName)) return this.#list(node, 0, setting);
    if (tagName === 'table') return this.#table(node);
    if (tagName === 'hr') return [new Paragraph({ style: 'Byline', border: { bottom: SIDE } })];
    if (tagName === 'figcaption') return this.#caption(node);
    if (tagName === 'blockquote') return this.blocks(children, { style: 'Quote' });
    if (name === 'subtitle') return [this.#paragraph(children, { style: 'Subtitle' })];
    // Over what it names it is a heading; behind it, a word more.
    if (name === 'cap')
      return [new Paragraph({ style: 'ListParagraph', keepNext: true, children: this.runs(children, { bold: true }) })];
    if (name === 'cap-after') return [this.#paragraph(children, { style: 'Caption' })];
    if (name === 'from')
      return [
        new Paragraph({
          ...setting,
          alignment: AlignmentType.RIGHT,
          children: children.flatMap((child, i) => [...(i > 0 ? [new TextRun('　')] : []), ...this.runs([child])]),
        }),
      ];
    if (name === 'pull') return this.blocks(children.map(asQuote), { style: 'Quote' });
    if (name === 'letter' || name === 'note' || name === 'profile')
      return this.blocks(children, { style: 'Quote', border: { left: SIDE } });
    if (tagName === 'p')
      return [
        holds(node, 'img') ? this.#paragraph(children, { style: 'Picture' }) : this.#paragraph(children, setting),
      ];
    const images = children.filter((child) => isElement(child) && child.tagName === 'img');
    if ((name === 'photo' || name === 'chart') && images.length > 0)
      return [
        ...this.blocks(
          children.filter((child) => isElement(child) && child.tagName === 'p'),
          setting,
        ),
        this.#paragraph(images, { style: 'Picture' }),
        ...this.blocks(
          children.filter((child) => isElement(child) && child.tagName === 'figcaption'),
          setting,
        ),
      ];
    return this.blocks(withCapAfter(children), setting);
  }

  /** Under a picture a line each: what is said, and whose it is. */
  #caption({ children }: Element): Paragraph[] {
    const small = children.filter((child) => isElement(child) && child.tagName === 'small');
    const said = children.filter((child) => !small.includes(child));
    return [said, small]
      .filter((nodes) => nodes.length > 0)
      .map((nodes) => this.#paragraph(nodes, { style: 'Caption' }));
  }
}

/** Words of a part that stand behind what they are of. */
const withCapAfter = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map((node, i) =>
    i > 0 && isElement(node) && classesOf(node).includes('cap')
      ? { ...node, properties: { className: ['cap-after'] } }
      : node,
  );

/** Who is quoted stands under the words, as they do. */
const asQuote = (node: ElementContent): ElementContent =>
  isElement(node) && node.tagName === 'figcaption'
    ? { ...node, tagName: 'p', properties: {}, children: [{ type: 'text', value: '——' }, ...node.children] }
    : node;

/** What stands in an item or a cell: its words, paragraph by paragraph. */
function parts(nodes: readonly ElementContent[]): ElementContent[][] {
  const found: ElementContent[][] = [];
  let line: ElementContent[] = [];
  const close = () => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) found.push(line);
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'p') {
      close();
      found.push(node.children);
    } else line.push(node);
  }
  close();
  return found;
}

const indented = (level: number) => ({
  paragraph: { indent: { left: TEXT.indent * (level + 1), hanging: TEXT.indent / 2 } },
});

/** Every file of every document has this time, as a clock on the wall shows it: the same story is the same bytes. */
const onTheWall = () => new Date(1980, 0, 1, 12);

/** Names by which other systems know the faces: where one is missing the next is taken, not the first that has the letters. */
const FACES = [
  ['仿宋', 'FangSong', 'modern'],
  ['黑体', 'SimHei', 'modern'],
  ['楷体', 'KaiTi', 'modern'],
  ['宋体', 'SimSun', 'auto'],
] as const;
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FACES.map(
  ([name, other, family]) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
).join('')}</w:fonts>`;

/** The same document, whenever and wherever it is packed: dated as the story is, with a table of its faces. */
function settled(packed: Uint8Array, day: string): Uint8Array {
  const files = unzipSync(packed);
  const content: Zippable = {};
  for (const name of Object.keys(files).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  )) {
    const bytes = files[name] ?? new Uint8Array();
    if (name === 'docProps/core.xml') {
      const dated = new TextDecoder().decode(bytes).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`);
      content[name] = new TextEncoder().encode(dated);
    } else content[name] = name === 'word/fontTable.xml' ? new TextEncoder().encode(FONT_TABLE) : bytes;
  }
  return zipSync(content, { mtime: onTheWall(), os: 3, level: 9 });
}

/**
 * A story as a Word document for those who file paper: headings, lists, tables and notes are real ones; numbers and links
 * have their sources at the foot of the page. The same story gives the same bytes.
 */
export async function storyDocument(told: WordStory): Promise<Uint8Array> {
  const { story, document, state, site } = told;
  const { title, date, byline } = story.page;
  const composing = new Composing(told);
  const [first = '', ...more] = state;
  const children: Block[] = [
    ...(first === '' ? [] : [new Paragraph({ style: 'State', children: [new TextRun({ text: first, bold: true })] })]),
    ...more.map((line) => new Paragraph({ style: 'State', text: line })),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...composing.blocks(document.blocks),
    new Paragraph({
      style: 'Byline',
      children: [new TextRun(bylineWords(story.page)), new TextRun({ text: story.address, break: 1 })],
    }),
  ];
  const author = byline.find(({ term }) => term === '作者')?.text;
  const file = new Document({
    ...{ title, creator: author ?? site, lastModifiedBy: site, description: story.address, styles: STYLES },
    footnotes: composing.footnotes,
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: ['•', '◦', '▪', '•'].map((text, level) => ({
            level,
            format: LevelFormat.BULLET,
            text,
            style: indented(level),
          })),
        },
        ...composing.starts.map((start, i) => ({
          reference: `ordered-${i}`,
          levels: [0, 1, 2, 3].map((level) => ({
            ...{ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style: indented(level) },
            start: level === 0 ? start : 1,
          })),
        })),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left, footer: mm(28) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ font: SONGTI, size: pt(14), children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(file)), date);
}
