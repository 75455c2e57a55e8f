import { everyProvider } from '@firstline/testing/voice/provider-suite.ts';
import type { PhoneEnd } from '../sip/end-cause.ts';
import { engineOnPaper, fakePhone } from './engine.trials.ts';

everyProvider('the built-in engine', async () => {
  const { engine, provider, phones, turn } = engineOnPaper({ mostLegs: 20 });
  const byLeg = new Map<string, ReturnType<typeof fakePhone>>();
  /** Which phone a leg rings: the number says it. */
  const phoneOf = async (leg: string) => {
    const endpoint = (await provider.snapshot()).flatMap(({ legs }) => legs).find((own) => own.leg === leg)?.endpoint;
    const known = byLeg.get(leg) ?? phones.find(({ call }) => endpoint?.kind === 'phone' && call.to === endpoint.e164);
    if (known) byLeg.set(leg, known);
    return known;
  };
  return {
    provider, turn,
    dialled: () => phones.length,
    far: {
      rings: async (leg) => (await phoneOf(leg))?.tell({ type: 'ringing', early: false }),
      answers: async (leg) => (await phoneOf(leg))?.tell({ type: 'answered' }),
      ends: async (leg, cause) => (await phoneOf(leg))?.tell({ type: 'ended', cause: cause as PhoneEnd }),
      presses: async (leg, digits) => {
        const phone = await phoneOf(leg);
        for (const digit of digits) phone?.tell({ type: 'digit', digit });
      },
      calls: async (from, to) => {
        engine.offered(fakePhone(from, to).call);
      },
    },
    close: async () => {},
  };
}, { causes: ['normal', 'busy', 'no-answer', 'rejected', 'failed', 'media-lost'], records: false });
