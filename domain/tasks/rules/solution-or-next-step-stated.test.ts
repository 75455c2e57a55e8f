import { examples } from '@firstline/testing/examples.ts';
import { solutionOrNextStepStated } from './solution-or-next-step-stated.ts';

examples(solutionOrNextStepStated, {
  breaks: [{}, { reason: 'booked-job' }, { reason: 'provided-information', ending: { solution: '  ', nextStep: '\n' } }],
  keeps: [{ ending: { solution: 'Told the price.' } }, { ending: { nextStep: 'The technician comes on Tuesday.' } }, { reason: 'unsuccessful-contact' }],
});
