import { examples } from '@firstline/testing/examples.ts';
import { aComplaintStaysWithItsTeam } from './a-complaint-stays-with-its-team.ts';

examples(aComplaintStaysWithItsTeam, {
  breaks: [{ task: { taskType: 'complaint' } }],
  keeps: [{ task: { taskType: 'inquiry' } }, { task: { taskType: 'other' } }],
});
