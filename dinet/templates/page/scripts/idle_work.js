/* What may be wanted later is made in the time that the page leaves. */

/** So many milliseconds are worked at once where a browser does not say how long it is idle. */
const SHORT_STRETCH = 8;

/**
 * Takes the steps of a work that nobody waits for, in what the page leaves of its time.
 * @param {Iterator<unknown>} steps
 * @param {() => boolean} isWanted
 */
export function workWhileIdle(steps, isWanted) {
  waitUntilIdle((countLeft) => {
    if (!isWanted()) return;
    do {
      if (steps.next().done) return;
    } while (countLeft() > 1);
    workWhileIdle(steps, isWanted);
  });
}
/**
 * Safari does not say when it is idle.
 * @param {(countLeft: () => number) => void} act on what counts the milliseconds that are left
 */
function waitUntilIdle(act) {
  if (window.requestIdleCallback) {
    window.requestIdleCallback((deadline) => act(() => deadline.timeRemaining()));
    return;
  }
  setTimeout(() => {
    const end = performance.now() + SHORT_STRETCH;
    act(() => end - performance.now());
  }, SHORT_STRETCH);
}
