import { CharacterSet, isHan } from '../character-set.ts';
import { keptByText } from '../kept-by-text.ts';
import { type Cue, cueAfter } from './cues.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words are not looked at further than this. */
const LONGEST_WORD = 8;

/** Where the words of a text begin and end, as the dictionary of the runtime cuts it. */
export interface WordBounds {
  /** Whether a word begins at an offset (or the text ends there): no word lies across it. */
  readonly isBound: (at: number) => boolean;
  /** Where the word ends that begins at an offset. */
  readonly wordEnd: (at: number) => number;
}

const BOUND = 1;
const INSIDE = 2;

const readBounds = (text: string): WordBounds => {
  let segments: Intl.Segments | undefined;
  // Of each offset whether a word begins there; 0 where nobody has asked yet.
  const known = new Uint8Array(text.length + 1);
  known[text.length] = BOUND;
  const isBound = (at: number): boolean => {
    if (known[at] === 0) {
      segments ??= words.segment(text);
      const word = segments.containing(at);
      const start = word?.index ?? at;
      known.fill(INSIDE, start, start + (word?.segment.length ?? 1));
      known[start] = BOUND;
    }
    return known[at] === BOUND;
  };
  return {
    isBound,
    wordEnd: (at) => {
      let end = at + 1;
      const last = Math.min(text.length, at + LONGEST_WORD);
      while (end < last && !isBound(end)) end++;
      return end;
    },
  };
};

/** Cuts a text into words, once, and only where somebody asks. */
export const wordBoundsOf = keptByText(readBounds);

/** How a name is made: surname and given name, Tibetan parts, joined by a dot, 小X, X某, or only said to be one. */
type NameForm = 'han' | 'tibetan' | 'dotted' | 'latin' | 'familiar' | 'veiled' | 'called';

/** A text with its words. */
export interface Reading {
  readonly text: string;
  readonly bounds: WordBounds;
  /** Whether it is said near behind an offset that a name is made up. */
  readonly isAliasNear: (at: number) => boolean;
  /** Where names begin and end that were sure before the rest was known. */
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /**
   * Whether more is taken for a name than somebody would be asked about: only beside other signs that a person is meant.
   * Asked only where the answer decides: where nobody asks, both readings find the same, and one is saved.
   */
  readonly isLoose: () => boolean;
}

/** A name that begins where it was looked for. */
export interface NameAt {
  readonly end: number;
  readonly form: NameForm;
  /** `certain`: a name by its form and by what stands around it; `likely`: by one of them only. */
  readonly certainty: 'certain' | 'likely';
}

/** Looks whether a name begins at an offset; `before`: the word that announces it. */
export type NameFinder = (reading: Reading, at: number, before: Cue | null) => NameAt | null;

/** Words of grammar that may stand before a name at once. */
const OPENS = new CharacterSet(
  '在到从有跟和与及对向给让请被把是为由因找问听见看教帮替陪等令使但而还也都就又以将的了说称叫使名数推选',
);
/** What may follow a name at once. */
const GOES_ON = new CharacterSet(
  '的是在从和与跟同也都说告对向把给就读来家住这那今现刚正已还又再将要能会可没不一以拿领写考收得获接参走站坐看笑哭打学用想回成被因由每曾很最便才带捧抱背握翻举唱跳画介表去到上下出进过起开离父母爸妈爷奶代等及为所其此自当小老名只第两三有生患身既却虽如通则特终问答讲认指强率任主陪作著摄饰喜爱毕先后并分亲仅于荣夺了着呢吗吧放递牵爬跑追赶推摸挥低抬点摇转念练帮教交拉拍捐送寄买吃喝穿戴睡醒病摔跌哭笑怕敢常总老忙急越更未仍似像比让令使叫喊问啦随沿朝按往经靠凭连越捡扛挑摘种养放采织缝补洗擦扫搬运开修装做造弹吹敲击演讲听踢投游划骑全请',
);
/** Whether a word that announces a name is more than one of grammar. */
export const isStrong = (cue: Cue | null): boolean => cue !== null && cue.word.length > 1;

/** Joins one name to another. */
const JOINS = /[、和与及／/，\s]/u;
/** Whether something joins an offset to whatever stands beside it. */
export const joinsAt = (text: string, at: number): boolean => JOINS.test(text.charAt(at));
/** Whether a name that was sure at once stands beside what lies between two offsets, joined by 、 or 和. */
export const isBesideName = ({ text, starts, ends }: Reading, start: number, end: number): boolean =>
  (ends.has(start - 1) && joinsAt(text, start - 1)) || (starts.has(end + 1) && joinsAt(text, end));

/** …说。 …说：“: somebody speaks, whatever the name. */
export const speaks = (text: string, at: number): boolean =>
  /^(?:说|问|答|道)(?:[：，。“]|$)/u.test(text.slice(at, at + 2));

/** Whether a character goes on in a sentence after a name. */
export const goesOn = (character: string): boolean => GOES_ON.has(character);

/** Whether a name may end at an offset: no word lies across it, and a pause or a word that goes on follows. */
export const closesAt = ({ text, bounds }: Reading, at: number): boolean =>
  !isHan(text, at) ||
  (bounds.isBound(at) && (GOES_ON.isAt(text, at) || bounds.wordEnd(at) - at > 1 || cueAfter(text, at) !== null));

/** Whether a thought begins at an offset: the text, or what stands behind a pause. */
export const opensThought = (text: string, at: number): boolean =>
  at === 0 || /[，。；！？：“”‘（(\n：:;、|｜　 ]/u.test(text.charAt(at - 1));

/** Whether a sentence begins at an offset: the text, or what stands behind a full stop. */
export const opensSentence = (text: string, at: number): boolean =>
  at === 0 ||
  /[。！？\n]/u.test(text.charAt(at - 1)) ||
  (text.charAt(at - 1) === '”' && /[。！？]/u.test(text.charAt(at - 2)));

/** Whether a word of grammar stands before an offset. */
export const opensAfterWord = (text: string, at: number): boolean => OPENS.isAt(text, at - 1);

/** Whether a name may begin at an offset: no word lies across it, or one of grammar stands before. */
export const opensAt = ({ text, bounds }: Reading, at: number): boolean =>
  !isHan(text, at - 1) || OPENS.isAt(text, at - 1) || bounds.isBound(at);
/** Whether a pause, a word of grammar or a whole word stands before, not a loose character that may belong to a name. */
export const opensPlainly = ({ text, bounds }: Reading, at: number): boolean =>
  !isHan(text, at - 1) || OPENS.isAt(text, at - 1) || (at > 1 && !bounds.isBound(at - 1));
