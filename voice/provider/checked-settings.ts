export type Checked<Settings> = { settings: Settings; faults?: undefined } | { faults: string[] };

/** Settings of a provider, or all that is wrong with them at once: what does not hold says so in words for an administrator. */
export const checkedSettings = <Settings>(settings: Settings, claims: readonly (true | string)[]): Checked<Settings> => {
  const faults = claims.filter((claim) => claim !== true);
  return faults.length > 0 ? { faults } : { settings };
};

/** Prompts by name, as JSON in the environment; nothing when it is not that. */
export const namedSounds = (text: string, isSound: (sound: string) => boolean = () => true): Record<string, string> | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    return Object.values(read).every((sound) => typeof sound === 'string' && isSound(sound)) ? (read as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
};
