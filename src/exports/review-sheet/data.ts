import type { Figure } from '#charts/kit/figure.ts';
import type { StepStatus } from '#domain/approvals/review-state.ts';
import type { Cloth } from '#domain/places/cloth.ts';
import type { StoryPage } from '#format/story-page.ts';

/** One of the three steps as the sheet shows it. */
export interface SheetStep {
  /** 初审, 复审, 终审. */
  readonly step: string;
  readonly needed: boolean;
  readonly status: StepStatus['kind'];
  /** Why it does not count; empty where it does, or nobody has approved yet. */
  readonly why: readonly string[];
  readonly by: string | null;
  /** As it is read: 2026年3月1日09:30. */
  readonly at: string | null;
}

/** Where a number comes from. */
export type SheetProof =
  /** Words of the document: 正文四（三）7 and the clause, in which `quote` is marked. */
  | { readonly kind: 'quoted'; readonly label: string; readonly clause: string; readonly quote: string }
  | { readonly kind: 'derived'; readonly steps: readonly { readonly expression: string; readonly result: string }[] }
  | { readonly kind: 'reported'; readonly source: string }
  | { readonly kind: 'outside'; readonly source: string };

/** A number that the site puts in, with its proof. */
export interface SheetNumber {
  /** Empty: it stands in the box beside the story. */
  readonly lines: readonly number[];
  /** Id of the fact. */
  readonly fact: string;
  readonly label: string;
  /** As printed: 40人. */
  readonly value: string;
  readonly proof: SheetProof;
  /** What the document says otherwise elsewhere, in words; empty: nothing. */
  readonly against: readonly string[];
}

/** A number typed by hand that no fact proves. */
export interface SheetUnproved {
  readonly line: number;
  readonly number: string;
  /** The sentence it stands in. */
  readonly sentence: string;
}

/** What the papers of someone permit where: some scopes, all with the same answer. */
export type SheetAnswer =
  /** `until` null: without end. */
  | { readonly scopes: readonly string[]; readonly permitted: true; readonly until: string | null }
  | { readonly scopes: readonly string[]; readonly permitted: false; readonly why: string };

/** What may be used in one place. */
export interface SheetChannel {
  /** 网站, 微信, 媒体. */
  readonly channel: string;
  /** Each scope in one of them. */
  readonly answers: readonly SheetAnswer[];
}

/** Where in the story someone stands. */
export interface SheetPlace {
  /** Line of the file; null: it is not known, or it is no line of the text. */
  readonly line: number | null;
  /** 标题, 正文, 名单, 图片…; empty where the line says enough. */
  readonly part: string;
}

/** Somebody in the story. Only the printed name is here: never the one behind a 化名, never a guardian's. */
export interface SheetPerson {
  readonly printed: string;
  readonly alias: boolean;
  /** In the order of the story. */
  readonly places: readonly SheetPlace[];
  /** By what they may stand there: 有授权书, 没有记录…, whole words with the source where there is one. */
  readonly cover: string;
  /** Whether nothing is left to be done for them. */
  readonly settled: boolean;
  /** Whether a paper is asked for at all: not of an office in public, of a made-up name, of what is no name. */
  readonly asked: boolean;
  /** Of each who bears the name: 不满14岁　小学生; empty: nobody is known. */
  readonly persons: readonly SheetRecord[];
  /** What happens where something is not permitted: 换成“样例同学”，不放照片; null: nothing is said. */
  readonly fallback: string | null;
}

/** Words that look like a name, of which the story says that they are none. */
export type SheetNoName = Pick<SheetPerson, 'printed' | 'places'>;

/** What the records say of one who bears a name. */
export interface SheetRecord {
  /** 不满14岁, 成年人. */
  readonly age: string;
  readonly role: string;
  /** All, in their order. */
  readonly channels: readonly SheetChannel[];
  /** Where their papers lie, as far as they may be printed. */
  readonly papers: readonly string[];
}

/** A picture with what is known of it. Empty strings where nothing is written. */
export interface SheetPicture {
  /** As the story names it. */
  readonly src: string;
  /** `data:image/jpeg;base64,…`; null: none could be made. Anything else is not shown. */
  readonly image: string | null;
  /** Of the picture itself, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
  readonly photographer: string;
  readonly holder: string;
  readonly licence: string;
  /** As it is read; null: no end. */
  readonly expires: string | null;
  /** Everyone who can be recognised in it, with what they permit of their portrait; null: nobody has said. */
  readonly people: readonly { readonly printed: string; readonly channels: readonly SheetChannel[] }[] | null;
  /** What is wrong with it; empty: nothing. */
  readonly remarks: readonly string[];
}

/** The story as a reader will see it. Its text is Markdown as the check let it pass; the rest is words. */
export interface SheetStory {
  readonly page: StoryPage;
  readonly sample: boolean;
  /** Without front matter. */
  readonly markdown: string;
  /** Line of the file on which it begins. */
  readonly firstLine: number;
  /** Whole address of its page: what its text links to is told from there. */
  readonly address: string;
  readonly cover: SheetPicture | null;
  /** By the names its text gives them. */
  readonly pictures: ReadonlyMap<string, SheetPicture>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** The colours of the drawings. */
  readonly cloth: Cloth;
}

/** Something the check said. */
export interface SheetFinding {
  readonly kind: 'error' | 'warning' | 'accepted';
  readonly line: number;
  readonly message: string;
  readonly mend: string;
  /** Why somebody answers for it; null where nobody does. */
  readonly reason: string | null;
}

/** Everything on a review sheet (送审单). All words are ready to be read; none of them is markup. */
export interface ReviewSheetData {
  /** Name of the site and who runs it. */
  readonly site: string;
  /** 主办：… or 建设单位待定. */
  readonly publisher: string;
  /** When the sheet was made, as it is read. */
  readonly made: string;
  /** Digest of what is reviewed, whole. */
  readonly hash: string;
  readonly id: string;
  /** Its file in the content folder, by whose lines everything here is told. */
  readonly file: string;
  readonly sample: boolean;
  readonly kind: string;
  readonly title: string;
  /** From when on it may be out (禁发至), and until when; null: nothing is said. */
  readonly embargo: string | null;
  readonly end: string | null;
  readonly sourceUrl: string | null;
  readonly places: readonly string[];
  /** Characters of the text. */
  readonly length: number;
  /** All three. */
  readonly steps: readonly SheetStep[];
  /** Everyone found in the story, in its order. */
  readonly people: readonly SheetPerson[];
  readonly noNames: readonly SheetNoName[];
  readonly story: SheetStory;
  /** Pictures of the file that the site does not show, with the reason among their remarks. */
  readonly leftOut: readonly SheetPicture[];
  readonly numbers: readonly SheetNumber[];
  readonly unproved: readonly SheetUnproved[];
  /** 网站, 微信, 媒体: the columns of the permissions. */
  readonly channels: readonly string[];
  readonly findings: readonly SheetFinding[];
  /** What is open besides unproved numbers and findings, which the sheet asks about by itself. */
  readonly questions: readonly string[];
}
