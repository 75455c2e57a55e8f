import type { Clock } from './clock.ts';
import type { SipRequest, SipResponse } from './message.ts';
import { LONGEST, T1, T2, T4 } from './timers.ts';
import { writeMessage } from './write-message.ts';
import type { Address, Wire } from './wire.ts';

export type ServerTransaction = {
  readonly request: SipRequest;
  readonly from: Address;
  /** One final answer; what comes after it is not sent. `unheard` is told when nobody acknowledged it. */
  answer: (response: SipResponse, unheard?: () => void) => void;
  /** The ACK of a 2xx has a branch of its own, so the call tells us. */
  acknowledged: () => void;
  readonly answered: () => boolean;
  /** The same request came again. */
  repeated: () => void;
  end: () => void;
};

/** RFC 3261, 17.2. A 2xx to an INVITE is repeated here too, until the call has seen its ACK (13.3.1.4). */
export const answerOnce = (wire: Wire, clock: Clock, request: SipRequest, from: Address, gone: () => void): ServerTransaction => {
  const invites = request.method === 'INVITE';
  let last: Buffer | undefined;
  let final = false;
  let heard = false;
  let stopRepeating = () => {};
  let stopWaiting = () => {};

  const send = () => {
    if (last) wire.send(last, from, () => {});
  };
  const end = () => {
    stopRepeating();
    stopWaiting();
    gone();
  };
  const repeat = (wait: number) => {
    stopRepeating = clock.after(wait, () => {
      send();
      repeat(Math.min(wait * 2, T2));
    });
  };

  return {
    request,
    from,
    answer: (response, unheard) => {
      if (final) return;
      last = writeMessage(response);
      send();
      if (response.status < 200) return;
      final = true;
      if (!invites) {
        stopWaiting = clock.after(wire.reliable ? 0 : LONGEST, end);
        return;
      }
      if (!wire.reliable || response.status < 300) repeat(T1);
      stopWaiting = clock.after(LONGEST, () => {
        end();
        if (!heard) unheard?.();
      });
    },
    acknowledged: () => {
      if (!final || heard) return;
      heard = true;
      stopRepeating();
      stopWaiting();
      stopWaiting = clock.after(T4, end);
    },
    answered: () => final,
    repeated: send,
    end,
  };
};
