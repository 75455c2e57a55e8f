import { examples } from '@firstline/testing/examples.ts';
import { CLOSE_REASONS } from '../close-reason.ts';
import { closeReasonChosen } from './close-reason-chosen.ts';

const closed = (reason?: string, reasons = CLOSE_REASONS) => ({ reason, reasons });

examples(closeReasonChosen, {
  breaks: [
    closed('toString'),
    closed(''),
    closed('Booked Job'),
    closed(),
    closed('booked-job', [{ id: 'booked-job', label: 'Booked Job', when: '', retired: true }]),
    closed('booked-job', [{ id: 'fixed', label: 'Fixed', when: '' }]),
  ],
  keeps: [...CLOSE_REASONS.map(({ id }) => closed(id)), closed('fixed', [{ id: 'fixed', label: 'Fixed', when: '' }])],
});
