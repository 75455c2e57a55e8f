const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"])';

/** Lines that somebody typed into. What stood in one from the beginning is nobody's work. */
const typed = new WeakSet<EventTarget>();

/** Remembers from now on where somebody types; answers how to stop. */
export const watchTyping = (): (() => void) => {
  const hear = ({ target }: Event) => void (target && typed.add(target));
  document.addEventListener('input', hear);
  return () => document.removeEventListener('input', hear);
};

/** Whether the page holds words, or somebody about to write some, that would be gone with it. */
export const isWriting = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null ||
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].some(
    (field) => field === document.activeElement || ((field.tagName === 'TEXTAREA' || typed.has(field)) && field.value.trim() !== ''),
  );
