import { askWithSecret, contactOf, domainOf, newCallId, newTag, type Ground } from './ground.ts';
import { header, headers, NO_BODY, type Headers, type SipRequest, type SipResponse } from './message.ts';
import { readNameAddress } from './uri.ts';

export type RegistrationState = 'registered' | 'refused' | 'unreachable';

const AGAIN_MS = 30_000;
const SHORTEST_SECONDS = 60;

/** Tells the server where we are, and again before it forgets (RFC 3261, 10). */
export const openRegistration = (ground: Ground, wantedSeconds: number, changed: (state: RegistrationState) => void) => {
  const { config, clock } = ground;
  const callId = newCallId();
  const tag = newTag();
  const us = `<sip:${config.credentials?.user ?? config.callerId}@${domainOf(config)}>`;
  let sequence = 0;
  let seconds = wantedSeconds;
  let stopWaiting = () => {};
  let closed = false;

  const register = (expires: number, done: (response?: SipResponse) => void) =>
    askWithSecret(
      ground,
      (secret): SipRequest => {
        sequence += 1;
        const more: Headers = [['contact', contactOf(ground)], ['expires', String(expires)], ...secret];
        return {
          kind: 'request',
          method: 'REGISTER',
          uri: `sip:${domainOf(config)}`,
          headers: [
            ['max-forwards', '70'], ['from', `${us};tag=${tag}`], ['to', us], ['call-id', callId],
            ['cseq', `${sequence} REGISTER`], ...more,
          ],
          body: NO_BODY,
        };
      },
      ground.server(),
      { answered: (response) => response.status >= 200 && done(response), failed: () => done() },
    );

  const refresh = () =>
    void register(seconds, (response) => {
      if (closed) return;
      const least = Number(header(response ?? { headers: [] }, 'min-expires'));
      if (response?.status === 423 && least > seconds && least <= 86_400) {
        seconds = least;
        return refresh();
      }
      const granted = response && response.status < 300;
      changed(granted ? 'registered' : response ? 'refused' : 'unreachable');
      // At half of the time, so that one lost try is not yet the end of it.
      stopWaiting = clock.after(granted ? grantedSeconds(ground, response, seconds) * 500 : AGAIN_MS, refresh);
    });

  refresh();
  return {
    close: () =>
      new Promise<void>((done) => {
        closed = true;
        stopWaiting();
        register(0, () => done());
      }),
  };
};

const grantedSeconds = (ground: Ground, response: SipResponse, wanted: number): number => {
  const mine = headers(response, 'contact').map(readNameAddress).find((contact) => contactOf(ground).includes(contact?.uri ?? ' '));
  const said = Number(mine?.params.get('expires') ?? header(response, 'expires') ?? wanted);
  return Number.isFinite(said) ? Math.min(Math.max(said, SHORTEST_SECONDS), wanted) : wanted;
};
