import { createHmac, timingSafeEqual } from 'node:crypto';

/** A token opens the door for one leg until it runs out. */
export const legToken = (secret: string) => {
  const signed = (leg: string, until: number) => createHmac('sha256', secret).update(`${leg}.${until}`).digest('base64url');

  return {
    issue: (leg: string, until: number): string => `${leg}.${until}.${signed(leg, until)}`,
    /** The leg it is for; nothing when it was not issued here or has run out. */
    read: (token: string, now: number): string | undefined => {
      const found = /^([\w-]{1,64})\.(\d{1,15})\.([\w-]{43})$/.exec(token);
      if (!found) return;
      const [, leg, until, signature] = found as unknown as [string, string, string, string];
      const right = timingSafeEqual(Buffer.from(signed(leg, Number(until))), Buffer.from(signature));
      return right && Number(until) > now ? leg : undefined;
    },
  };
};
