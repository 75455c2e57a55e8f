import { useState } from 'react';
import { useKeys } from '../platform/keys.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { serverNow } from '../ui/now.ts';
import { Palette } from '../ui/palette.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { Story } from './story.tsx';

export const DialogStories = () => {
  const [open, setOpen] = useState<'dialog' | 'beside' | 'palette'>();
  const [until, setUntil] = useState<string>();
  const [name, setName] = useState('');
  const shut = () => setOpen(undefined);

  return (
    <Story of="Dialogs">
      <div className="story-line">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('beside')}>Beside the work</Button>
        <Button onClick={() => setUntil(new Date(serverNow() + 19_000).toISOString())}>A question</Button>
        <Button keys="mod+k" onClick={() => setOpen('palette')}>Palette</Button>
        <Button onClick={() => toast('Note saved')}>Toast</Button>
        <Button onClick={() => toast('The message did not arrive.', { tone: 'stop' })}>Bad news</Button>
      </div>
      <Dialog open={open === 'dialog'} onClose={shut} title="Escalate this task" says="The account team gets it with everything you wrote." foot={<Save onSave={shut} refused={name ? undefined : 'Say who asked for it.'} />}>
        <TextField label="Who asked for it" value={name} onChange={setName} />
      </Dialog>
      <Dialog open={open === 'beside'} onClose={shut} beside title="Wrap-up" says="The thread behind stays in reach." foot={<Button kind="primary" onClick={shut}>Done</Button>} />
      <AskDialog open={until !== undefined} title="Are you still working on this task?" until={until} answers={<Button kind="primary" onClick={() => setUntil(undefined)}>Continue Working</Button>}>
        Without an answer it goes back to the queue, with your notes and drafts kept.
      </AskDialog>
      <Palette open={open === 'palette'} onOpen={(on) => setOpen(on ? 'palette' : undefined)} actions={[{ id: 'queue', label: 'Go to the queue', keys: 'g q', does: () => toast('The queue') }, { id: 'close', label: 'Resolve & Close', also: ['ticket'], does: () => toast('Closed') }, { id: 'out', label: 'Clock out', refused: 'You still hold a task.', does: () => {} }]} />
      <KeySheet />
    </Story>
  );
};

const Save = ({ onSave, refused }: { onSave: () => void; refused?: string }) => {
  useKeys({ 'mod+enter': { says: 'Escalate', does: () => refused || onSave() } }, { scope: 'Dialog' });
  return (
    <>
      <Button onClick={onSave}>Cancel</Button>
      <Button kind="primary" keys="mod+enter" refused={refused} onClick={onSave}>Escalate</Button>
    </>
  );
};
