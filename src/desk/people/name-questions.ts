import type { FoundPerson } from '#domain/people/found-people.ts';
import type { NameKind, Story } from '#domain/stories/story.ts';
import { NAME_KIND_WORDS } from '#format/name-words.ts';
import type { Asked } from '../asking/asked.ts';
import type { NameDecision } from './front-names.ts';

/** What was said of one name. */
export type NameAnswer =
  | { readonly kind: 'decided'; readonly decision: NameDecision }
  /** They have to be put into the records, or are to be at once. */
  | { readonly kind: 'record'; readonly now: boolean }
  | { readonly kind: 'skipped' };

/** A name that has to be decided on, with what whoever decides has to see. */
export interface NameQuestion {
  readonly person: FoundPerson;
  /** Where it stands, in words. */
  readonly places: string;
  /** The sentences in which it stands. */
  readonly sentences: readonly string[];
  /** What another story decided about the same name; null: none did. */
  readonly elsewhere: NameDecision | null;
  /** Whether somebody of that name is in the records, who shares it with others. */
  readonly shared: boolean;
  /** Whether a record can be written at once. */
  readonly writable: boolean;
}

const KINDS: readonly NameKind[] = ['recorded', 'public', 'published', 'alias', 'not-a-person'];

/** What each answer means, said once before the first question. */
export const CHOICES_EXPLAINED = `每个名字答一个数：
  1 有记录，或者要建记录：写的是他本人，同意书要有
  2 公开的职务：通知里的人，或者现任公职、以公职身份出现，要写出处
  3 别处登过：正式的报刊、网站写过他的名字，这里只提名字，要写出处
  4 化名：名字是编辑换过的
  5 不是人名：书名、店名、地名、普通的词
  直接按回车就用后面写的那个；r 看全部原句；s 这一个先不定。`;

const ASK_SOURCE: Readonly<Partial<Record<NameKind, string>>> = {
  public: '出处：哪里公布的，什么职务',
  published: '出处：哪家登的，哪一天',
};

/** Asks one name after the other; what was typed as a source is offered again for the next one. */
export class NameAsking {
  readonly #asked: Asked;
  readonly #lastSources = new Map<NameKind, string>();

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Asks about one name. Rejects with `Stopped` where nobody answers any more. */
  async about(question: NameQuestion, number: string): Promise<NameAnswer> {
    const { person, places, sentences, elsewhere, shared } = question;
    const suggested = elsewhere ? KINDS.indexOf(elsewhere.is) + 1 : 1;
    this.#asked.tell(`\n${number}　${person.name}（${places}）\n    ${sentences[0] ?? ''}`);
    if (shared) this.#asked.tell('    授权记录里有同名的人：写的是他，答 1；是别人，答别的。');
    while (true) {
      const word = NAME_KIND_WORDS[KINDS[suggested - 1] ?? 'recorded'];
      const hint = elsewhere ? `回车＝${suggested} ${word}，别的稿件里这样定的` : `回车＝${suggested}`;
      const typed = (
        await this.#asked.ask(`  1 有记录　2 公职　3 登过　4 化名　5 不是人名（${hint}；r 看原句，s 先不定）\n> `)
      )
        .normalize('NFKC')
        .trim()
        .toLowerCase();
      if (typed === 's') return { kind: 'skipped' };
      if (typed === 'r') {
        this.#asked.tell(sentences.map((sentence) => `    ${sentence}`).join('\n'));
        continue;
      }
      const is = KINDS[(typed === '' ? suggested : Number(typed)) - 1];
      if (is === undefined) this.#asked.tell('  写 1 到 5 里的一个数，或者 r、s。');
      else if (is === 'not-a-person' && person.listed) {
        this.#asked.tell('  稿头的 people、图片的 people 里写了这个名字，它就是人；真不是，先从那里去掉。');
      } else return this.#settled(question, is);
    }
  }

  async #settled({ person, elsewhere, shared, writable }: NameQuestion, is: NameKind): Promise<NameAnswer> {
    const { name } = person;
    if (is === 'recorded') {
      if (shared) return { kind: 'decided', decision: { name, is } };
      return { kind: 'record', now: writable && (await this.#isWritten(name)) };
    }
    const asks = ASK_SOURCE[is];
    if (asks === undefined) return { kind: 'decided', decision: { name, is } };
    const source = await this.#source(asks, is, (elsewhere?.is === is && elsewhere.source) || null);
    return source === null ? { kind: 'skipped' } : { kind: 'decided', decision: { name, is, source } };
  }

  async #isWritten(name: string): Promise<boolean> {
    const typed = await this.#asked.ask(`  授权记录里还没有${name}。写 y 现在就记他，问几句；回车以后再记\n> `);
    return /^\s*(?:y|是|记)/iu.test(typed);
  }

  async #source(asks: string, is: NameKind, before: string | null): Promise<string | null> {
    const offered = before ?? this.#lastSources.get(is) ?? null;
    while (true) {
      const hint = offered === null ? '' : `；回车就用“${offered}”`;
      const typed = (await this.#asked.ask(`  ${asks}${hint}；s 先不定\n> `)).trim();
      if (/^[sS]$/u.test(typed)) return null;
      const source = typed === '' ? offered : typed;
      if (source !== null) {
        this.#lastSources.set(is, source);
        return source;
      }
      this.#asked.tell('  这里不能空着：没有出处的，答 1，请本人授权。');
    }
  }
}

/** Decisions of other stories, by the name as it is printed there. */
export function decisionsElsewhere(stories: readonly Story[], own: Story): ReadonlyMap<string, NameDecision> {
  const others = stories.filter(({ id, sample }) => id !== own.id && sample === own.sample);
  return new Map(others.flatMap(({ names = [] }) => names.map((one) => [one.name, one] as const)));
}
