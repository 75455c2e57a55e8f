import fc from 'fast-check';
import { expect, test } from 'vitest';
import { farPhone, humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { anyPacket } from '@firstline/testing/voice/hostile-packets.ts';
import { createMixer } from './mixer.ts';

test.each([['Opus', opus], ['G.711', pcmu]])('whatever comes over the wire, a conference goes on (%s)', (_, codec) => {
  fc.assert(
    fc.property(fc.array(anyPacket, { maxLength: 60 }), (packets) => {
      const mixer = createMixer({ chance: () => 0.5 });
      const phone = farPhone(codec, humming(440));
      const other = farPhone(codec, humming(880));
      mixer.join('call', { leg: 'hostile', side: 'customer', transport: phone.transport });
      mixer.join('call', { leg: 'other', side: 'staff', transport: other.transport });
      let at = 0;
      for (const change of packets) {
        phone.arrives(change(phone.next(at), codec));
        at += 20;
        mixer.tick(at);
      }
      expect(other.sent).toHaveLength(packets.length);
      expect(other.sent.every(({ payload }) => payload.length > 0)).toBe(true);
      const measures = mixer.member('hostile')!.ear.measures();
      expect(Object.values(measures).every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 60, seed: 11 },
  );
});
