const PAUSE = 120;

/** What a reader types, without what an input method is still composing. */
export interface Typing {
  /** The text changed: a search follows, unless more is typed. */
  onChange(text: string): void;
  /** Time to search. */
  onPause(text: string): void;
}

/** Listens to the field and its form. Enter and the end of a composition search at once. */
export function listenToTyping(field: HTMLInputElement, { onChange, onPause }: Typing): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;
  const search = () => {
    clearTimeout(timer);
    timer = undefined;
    onPause(field.value.trim());
  };
  field.addEventListener('compositionstart', () => {
    // What was typed before is asked; of what is being composed nothing is.
    if (timer !== undefined) search();
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    onChange(field.value.trim());
    search();
  });
  field.addEventListener('input', (event) => {
    if (composing || (event instanceof InputEvent && event.isComposing)) return;
    clearTimeout(timer);
    onChange(field.value.trim());
    timer = setTimeout(search, PAUSE);
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (composing) return;
    search();
    // On a phone the keyboard covers what is found.
    if (matchMedia('(hover: none)').matches) field.blur();
  });
}
