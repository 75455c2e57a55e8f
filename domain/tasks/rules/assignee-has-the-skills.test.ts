import { examples } from '@firstline/testing/examples.ts';
import { assigneeHasTheSkills } from './assignee-has-the-skills.ts';

examples(assigneeHasTheSkills, { breaks: [{ missing: ['Billing', 'Gas'] }, { missing: ['Gas'] }], keeps: [{ missing: [] }] });
