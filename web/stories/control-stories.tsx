import { Check, Ellipsis, Mail, Paperclip, Phone, Smartphone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '../platform/keys.ts';
import { Button } from '../ui/button.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { Choice } from '../ui/choice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { DialogStories } from './dialog-stories.tsx';
import { Story } from './story.tsx';

const REASONS = [
  { value: 'booked', label: 'Booked Job', says: 'An appointment stands, or a note says when.' },
  { value: 'information', label: 'Provided Information', says: 'The question is answered.' },
  { value: 'fee', label: 'Fee Not Accepted', says: 'A price was told and refused.' },
  { value: 'unsuccessful', label: 'Unsuccessful Contact', refused: 'Three attempts come first; there is one.' },
] as const;

export const ControlStories = () => {
  const [claimed, setClaimed] = useState(0);
  useKeys({ c: { says: 'Claim', does: () => setClaimed(claimed + 1) } }, { scope: 'Queue' });

  return (
    <>
      <Story of="Button">
        <div className="story-line">
          <Button kind="primary" icon={Check} keys="mod+enter" onClick={() => toast('Sent', { undo: () => toast('Taken back'), seconds: 15 })}>Send</Button>
          <Button keys="c" onClick={() => setClaimed(claimed + 1)}>Claim {claimed || ''}</Button>
          <Button kind="quiet">Cancel</Button>
          <Button kind="danger" icon={Trash2}>Dismiss</Button>
        </div>
        <div className="story-line">
          <Button kind="primary" keys="mod+enter" refused="An email carries no emoji. Remove it to send.">Refused</Button>
          <Button refused="Write the final note first.">Refused</Button>
          <Button kind="primary" busy>Sending</Button>
          <Button busy>Saving</Button>
        </div>
      </Story>
      <Story of="IconButton">
        <div className="story-line">
          <IconButton icon={Paperclip} name="Attach a file" keys="mod+shift+a" />
          <IconButton icon={Phone} name="Call" kind="plain" />
          <IconButton icon={Mail} name="Write an email" kind="primary" />
          <IconButton icon={Smartphone} name="Text" refused="No mobile number is known." />
        </div>
      </Story>
      <Fields />
      <Story of="Select"><Pick /></Story>
      <Story of="Choice"><Reason /></Story>
      <Story of="CheckRow"><Checks /></Story>
      <Story of="Tabs"><Sides /></Story>
      <Story of="Menu">
        <div className="story-line"><Menu
          trigger={<IconButton kind="plain" icon={Ellipsis} name="More to do" />}
          groups={[{ items: [{ label: 'Escalate', does: () => toast('Escalated'), keys: 'e' }, { label: 'Merge', does: () => {}, refused: 'Another agent holds it.' }] }, { label: 'Careful', items: [{ label: 'Unassign and dismiss', icon: Trash2, danger: true, does: () => {} }] }]}
        /></div>
      </Story>
      <DialogStories />
    </>
  );
};

const Fields = () => {
  const [name, setName] = useState('Nora Quist');
  const [note, setNote] = useState('Agreed Friday 1 pm.\nText before arrival \u{1F642}');
  const at = note.indexOf('\u{1F642}');
  return (
    <Story of="Fields">
      <TextField label="Name" hint="As it stands on the contract." value={name} onChange={setName} />
      <TextField label="Mobile" optional="optional" placeholder="+1 555 …" value="" onChange={() => {}} />
      <TextField label="Email" error="That is not a whole address." value="nora@" onChange={() => {}} />
      <TextArea label="Note" value={note} onChange={setNote} marks={at < 0 ? [] : [{ from: at, to: at + 2 }]} hint="Grows with the text; a rule can mark a place in it." />
    </Story>
  );
};

const Pick = () => {
  const [queue, setQueue] = useState<'calls' | 'chat' | 'email'>();
  return (
    <>
      <Select label="Queue" placeholder="Choose a queue" value={queue} onChange={setQueue} options={[{ value: 'calls', label: 'Service calls' }, { value: 'chat', label: 'Chat' }, { value: 'email', label: 'Email', says: 'Answered within four hours.' }]} />
      <Select label="Language" value="en" onChange={() => {}} options={[{ value: 'en', label: 'English' }]} />
    </>
  );
};

const Reason = () => {
  const [reason, setReason] = useState<(typeof REASONS)[number]['value']>();
  return <Choice label="Close reason" hint="A letter jumps to its reason." options={REASONS} value={reason} onChange={setReason} error={reason ? undefined : 'Choose one to close.'} />;
};

const Checks = () => {
  const [on, setOn] = useState([true, false, true]);
  const turn = (n: number) => (checked: boolean) => setOn(on.map((was, m) => (m === n ? checked : was)));
  return (
    <div>
      <CheckRow label="Check the service area" strikes checked={on[0] ?? false} onChange={turn(0)} found="Found: booked slot" />
      <CheckRow label="Confirm with the customer" strikes checked={on[1] ?? false} onChange={turn(1)} />
      <CheckRow label="Sound when a task comes" says="Once, quietly." checked={on[2] ?? false} onChange={turn(2)} />
    </div>
  );
};

const Sides = () => {
  const [tab, setTab] = useState('summary');
  return (
    <Tabs name="About the task" value={tab} onChange={setTab} tabs={[{ id: 'summary', label: 'Summary' }, { id: 'history', label: 'History', count: 4 }, { id: 'knowledge', label: 'Knowledge', changed: true }]}>
      <p>The panel of {tab}.</p>
    </Tabs>
  );
};
