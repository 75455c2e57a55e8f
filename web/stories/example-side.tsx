import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { Facts } from '../ui/facts.tsx';
import { From, Lead, Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { Tries } from '../ui/tries.tsx';
import { SideHead } from '../ui/workspace-layout.tsx';

export const ExampleSide = () => {
  const [done, setDone] = useState([true, true, false, false]);
  const steps = ['Check the service area and free slots', 'Text before calling', 'Book the visit Friday 1 pm', 'Confirm with the customer'];

  return (
    <>
      <SideHead title="About this task" />
      <Section title="Summary" aside={<Tag>built-in</Tag>}>
        <Lead>
          Boiler failed again last night, third time this winter; no hot water, an 81-year-old in the house. Wants a visit <b>Friday 1 pm</b> and a <b>text first</b>.
        </Lead>
        <From>From 1 message · open point: slot to confirm</From>
      </Section>
      <Section title="Sub-tasks" aside={`${done.filter(Boolean).length} of ${steps.length}`}>
        {steps.map((step, n) => (
          <CheckRow key={step} label={step} strikes checked={done[n] ?? false} found={n === 1 ? 'Found: text of 09:22' : undefined} onChange={(on) => setDone(done.map((was, m) => (m === n ? on : was)))} />
        ))}
        <Button kind="quiet" keys="t">
          Add a sub-task
        </Button>
      </Section>
      <Section title="Customer" aside={<Button kind="quiet">History 4</Button>}>
        <Facts
          facts={[
            ['Prefers', <Tag key="way" tone="accent" icon={Smartphone}>Text</Tag>],
            ['Phone', '+1 555 014 0187'],
            ['Email', 'nora@quist.example'],
            ['Address', '7 Sandpiper Row, Eastmere'],
            ['Account', 'Quist household · K-2093'],
            ['Identity', <Tag key="identity" tone="ok">Matched by email</Tag>],
          ]}
        />
      </Section>
      <Section title="Attempts" aside="1 of 3">
        <Tries made={1} needed={3} />
        <From>Two more before “Unsuccessful Contact”.</From>
      </Section>
      <Section title="Opportunity">
        <Facts facts={[['Service', 'Heating · repair'], ['Visit fee', <>$95 <small>price list of 2 Mar</small></>]]} />
      </Section>
    </>
  );
};
