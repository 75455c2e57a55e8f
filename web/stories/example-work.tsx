import type { Breach } from '@firstline/domain/rule.ts';
import { ArrowUp, Check, Clock4, HandCoins, Mail, Paperclip, Phone, Smartphone, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Clock } from '../ui/clock.tsx';
import { Composer } from '../ui/composer.tsx';
import { Flow, Stretch } from '../ui/flow.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Fact, Message } from '../ui/message.tsx';
import { Strip } from '../ui/strip.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { TaskHead, Workspace } from '../ui/workspace-layout.tsx';
import { after, before } from './day.ts';

const EMOJI = /\p{Emoji_Presentation}/u;
const NO_EMOJI: Breach = { rule: 'no-emoji-in-email', says: 'An email carries no emoji.', level: 'enforced', because: 'Remove it to send.' };

export const ExampleWork = () => {
  const [channel, setChannel] = useState('email');
  const [text, setText] = useState('Dear Nora, your visit is booked for Friday, 1–3 pm. The engineer will text you before setting off \u{1F642}');
  const at = text.search(EMOJI);
  const breaks = channel === 'email' && at >= 0;

  return (
    <Workspace
      head={
        <TaskHead
          title="Boiler off again"
          meta={
            <>
              <span>Nora Quist</span>
              <Tag tone="stop">Urgent appointment</Tag>
              <Tag tone="ok">Fresh · 6 min</Tag>
              <Tag tone="warn">
                First answer in <Clock until={after(3, 18)} />
              </Tag>
              <small>
                15-minute mark in <Clock until={after(8, 44)} warn={300} stop={60} />
              </small>
            </>
          }
          acts={[
            { label: 'Give something', icon: HandCoins, rare: true, does: () => toast('Given') },
            { label: 'Escalate', icon: ArrowUp, does: () => toast('Escalated') },
            { label: 'Waiting for customer', icon: Clock4, does: () => toast('Waiting for customer') },
            { label: 'Close', does: () => {}, refused: 'Write the final note first.' },
            { label: 'Resolve & Close', icon: Check, does: () => toast('Closed', { undo: () => {} }) },
          ]}
        />
      }
      strip={<Strip name="First look" steps={[{ label: 'Summary', done: true }, { label: 'Sub-tasks', done: true }, { label: 'Conversation', done: false }]} clock={<Clock since={before(0, 18)} warn={25} stop={30} />} />}
      flow={
        <Flow name="Conversation with Nora Quist" newest={3}>
          <Stretch>Today</Stretch>
          <Message kind="in" icon={Mail} iconName="Email" by="Nora Quist" at={before(10, 8)}>
            Good morning, the boiler went off again last night, for the <mark>third time</mark> this winter. There is no hot water, and my father, who is 81, lives with us. Could somebody come on Friday at 1 pm? Please text me first, I cannot take calls at work.
          </Message>
          <Fact at={before(4)}>Tamsin Ruiz claimed the task</Fact>
          <Message kind="out" icon={Smartphone} iconName="Text" by="Text to +1 555 014 0187" at={before(2)} state="delivered">
            Hi Nora, this is Tamsin from Kestrel Heating. I am sorry about the cold night. I can offer Friday 1–3 pm or today 5–7 pm. Which suits you?
          </Message>
          <Message kind="note" icon={StickyNote} by="Note · Tamsin Ruiz" at={before(1)} state="saved">
            <b>Discussed</b> no hot water, third failure. <b>Agreed</b> two slots offered. <b>Mood</b> worried, polite. <b>Special</b> text before arrival.
          </Message>
        </Flow>
      }
      composer={
        <Composer
          channels={[{ id: 'text', label: 'Text', icon: Smartphone }, { id: 'email', label: 'Email', icon: Mail }, { id: 'note', label: 'Note', icon: StickyNote, note: true }]}
          channel={channel}
          onChannel={setChannel}
          call={<Button kind="quiet" icon={Phone} aria-label="Call +1 555 014 0187"><span className="wide-only">Call </span><span className="num wide-only">+1 555 014 0187</span></Button>}
          to={channel === 'email' ? <><span>To</span><b>nora@quist.example</b><small className="push">Re: Boiler off again</small></> : channel === 'text' ? <><span>To</span><b className="num">+1 555 014 0187</b></> : <span>Only colleagues read this.</span>}
          text={text}
          onText={setText}
          marks={breaks ? [{ from: at, to: at + (EMOJI.exec(text)?.[0].length ?? 1) }] : []}
          breaches={breaks ? [NO_EMOJI] : []}
          tools={<><IconButton icon={Paperclip} name="Attach a file" /><Button kind="quiet" className="wide-only">Templates <Kbd keys="/" /></Button></>}
          hints={<>Spelling and grammar: nothing found · signs as <b>TR</b></>}
          saved="Draft saved"
          sendLabel={channel === 'note' ? 'Save note' : 'Send'}
          onSend={() => toast('Sent', { undo: () => {}, seconds: 15 })}
        />
      }
    />
  );
};
