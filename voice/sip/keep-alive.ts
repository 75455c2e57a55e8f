import { domainOf, newCallId, newTag, type Ground } from './ground.ts';
import { every } from './clock.ts';
import { NO_BODY } from './message.ts';

const MISSES = 3;

/** Asks the server again and again whether it is there; also keeps the way through a NAT open. */
export const keepAlive = (ground: Ground, seconds: number, changed: (reachable: boolean) => void): (() => void) => {
  let missed = 0;
  let number = 0;
  const domain = domainOf(ground.config);
  return every(ground.clock, seconds * 1000, () => {
    number += 1;
    const request = {
      kind: 'request',
      method: 'OPTIONS',
      uri: `sip:${domain}`,
      headers: [
        ['max-forwards', '70'], ['from', `<sip:desk@${domain}>;tag=${newTag()}`], ['to', `<sip:${domain}>`],
        ['call-id', newCallId()], ['cseq', `${number} OPTIONS`],
      ],
      body: NO_BODY,
    } as const;
    ground.transactions.ask(request, ground.server(), {
      // Any answer will do: also one that refuses comes from a living server.
      answered: () => {
        if (missed >= MISSES) changed(true);
        missed = 0;
      },
      failed: () => {
        missed += 1;
        if (missed === MISSES) changed(false);
      },
    });
  });
};
