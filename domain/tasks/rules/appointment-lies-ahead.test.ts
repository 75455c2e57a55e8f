import { examples } from '@firstline/testing/examples.ts';
import { appointmentLiesAhead } from './appointment-lies-ahead.ts';

const now = '2026-03-02T09:00:00.000Z';

examples(appointmentLiesAhead, {
  breaks: [{ startsAt: '', now }, { startsAt: now, now }, { startsAt: '2026-03-02T10:00:00+02:00', now }],
  keeps: [{ startsAt: '2026-03-02T09:00:00.001Z', now }, { startsAt: '2027-03-02T09:00:00.000Z', now }],
});
