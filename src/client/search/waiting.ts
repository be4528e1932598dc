import { byId } from './elements.ts';
import { OPENING_STEPS } from './engine.ts';
import { slow } from './messages.ts';

/** The time until an answer comes. */
export interface Waiting {
  /** It begins with the first letter, and goes on while more are typed. */
  begin(q: string, cold: boolean): void;
  /** So many parts of the index have come. */
  step(came: number): void;
  end(): void;
}

/** A quick answer comes before anything is said, so that nothing flickers. */
const SAID_AFTER = 300;
const SLOW_AFTER = 2_000;
const VERY_SLOW_AFTER = 8_000;

/** `say` tells what is looked for; `isVerySlow` is called when something else has to help. */
export function waitingView(say: (q: string) => void, isVerySlow: () => void): Waiting {
  const wait = byId('wait', HTMLElement);
  const progress = wait.querySelector('progress');
  const text = wait.querySelector('p');
  let timers: ReturnType<typeof setTimeout>[] = [];
  let lookedFor = '';
  /** What it was told for; null while nothing is told. A screen reader hears each once. */
  let said: string | null = null;
  const tell = () => {
    if (said === lookedFor) return;
    said = lookedFor;
    say(lookedFor);
  };
  const tellSlow = (verySlow: boolean) => {
    wait.hidden = false;
    if (text) text.textContent = slow(verySlow);
    if (verySlow) isVerySlow();
  };
  return {
    begin(q, cold) {
      lookedFor = q;
      if (timers.length === 0) {
        timers = [
          setTimeout(tell, SAID_AFTER),
          setTimeout(() => tellSlow(false), SLOW_AFTER),
          setTimeout(() => tellSlow(true), VERY_SLOW_AFTER),
        ];
      }
      if (cold || said !== null) tell();
    },
    step(came) {
      if (!progress) return;
      progress.max = OPENING_STEPS;
      // What comes after the opening cannot be counted: the bar stays as far as it is.
      progress.value = Math.min(came, OPENING_STEPS - 1);
    },
    end() {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      said = null;
      wait.hidden = true;
      if (text) text.textContent = '';
    },
  };
}
