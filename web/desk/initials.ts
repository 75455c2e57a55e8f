/** What a person might be called in short: the first letters of the first and the last name. */
export const proposedInitials = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .flatMap((word) => [...(word ?? '')][0] ?? [])
    .join('')
    .toUpperCase();
};
