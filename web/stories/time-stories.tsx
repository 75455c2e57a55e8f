import { Mail, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { clockTime, dueIn } from '../platform/time.ts';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Clock } from '../ui/clock.tsx';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { serverNow } from '../ui/now.ts';
import { Presence } from '../ui/presence.tsx';
import { Row } from '../ui/row.tsx';
import { Strip } from '../ui/strip.tsx';
import { Tag } from '../ui/tag.tsx';
import { Tries } from '../ui/tries.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { after, before } from './day.ts';
import { Story } from './story.tsx';

export const TimeStories = () => (
  <>
    <Story of="Clock and Age">
      <Facts
        facts={[
          ['Since', <Clock key="c" since={before(6, 42)} />],
          ['Over an hour', <Clock key="c" since={before(66, 42)} />],
          ['Soon', <Clock key="c" until={after(3, 18)} warn={300} stop={60} />],
          ['Now', <Clock key="c" until={after(0, 19)} warn={300} stop={60} />],
          ['Too late', <Clock key="c" until={before(0, 41)} warn={300} stop={60} />],
          ['Fresh', <Age key="a" since={before(6)} />],
          ['Standard', <Age key="a" since={before(125)} />],
          ['Prioritise', <Age key="a" since={before(250)} />],
          ['Urgent', <Age key="a" since={before(26 * 60)} />],
          ['Was', `${clockTime(before(10), serverNow())} · ${clockTime(before(60 * 26), serverNow())} · ${clockTime(before(60 * 24 * 40), serverNow())}`],
          ['Due', `${dueIn(after(8), serverNow())} · ${dueIn(after(276), serverNow())} · ${dueIn(after(60 * 28), serverNow())} · ${dueIn(before(12), serverNow())}`],
        ]}
      />
    </Story>
    <Story of="Presence">
      <div className="story-line">
        <Presence tone="ok" state="Available" since={before(0, 34)} />
        <Presence tone="warn" state="Busy" since={before(6, 42)} />
        <Presence tone="accent" state="Wrap-up" since={before(2, 41)} warn={150} stop={180} />
        <Presence tone="stop" state="Not ready · lunch" since={before(31)} warn={1500} stop={1800} />
        <Presence tone="off" state="Logged out" />
      </div>
    </Story>
    <Story of="Strip and Tries">
      <Strip name="First look" steps={[{ label: 'Summary', done: true, onOpen: () => {} }, { label: 'Sub-tasks', done: false, onOpen: () => {} }, { label: 'Thread', done: false }]} clock={<Clock since={before(0, 18)} />} />
      <Tries made={1} needed={3} />
    </Story>
    <Story of="Rows"><Leaving /></Story>
    <Story of="A long list"><Long /></Story>
  </>
);

const Leaving = () => {
  const [tasks, setTasks] = useState(['Idris Vale', 'Mei-Lin Torres', 'Owen Achterberg']);
  return (
    <>
      <div className="story-fixed scrolls story-flush">
        <VirtualList name="Waiting" items={tasks} keyOf={(who) => who}>
          {(who, place, leaving) => <Row icon={MessageCircle} iconName="Chat" who={who} what="Can the Friday visit move?" age={<Age since={before(250)} />} tags={<Tag>Reschedule</Tag>} href="#claim" onOpen={() => setTasks(tasks.filter((other) => other !== who))} place={place} leaving={leaving} />}
        </VirtualList>
        {tasks.length === 0 && <Empty icon={MessageCircle} title="All taken." action={<Button onClick={() => setTasks(['Idris Vale', 'Mei-Lin Torres'])}>Again</Button>} />}
      </div>
    </>
  );
};

const MANY = Array.from({ length: 5000 }, (_, n) => n + 1);

const Long = () => (
  <div className="story-fixed scrolls story-flush">
    <VirtualList name="Five thousand tasks" items={MANY} keyOf={String}>
      {(n, place) => <Row icon={Mail} iconName="Email" who={`Task ${n}`} what="One of five thousand" age={`${n} min`} href={`#task-${n}`} onOpen={() => {}} place={place} />}
    </VirtualList>
  </div>
);
