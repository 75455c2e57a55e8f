/** So long after a key the hands are still at it. */
const AT_IT_MS = 400;

let pressedAt = -Infinity;

/** Whether somebody presses key after key at this moment. */
export const handsAreBusy = (): boolean => performance.now() - pressedAt < AT_IT_MS;

if (typeof document !== 'undefined') document.addEventListener('keydown', () => void (pressedAt = performance.now()), { capture: true, passive: true });
