import { t } from '../platform/words.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { DraftContent } from './draft-shelf.ts';
import { ModelNote } from './model-note.tsx';
import './note-fields.css';

export const BLANK_NOTE: DraftContent = { discussed: '', agreed: '', mood: '', special: '' };

type NoteFieldsProps = { content: DraftContent; write: (part: DraftContent) => void };

/** The three questions of a note beside what was discussed. */
export const NoteDetails = ({ content, write }: NoteFieldsProps) => (
  <>
    <TextField label={t('Agreed')} optional={t('optional')} value={content.agreed ?? ''} maxLength={2000} onChange={(agreed) => write({ agreed })} />
    <TextField label={t('Mood')} optional={t('optional')} value={content.mood ?? ''} maxLength={200} onChange={(mood) => write({ mood })} />
    <TextField label={t('Special requests')} optional={t('optional')} value={content.special ?? ''} maxLength={2000} onChange={(special) => write({ special })} />
    <ModelNote />
  </>
);

/** The whole form, where there is no composer around it. */
export const NoteFields = ({ content, write, hint }: NoteFieldsProps & { hint?: string }) => (
  <>
    <TextArea label={t('Discussed')} hint={hint} value={content.discussed ?? ''} maxLength={5000} onChange={(discussed) => write({ discussed })} />
    <div className="note-details">
      <NoteDetails content={content} write={write} />
    </div>
  </>
);

export const isBlankNote = ({ discussed }: DraftContent): boolean => !discussed?.trim();

/** The note as it is asked for: what was left open is not said. */
export const noteOf = (content: DraftContent) => ({
  discussed: content.discussed?.trim() ?? '',
  ...(content.agreed?.trim() && { agreed: content.agreed.trim() }),
  ...(content.mood?.trim() && { mood: content.mood.trim() }),
  ...(content.special?.trim() && { special: content.special.trim() }),
});
