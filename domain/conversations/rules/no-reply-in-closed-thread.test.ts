import { examples } from '@firstline/testing/examples.ts';
import { noReplyInClosedThread } from './no-reply-in-closed-thread.ts';

examples(noReplyInClosedThread, { breaks: [{ thread: 'closed' }], keeps: [{ thread: 'open' }] });
