const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"])';

/** Lines that somebody typed into. What stood in one from the beginning is nobody's work. */
const typed = new WeakSet<EventTarget>();

/** Without a key for this long, a word is at its end. */
const RESTS_AFTER_MS = 1000;
/** Nobody holds up what must come by typing on. */
const RESTS_WITHIN_MS = 60_000;
let typedAt = -Infinity;

/** Remembers from now on where and when somebody types; answers how to stop. */
export const watchTyping = (): (() => void) => {
  const hear = ({ target }: Event) => {
    typedAt = Date.now();
    if (target) typed.add(target);
  };
  document.addEventListener('input', hear);
  return () => document.removeEventListener('input', hear);
};

/** Whether the page holds words, or somebody about to write some, that would be gone with it. */
export const isWriting = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null ||
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].some(
    (field) => field === document.activeElement || ((field.tagName === 'TEXTAREA' || typed.has(field)) && field.value.trim() !== ''),
  );

/** Does it at once, or where somebody is in the middle of a word at its end: what takes a field away must not take letters with it. Answers how to call it off. */
export const onceHandsRest = (then: () => void): (() => void) => {
  const latest = Date.now() + RESTS_WITHIN_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const wait = Math.min(typedAt + RESTS_AFTER_MS, latest) - Date.now();
    if (wait <= 0) return then();
    timer = setTimeout(look, wait);
  };
  look();
  return () => clearTimeout(timer);
};
