import { Page } from '../app/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Clock } from '../ui/clock.tsx';
import { Table } from '../ui/table.tsx';
import { Dot, Tag, type Tone } from '../ui/tag.tsx';
import { Tile } from '../ui/tile.tsx';
import { before } from './day.ts';
import { ExampleFrame } from './example-frame.tsx';
import './stories.css';

const AGENTS: { name: string; tone: Tone; state: string; since: string; work: string; mark: string }[] = [
  { name: 'Tamsin Ruiz', tone: 'warn', state: 'Busy', since: before(6, 42), work: 'Boiler off again · Nora Quist', mark: '8:44 to 15 min' },
  { name: 'Bram Oduya', tone: 'warn', state: 'On a call', since: before(11, 8), work: 'Warm transfer: briefing L. Marchetti', mark: '' },
  { name: 'Lucia Marchetti', tone: 'ok', state: 'Available', since: before(0, 34), work: '', mark: '' },
  { name: 'Yusuf Demir', tone: 'accent', state: 'Wrap-up', since: before(1, 52), work: 'Notes and relation open', mark: 'limit 3:00' },
  { name: 'Hana Petrov', tone: 'stop', state: 'Not ready · lunch', since: before(22, 10), work: '', mark: 'of 30:00' },
];
const wave = (seed: number) => Array.from({ length: 24 }, (_, n) => Math.sin(n / 2.7 + seed) * 4 + Math.sin(n * 1.7 + seed) + 10);

export const FloorStory = () => (
  <ExampleFrame current="Floor">
    <Page>
      <h1 className="heard">Floor</h1>
      <div className="floor-tiles">
        <Tile name="Waiting" value="6" says="longest 3:12" recent={wave(0)} />
        <Tile name="Answered in 30 s" value="86 %" says="target 90 %" bad="below target" recent={wave(1)} />
        <Tile name="Satisfied today" value="4.6" says="of 5 · 38 ratings" recent={wave(2)} />
        <Tile name="Unresolved complaints" value="2" says="oldest 26 h" bad="over a day" recent={wave(3)} />
        <Tile name="Waiting for customer" value="14" says="3 due today" recent={wave(4)} />
        <Tile name="Agents available" value="5 of 19" says="needed for target: 6" recent={wave(5)} />
      </div>
      <div className="floor-columns">
        <Card title="Agents" aside="19 on shift">
          <Table
            name="Agents"
            items={AGENTS}
            keyOf={({ name }) => name}
            columns={[
              { name: 'Agent', cell: ({ name }) => name },
              { name: 'State', cell: ({ tone, state }) => <Tag tone={tone} dot>{state}</Tag> },
              { name: 'Time', right: true, cell: ({ since }) => <Clock since={since} /> },
              { name: 'Work', wide: true, cell: ({ work }) => work },
              { name: 'Mark', hideName: true, right: true, cell: ({ mark }) => <small>{mark}</small> },
            ]}
          />
        </Card>
        <Card title="Needs you">
          <Table
            name="Needs you"
            items={[{ tag: 'Complaint', tone: 'stop' as Tone, what: 'Idris Vale, second repair, wants a manager', act: <small>26 h</small> }, { tag: '15 min', tone: 'warn' as Tone, what: 'Bram Oduya asks for help: pressure drops', act: <small>0:29</small> }, { tag: 'Waiver', tone: 'accent' as Tone, what: 'Hana Petrov: workstation not restarted', act: <Button>Decide</Button> }]}
            keyOf={({ tag }) => tag}
            columns={[{ name: 'Kind', hideName: true, cell: ({ tag, tone }) => <Tag tone={tone}>{tag}</Tag> }, { name: 'What', hideName: true, wide: true, cell: ({ what }) => what }, { name: 'Since', hideName: true, right: true, cell: ({ act }) => act }]}
          />
        </Card>
      </div>
      <p className="story-line"><Dot tone="ok" /> <small>live · 0.2 s behind</small></p>
    </Page>
  </ExampleFrame>
);
