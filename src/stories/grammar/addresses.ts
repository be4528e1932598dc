import type { Processor } from 'unified';

/** What of micromark's types is used here. */
type Code = number | null;
type State = (code: Code) => State | undefined;
interface Token {
  readonly type: string;
  readonly _balanced?: boolean;
}
interface Construct {
  readonly name?: string;
  readonly partial?: true;
  readonly tokenize: (this: Context, effects: Effects, ok: State, nok: State) => State;
}
interface Effects {
  readonly enter: (type: string) => void;
  readonly exit: (type: string) => void;
  readonly consume: (code: Code) => void;
  readonly check: (construct: Construct, ok: State, nok: State) => State;
}
interface Context {
  readonly previous: Code;
  readonly events: readonly (readonly [string, Token, unknown])[];
}

const isVisibleAscii = (code: Code): code is number => code !== null && code > 32 && code < 127;
const isAlphanumeric = (code: Code): boolean =>
  code !== null && ((code >= 48 && code < 58) || (code >= 65 && code < 91) || (code >= 97 && code < 123));
const [STAR, TILDE, OPEN, CLOSE, LESS, SLASH] = [42, 126, 40, 41, 60, 47];

/** A run of signs in which an address may not end; `**` and `~~` belong to the words around it. */
const trail: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let [first, seen] = [null as Code, 0];
    return function sign(code) {
      // Two stars or waves are the end of bold or struck words, whatever stands behind them.
      if (seen === 1 && code === first && (code === STAR || code === TILDE)) return ok(code);
      if (!isVisibleAscii(code) || code === LESS) return ok(code);
      if (isAlphanumeric(code) || code === SLASH) return nok(code);
      if (seen === 0) first = code;
      seen++;
      effects.consume(code);
      return sign;
    };
  },
};

/** Tokens up to which it is known that no bracket of a link is open. */
const outside = new WeakSet<Token>();

/** Whether the address stands between the brackets of a link: there it is words. Walks over every token once. */
function inLabel(events: Context['events']): boolean {
  for (let i = events.length - 1; i >= 0; i--) {
    const token = events[i]?.[1];
    if (!token || outside.has(token)) break;
    if ((token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced) return true;
  }
  const last = events.at(-1)?.[1];
  if (last) outside.add(last);
  return false;
}

/** `https://…` or `www.…`, as far as it is Latin; by the token types of GitHub's grammar. */
const address = (prefixes: readonly string[], type: string): Construct => ({
  name: 'storyAddress',
  tokenize(effects, ok, nok) {
    const { previous, events } = this;
    let [read, open, host] = ['', 0, false];
    const done: State = (code) => {
      effects.exit(type);
      effects.exit('literalAutolink');
      return ok(code);
    };
    const more: State = (code) => {
      if (code === OPEN) open++;
      if (code === CLOSE) open--;
      effects.consume(code);
      return inside;
    };
    function inside(code: Code): State | undefined {
      if (!isVisibleAscii(code) || code === LESS || (code === CLOSE && open === 0)) return done(code);
      if (isAlphanumeric(code) || code === SLASH || code === OPEN || code === CLOSE) return more(code);
      return effects.check(trail, done, more)(code);
    }
    function prefix(code: Code): State | undefined {
      if (code === null) return nok(code);
      const next = read + String.fromCharCode(code).toLowerCase();
      if (!prefixes.some((one) => one.startsWith(next))) {
        // Behind the prefix a host begins; of nothing but the prefix nobody makes an address.
        if (!host || !isAlphanumeric(code)) return nok(code);
        return inside(code);
      }
      read = next;
      host = prefixes.includes(read);
      effects.consume(code);
      return prefix;
    }
    return (code) => {
      if (isAlphanumeric(previous) || inLabel(events)) return nok(code);
      effects.enter('literalAutolink');
      effects.enter(type);
      return prefix(code);
    };
  },
});

const web = address(['http://', 'https://'], 'literalAutolinkHttp');
const www = address(['www.'], 'literalAutolinkWww');
const [H, W] = [
  [72, 104],
  [87, 119],
];
const text = Object.fromEntries([...H.map((code) => [code, web]), ...W.map((code) => [code, www])]);

/**
 * Remark plugin: a bare address ends where Chinese begins, and before the marks of bold or struck words around it.
 * GitHub's grammar lets it run on to the next space, and Chinese has none.
 */
export function storyAddresses(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text }];
}
