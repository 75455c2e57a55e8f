import type { Breach } from '@firstline/domain/rule.ts';
import { Coffee, Mail, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Fact, Message } from '../ui/message.tsx';
import { Offline } from '../ui/offline.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { From, Lead, Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { Dot, Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { before } from './day.ts';
import { Story } from './story.tsx';

const STOPS: Breach = { rule: 'one-task-per-agent', says: 'You hold one task at a time.', level: 'enforced', because: 'You have “Boiler off again” since 09:20.' };
const WARNS: Breach = { rule: 'no-reply-sender', says: 'This address takes no replies.', level: 'warned', because: 'The customer may never read it.' };

export const SayingStories = () => {
  const [passed, setPassed] = useState<string[]>([]);
  return (
    <>
      <Story of="Tag and Dot">
        <div className="story-line">
          <Tag tone="ok" dot>Available</Tag>
          <Tag tone="warn" dot>Busy</Tag>
          <Tag tone="stop" dot>Not ready</Tag>
          <Tag tone="accent" dot>Wrap-up</Tag>
          <Tag dot>Logged out</Tag>
          <Tag tone="accent" icon={Smartphone}>Text</Tag>
          <span className="story-line"><Dot tone="ok" /> live</span>
          <Avatar name="Tamsin Ruiz" named />
        </div>
      </Story>
      <Story of="Reasons">
        <Reasons breaches={[STOPS, WARNS]} anyway="Send anyway" onAnyway={() => toast('This must never be offered')} />
        <Reasons breaches={passed.includes(WARNS.rule) ? [] : [WARNS]} anyway="Send anyway" onAnyway={(rules) => (setPassed(rules), toast('Sent, and noted that you chose to'))} more={() => <a href="?story=workspace">The rule in the handbook</a>} />
      </Story>
      <Story of="Message"><div className="story-thread">
        <Message kind="in" icon={Mail} iconName="Email" by="Nora Quist" at={before(10)}>There is <mark>no hot water</mark> again. Please text me first.</Message>
        <Fact at={before(4)}>Tamsin Ruiz claimed the task</Fact>
        <Message kind="out" icon={Smartphone} iconName="Text" by="Text to +1 555 014 0187" at={before(2)} state={<Tag tone="stop">did not arrive</Tag>} after={<Button>Send again</Button>}>I can offer Friday 1–3 pm.</Message>
        <Message kind="note" by="Note · Tamsin Ruiz" at={before(60 * 26)} state="saved">Two slots offered.</Message>
      </div>      </Story>
      <Story of="Section and Facts">
        <div className="story-flush">
          <Section title="Summary" aside={<Tag>built-in</Tag>}>
            <Lead>Boiler failed again. Wants a visit <b>Friday 1 pm</b>.</Lead>
            <From>From 1 message · open point: slot to confirm</From>
          </Section>
          <Section title="Customer" aside={<Button kind="quiet">History 4</Button>}>
            <Facts facts={[['Phone', '+1 555 014 0187'], ['Email', 'a.very.long.address.of.somebody@an-even-longer-household.example'], ['Fax', '']]} />
          </Section>
        </div>
      </Story>
      <Story of="Empty"><Empty icon={Coffee} title="The queue is empty." action={<Button>See what is due today</Button>}>Nobody waits. New tasks come in here by themselves.</Empty></Story>
      <Story of="Table"><div className="story-flush">
        <Table
          apart
          name="Read from a file"
          items={[{ name: 'Nora Quist', email: 'a.very.long.address.of.somebody@an-even-longer-household.example', phone: '+1 555 014 0187', account: 'AC-1001', address: '12 Northern Heights Boulevard' }, { name: 'Bram Oduya', email: 'bram@household.example', phone: '', account: 'AC-1002', address: '' }]}
          keyOf={({ account }) => account}
          columns={[{ name: 'Name', cell: ({ name }) => name }, { name: 'Email', cell: ({ email }) => email }, { name: 'Phone', cell: ({ phone }) => phone }, { name: 'Account', cell: ({ account }) => account }, { name: 'Address', wide: true, cell: ({ address }) => address }]}
        />
      </div></Story>
      <Story of="Skeleton">
        <Skeleton rows={2} kind="row" />
        <Skeleton rows={2} />
        <Skeleton rows={1} kind="message" />
      </Story>
      <Story of="Offline"><div className="story-flush"><Offline since={before(12)} onRetry={() => toast('Still offline', { tone: 'stop' })} /></div></Story>
    </>
  );
};
