import { examples } from '@firstline/testing/examples.ts';
import { threadHasNoNewerTask } from './thread-has-no-newer-task.ts';

examples(threadHasNoNewerTask, { breaks: [{ newerTask: true }], keeps: [{ newerTask: false }] });
