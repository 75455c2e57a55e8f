import type { EscalationCategory } from '@firstline/domain/tasks/task.ts';
import { t } from '../platform/words.ts';

export const ESCALATION_CATEGORIES: readonly EscalationCategory[] = ['complaint', 'billing', 'pricing', 'technical', 'other'];

export const escalationCategory = (category: EscalationCategory): string =>
  ({
    complaint: t('Complaint'),
    billing: t('Billing'),
    pricing: t('Pricing'),
    technical: t('Technical'),
    other: t('Something else'),
  })[category];
