/** Why a picture is refused; they never change, so that other tools may rely on them. */
export type RefusalCode =
  | 'picture-name'
  | 'picture-type'
  | 'picture-not-what-named'
  | 'picture-broken'
  | 'picture-too-large'
  | 'picture-too-long'
  | 'picture-file-too-large'
  | 'picture-unreadable'
  | 'svg-unsafe'
  | 'svg-broken'
  | 'svg-too-large'
  | 'svg-size';

/** What stands there, what should stand there, how to mend it: the parts of a finding, in a clerk's words. */
export interface PictureRefusal {
  readonly code: RefusalCode;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** Thrown inside the readers of pictures and caught where they are called; nobody outside sees it. */
export class Refused extends Error {
  readonly refusal: PictureRefusal;
  constructor(code: RefusalCode, found: string, expected: string, mend: string) {
    super(found);
    this.refusal = { code, found, expected, mend };
  }
}

const COPY_AGAIN = '从原来的地方重新拷一份；从微信来的，先点“查看原图”再保存。';

/** A file that says what it is but cannot be read. */
export const broken = (kind: string, how = '读不出大小') =>
  new Refused('picture-broken', `${how}的 ${kind} 图片，多半是坏了`, '一张完整的图片', COPY_AGAIN);

/** A file that ends too early: copied or sent by half. */
export const cutOff = (kind: string) =>
  new Refused('picture-broken', `不完整的 ${kind} 图片，后面一部分没有了`, '一张完整的图片', COPY_AGAIN);
