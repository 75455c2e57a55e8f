import { examples } from '@firstline/testing/examples.ts';
import { parkUntilATimeAhead } from './park-until-a-time-ahead.ts';

const now = '2026-03-02T09:00:00.000Z';

examples(parkUntilATimeAhead, {
  breaks: [{ until: '', now }, { until: '2026-03-02T10:00:00+02:00', now }, { until: now, now }, { until: '2026-06-01T09:00:00.000Z', now }],
  keeps: [
    { until: '2026-03-02T09:00:00.001Z', now },
    { until: '2026-03-02T09:30:00+00:00', now },
    { until: '2026-05-31T09:00:00.000Z', now },
  ],
});
