import type { ComponentProps } from 'react';
import './avatar.css';

/** The first letters of the first and the last name. */
const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
};

/** Beside the name it is decoration; alone it needs `named`. */
export const Avatar = ({ name, named }: { name: string; named?: boolean }) => (
  <span className="avatar" {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}>
    {initialsOf(name)}
  </span>
);

/** The person's own corner: as the trigger of a `Menu`. Its name begins with what is seen, for who speaks to the machine. */
export const AvatarButton = ({ name, says, className = '', ...rest }: Omit<ComponentProps<'button'>, 'disabled'> & { name: string; says: string }) => (
  <button type="button" {...rest} aria-label={`${initialsOf(name)}: ${says}`} className={`avatar-button ${className}`}>
    <Avatar name={name} />
  </button>
);
