import { NO_FOLDING } from '#domain/search/folding.ts';
import { parseQuery } from '#domain/search/query.ts';
import { NOTHING, type SearchState, stateOf, typed } from './address.ts';
import { answer } from './answer.ts';
import { byId } from './elements.ts';
import { keepTrace } from './history.ts';
import { listenToKeys } from './keyboard.ts';
import { listenToLinks } from './links.ts';
import { refusal } from './messages.ts';
import { siteIndex } from './site-index.ts';
import { listenToTyping } from './typing.ts';
import { viewOf } from './view.ts';

/** The page of the search: typing, links and the history ask, the index answers, the last question counts. */
const main = byId('main', HTMLElement);
const field = byId('q', HTMLInputElement);
const { index = '', words: names = '', pages = '' } = main.dataset as Readonly<Record<string, string>>;

const view = viewOf(main);
const site = siteIndex({ index, names, pages }, view.step);
const first = stateOf(location.search);
/** Who comes from the word in the header of a phone comes to type. */
if (new URLSearchParams(location.search).get('q') === '') field.focus({ preventScroll: true });
/** What the page was opened with before anything was asked holds for every question. */
const basis: SearchState = first.q === '' ? first : NOTHING;
let asked = first;
/** The text that was last heard of; what stands in the field may still be composed. */
let heard = first.q;
/** Which question it is: an answer to an older one is dropped. */
let turn = 0;

async function ask(state: SearchState, then = () => {}): Promise<void> {
  turn += 1;
  const mine = turn;
  [asked, heard] = [state, state.q];
  const query = parseQuery(state.q, NO_FOLDING);
  const refused = refusal(query);
  if (query.kind === 'empty') view.idle();
  else if (refused) view.refused(refused);
  else {
    view.loading(state.q, !site.isOpen());
    const isLast = () => mine === turn;
    const show = await site
      .use((opened) => answer(state, opened, isLast))
      .then(
        (found) => () => found && view.answered(state, found),
        () => () => view.failed(again),
      );
    if (!isLast()) return;
    show();
  }
  then();
}

/** A new question: the history tells it. */
function go(state: SearchState, then?: () => void): void {
  trace.write(asked, state);
  void ask(state, then);
}

function again(): void {
  field.focus();
  void ask(asked);
}

function changed(text: string): void {
  if (text === heard) return;
  heard = text;
  turn += 1;
  if (text === '') go(typed(asked, text, basis));
  else view.loading(text, !site.isOpen());
}

function paused(text: string): void {
  const isSettled = main.dataset['state'] === 'done' || main.dataset['state'] === 'idle';
  if (text === asked.q && isSettled) return;
  go(typed(asked, text, basis));
}

const trace = keepTrace((state) => {
  if (field.value.trim() !== state.q) field.value = state.q;
  void ask(state, trace.returnToPlace);
});

listenToTyping(field, { onChange: changed, onPause: paused });
listenToLinks(main, (search, then) => {
  const state = stateOf(search);
  field.value = state.q;
  go(state, then);
});
listenToKeys({
  main,
  field,
  clear: () => {
    field.value = '';
    changed('');
  },
});
field.addEventListener('focus', site.prepare);
addEventListener('online', () => {
  if (main.dataset['state'] === 'error') void ask(asked);
});

trace.write(first, first);
// What was typed before the script came is a question too.
if (first.q === '' && field.value.trim() !== '') go(typed(first, field.value.trim(), basis));
else {
  field.value = first.q;
  void ask(first, trace.returnToPlace);
}
