/** Wishes about one thing wait for each other, so that each knows what became of the one before. */
export const oneByOne = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Done>(about: string, act: () => Promise<Done>): Promise<Done> => {
    const done = (last.get(about) ?? Promise.resolve()).then(act, act);
    const forget = () => { if (last.get(about) === done) last.delete(about); };
    last.set(about, done);
    done.then(forget, forget);
    return done;
  };
};
