/**
 * What of the text on a page cannot be read, as sentences: text beside the page, beside its frame, under something that
 * cuts it off, or on another text of the same drawing. Runs in the page; an empty list when all is well.
 */
export function unreadableText(): string[] {
  interface Box {
    readonly of: Element;
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  /** Each in its own way a frame: text that belongs to it stays inside it. */
  const FRAMES = [
    '.slip > div',
    '.lab > div',
    '.selv',
    '.pair > ul a',
    '.one ul a',
    '.swath .me',
    '.cov > .slip',
    'svg',
  ];
  /** Drawings in which no text stands on another. */
  const DRAWINGS = '.cloth, .one, .swath, .cov, svg.figure-svg';
  const shown = (e: Element) => e.checkVisibility({ visibilityProperty: true });
  /** For those who listen only. */
  const unseen = (e: Element | null): boolean =>
    e !== null && (getComputedStyle(e).clipPath !== 'none' || unseen(e.parentElement));
  const boxesIn = (root: Element): Box[] => {
    const boxes: Box[] = [];
    const add = (of: Element, text: string, r: DOMRect) =>
      boxes.push({ of, text, left: r.left, right: r.right, top: r.top, bottom: r.bottom });
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!text || !of || !shown(of) || of.closest('svg, script, style, .skip') || unseen(of)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const r of range.getClientRects()) if (r.width > 0.5 && r.height > 0.5) add(of, text, r);
    }
    const texts = [...root.querySelectorAll('svg text'), ...(root.matches('svg') ? root.querySelectorAll('text') : [])];
    for (const e of new Set(texts)) if (shown(e)) add(e, e.textContent ?? '', e.getBoundingClientRect());
    return boxes;
  };
  const said = ({ text, left, top, right, bottom }: Box) =>
    `“${text.slice(0, 20)}” (${[left, top, right, bottom].map(Math.round).join(' ')})`;
  const page = document.documentElement;
  const found: string[] = [];
  if (page.scrollWidth > page.clientWidth + 1) found.push(`the page is ${page.scrollWidth} px wide`);
  // Paper does not scroll.
  if (matchMedia('print').matches)
    for (const e of document.querySelectorAll('.scroll'))
      if (shown(e) && e.scrollWidth > e.clientWidth + 1)
        found.push(`cut on paper: ${e.textContent?.trim().slice(0, 20)}`);
  for (const box of boxesIn(document.body)) {
    const scrolled = box.of.closest('.scroll, table');
    if (!scrolled && (box.left < -1 || box.right > page.clientWidth + 1)) found.push(`beside the page: ${said(box)}`);
    for (const name of FRAMES) {
      const frame = box.of.closest(name)?.getBoundingClientRect();
      if (!frame) continue;
      // The box of a line is a little higher than its letters.
      const air = name === 'svg' ? 4 : 2;
      const out =
        box.left < frame.left - air ||
        box.right > frame.right + air ||
        box.top < frame.top - air ||
        box.bottom > frame.bottom + air;
      if (out) found.push(`outside ${name}: ${said(box)}`);
    }
  }
  for (const drawing of document.querySelectorAll(DRAWINGS)) {
    if (!shown(drawing)) continue;
    const boxes = boxesIn(drawing).map((box): Box => {
      const upright = getComputedStyle(box.of).writingMode.startsWith('vertical');
      const [x, y] = [(box.right - box.left) * 0.2, (box.bottom - box.top) * 0.2];
      const [aside, above] = upright ? [x, 0.5] : [0.5, y];
      return {
        ...box,
        left: box.left + aside,
        right: box.right - aside,
        top: box.top + above,
        bottom: box.bottom - above,
      };
    });
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1))
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          found.push(`on each other: ${said(a)} ${said(b)}`);
    });
  }
  return found;
}
