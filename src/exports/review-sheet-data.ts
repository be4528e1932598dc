import type { StepStatus } from '#domain/approval/review-state.ts';

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

/** A block of the text, numbers put in, without marks of Markdown. */
export interface SheetBlock {
  /** Line of the file on which it begins. */
  readonly line: number;
  /** `other`: what is no text of its own: a picture, a figure; said in words. */
  readonly part: 'heading' | 'paragraph' | 'item' | 'quote' | 'cell' | 'note' | 'other';
  readonly text: string;
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

export interface SheetPicture {
  readonly file: string;
  /** `data:image/jpeg;base64,…`; null: none could be made. Anything else is not shown. */
  readonly thumbnail: string | null;
  /** 封面, or the line: 第12行. */
  readonly where: string;
  /** Empty strings where nothing is written. */
  readonly alt: string;
  readonly caption: string;
  readonly photographer: string;
  readonly holder: string;
  readonly licence: string;
  readonly people: string;
  /** As it is read; null: no end. */
  readonly expires: string | null;
  /** What is wrong with it: 已经过期，网站不放. */
  readonly remark: string | null;
}

/** What one channel may do with one scope. */
export interface SheetPermission {
  /** 姓名, 肖像, 声音, 事迹. */
  readonly scope: string;
  /** In the order of `SheetData.channels`; `until` null: without end; `why` of what is not permitted. */
  readonly channels: readonly (
    | { readonly permitted: true; readonly until: string | null }
    | { readonly permitted: false; readonly why: string }
  )[];
}

/** Somebody in the story. Only the printed name is here: never the one behind a 化名, never a guardian's. */
export interface SheetPerson {
  readonly printed: string;
  readonly alias: boolean;
  /** 不满14岁, 成年人; 没有记录 where nobody knows who it is. */
  readonly age: string;
  readonly role: string;
  readonly permissions: readonly SheetPermission[];
  /** Where their papers lie, as far as they may be printed. */
  readonly papers: readonly string[];
  /** What happens where something is not permitted: 换成“样例同学”，不放照片; null: nothing is said. */
  readonly fallback: string | null;
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
  readonly sample: boolean;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly summary: string;
  readonly date: string;
  /** From when on it may be out (禁发至), and until when; null: nothing is said. */
  readonly embargo: string | null;
  readonly end: string | null;
  readonly author: string | null;
  readonly editor: string;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly projects: readonly string[];
  readonly places: readonly string[];
  /** Characters of the text. */
  readonly length: number;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** All three. */
  readonly steps: readonly SheetStep[];
  readonly text: readonly SheetBlock[];
  readonly numbers: readonly SheetNumber[];
  readonly unproved: readonly SheetUnproved[];
  readonly pictures: readonly SheetPicture[];
  /** 网站, 微信, 媒体: the columns of the permissions. */
  readonly channels: readonly string[];
  readonly people: readonly SheetPerson[];
  readonly findings: readonly SheetFinding[];
  /** What is open besides unproved numbers and findings, which the sheet asks about by itself. */
  readonly questions: readonly string[];
}
