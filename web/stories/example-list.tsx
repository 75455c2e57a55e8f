import { Mail, MessageCircle, Phone, Smartphone, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { dueIn } from '../platform/time.ts';
import { Age } from '../ui/age.tsx';
import { serverNow } from '../ui/now.ts';
import { Row } from '../ui/row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { ListGroup } from '../ui/workspace-layout.tsx';
import { after, before } from './day.ts';

type Waiting = { id: string; icon: LucideIcon; channel: string; who: string; what: string; since?: string; due?: string; tag: string; tone?: Tone; unread?: boolean };

const QUEUE: Waiting[] = [
  { id: 'q1', icon: Phone, channel: 'Call', who: 'Idris Vale', what: 'Second repair did not hold. Asks for a manager.', since: before(26 * 60), tag: 'Complaint', tone: 'stop', unread: true },
  { id: 'q2', icon: MessageCircle, channel: 'Chat', who: 'Mei-Lin Torres', what: 'Can the Friday visit move to next week?', since: before(250), tag: 'Reschedule' },
  { id: 'q3', icon: Mail, channel: 'Email', who: 'Owen Achterberg', what: 'Lease attached, as asked', since: before(125), tag: 'Owner verification', unread: true },
  { id: 'q4', icon: Smartphone, channel: 'Text', who: '+1 555 014 0163', what: 'price for a yearly service?', since: before(80), tag: 'Inquiry' },
  { id: 'q5', icon: Mail, channel: 'Email', who: 'Saoirse Bell', what: 'Please cancel my appointment', since: before(48), tag: 'Cancel' },
  { id: 'q6', icon: Phone, channel: 'Call-back', who: 'Call-back · Jun Halvorsen', what: 'Window 14:00–16:00, mobile first', due: after(276), tag: 'Follow-up', tone: 'accent' },
];

export const ExampleList = ({ onOpen }: { onOpen: () => void }) => {
  const [queue, setQueue] = useState(QUEUE);
  return (
    <>
      <ListGroup title="My task" count={1}>
        <Rows name="My task">
          <Row icon={Mail} iconName="Email" who="Nora Quist" what="Boiler off again, no hot water since last night" age={<Age since={before(6)} />} tags={<Tag tone="stop">Urgent appointment</Tag>} mine current href="#nora" onOpen={onOpen} />
        </Rows>
      </ListGroup>
      <ListGroup title="Queue" count={queue.length}>
        <VirtualList name="Queue" items={queue} keyOf={({ id }) => id}>
          {(task, place, leaving) => (
            <Row icon={task.icon} iconName={task.channel} who={task.who} what={task.what} age={task.since ? <Age since={task.since} /> : task.due && dueIn(task.due, serverNow())} tags={<Tag tone={task.tone}>{task.tag}</Tag>} unread={task.unread} href={`#${task.id}`} onOpen={() => setQueue(queue.filter(({ id }) => id !== task.id))} place={place} leaving={leaving} />
          )}
        </VirtualList>
      </ListGroup>
      <ListGroup title="Recently held">
        <Rows name="Recently held">
          <Row icon={MessageCircle} iconName="Chat" who="Petra Lindholm" what="Went back after 2 min 30 s without activity" age="09:02" href="#petra" onOpen={onOpen} />
        </Rows>
      </ListGroup>
    </>
  );
};
