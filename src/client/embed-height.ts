/**
 * Tells the page around an embedded figure how high it is, again whenever that changes. What the page around may say is
 * not listened to, and nothing is told but the height: it may be anybody's.
 */
const tell = (): void => {
  const figureHeight = Math.ceil(document.documentElement.getBoundingClientRect().height);
  window.parent.postMessage({ figureHeight }, '*');
};
if (window.parent !== window) new ResizeObserver(tell).observe(document.documentElement);
