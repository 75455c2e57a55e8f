import { createPlayback, type Audience, type Playback } from './playback.ts';

/** What sounds in one tick, for whom. */
export type Sounding = { id: string; to: Audience; frame: Float32Array };

/** All that is being played; each is told of when it ends, whatever ended it. */
export const createPlaybacks = (ended: (playback: string, cause: 'played' | 'stopped') => void) => {
  const playing = new Map<string, Playback>();

  const end = (id: string, cause: 'played' | 'stopped') => {
    if (playing.delete(id)) ended(id, cause);
  };

  return {
    /** A further one of the same name takes the place of the first. */
    start: (id: string, to: Audience, sound: Float32Array, loops?: boolean) => {
      end(id, 'stopped');
      playing.set(id, createPlayback(id, to, sound, loops));
    },
    stop: (id: string) => end(id, 'stopped'),
    /** The leg or the conference is gone. */
    left: (gone: { leg?: string; conference?: string }) => {
      for (const { id, to } of playing.values())
        if ('leg' in to ? to.leg === gone.leg : to.conference === gone.conference) end(id, 'stopped');
    },
    /** One frame of each. */
    next: (): Sounding[] => {
      const now = [...playing.values()].map(({ id, to, next }) => ({ id, to, frame: next() }));
      for (const { id, frame } of now) if (!frame) end(id, 'played');
      return now.flatMap(({ frame, ...rest }) => (frame ? [{ ...rest, frame }] : []));
    },
  };
};
