import { examples } from '@firstline/testing/examples.ts';
import { attachedFilesAreHere } from './attached-files-are-here.ts';

examples(attachedFilesAreHere, { breaks: [{ missing: 1 }], keeps: [{}, { missing: 0 }] });
