/** `ana.lopez@example.org` is Ana Lopez, AL. */
export const calledBy = (email: string): { name: string; initials: string } => {
  const words = (email.split('@')[0] ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{L}/u.test(word));
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
  const initials = words.map((word) => word.slice(0, 1).toUpperCase()).join('').slice(0, 5);
  return { name: name.slice(0, 120) || 'Administrator', initials: initials || 'A' };
};
