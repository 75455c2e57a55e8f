/** `no-emoji-in-email` → `noEmojiInEmail` */
export const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `close-task-dialog` → `CloseTaskDialog` */
export const pascal = (kebab: string): string => camel(`-${kebab}`);

/** `no-emoji-in-email` → `No emoji in email` */
export const sentence = (kebab: string): string => kebab.charAt(0).toUpperCase() + kebab.slice(1).replaceAll('-', ' ');

export const isKebab = (name: string | undefined): name is string => name !== undefined && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
