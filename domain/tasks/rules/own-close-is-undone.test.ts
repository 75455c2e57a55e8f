import { examples } from '@firstline/testing/examples.ts';
import { ownCloseIsUndone } from './own-close-is-undone.ts';

examples(ownCloseIsUndone, {
  breaks: [
    { task: {}, by: { id: 'ana' } },
    { task: { closedBy: 'ben' }, by: { id: 'ana' } },
  ],
  keeps: [{ task: { closedBy: 'ana' }, by: { id: 'ana' } }],
});
