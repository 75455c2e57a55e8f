import { Bell, BookOpen, ChartColumn, Inbox, List, LogOut, Moon, Settings, Sun, Users } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Frame } from '../app/frame.tsx';
import { useKeys } from '../platform/keys.ts';
import { useTheme } from '../platform/theme.ts';
import { lasting } from '../platform/time.ts';
import { AvatarButton } from '../ui/avatar.tsx';
import { Clock } from '../ui/clock.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { Menu } from '../ui/menu.tsx';
import { Palette } from '../ui/palette.tsx';
import { Presence } from '../ui/presence.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { before } from './day.ts';

const PLACES = [
  { name: 'My work', icon: Inbox, href: '?story=workspace' },
  { name: 'Queue', icon: List, href: '?story=queue', count: 6, countSays: '6 waiting' },
  { name: 'Customers', icon: Users, href: '?story=customers' },
  { name: 'Knowledge', icon: BookOpen, href: '?story=knowledge', rare: true },
  { name: 'Floor', icon: ChartColumn, href: '?story=floor' },
  { name: 'Settings', icon: Settings, href: '?story=settings', rare: true },
];

/** The frame with an agent in the middle of a morning. */
export const ExampleFrame = ({ current, children, banner }: { current: string; children: ReactNode; banner?: ReactNode }) => {
  const [finding, setFinding] = useState(false);
  const [, chooseTheme] = useTheme();
  useKeys({ 'g q': { says: 'Go to the queue', does: () => toast('The queue') }, 'g w': { says: 'Go to my work', does: () => toast('My work') } });

  return (
    <Frame
      places={PLACES.map((place) => ({ ...place, current: place.name === current }))}
      presence={
        <>
          <Menu trigger={<Presence tone="warn" state="Busy" since={before(6, 42)} />} groups={[{ items: [{ label: 'Available', does: () => {}, refused: 'Close your task first.' }, { label: 'Busy', does: () => {}, checked: true }] }, { label: 'Not ready', items: [{ label: 'Break', does: () => {} }, { label: 'Training', does: () => {} }] }]} />
          <small className="wide-only">Shift {lasting(192 * 60)}</small>
        </>
      }
      counters={
        <>
          <span className="wide-only">
            <Tag>
              6 waiting · longest <Clock since={before(3, 12)} />
            </Tag>
          </span>
          <Tag tone="warn">Outage: Harbour H-02</Tag>
        </>
      }
      onSearch={() => setFinding(true)}
      bell={
        <IconButton icon={Bell} name="3 notices" onClick={() => toast('3 notices')}>
          <span className="num" aria-hidden>
            3
          </span>
        </IconButton>
      }
      me={
        <Menu
          trigger={<AvatarButton name="Tamsin Ruiz" says="Tamsin Ruiz, my settings" />}
          groups={[
            { label: 'Tamsin Ruiz', items: [{ label: 'Light', icon: Sun, does: () => chooseTheme('light') }, { label: 'Dark', icon: Moon, does: () => chooseTheme('dark') }, { label: 'As the machine', does: () => chooseTheme('system') }] },
            { items: [{ label: 'Clock out', icon: LogOut, does: () => {}, refused: 'You still hold a task.' }] },
          ]}
        />
      }
      banner={banner}
    >
      {children}
      <KeySheet />
      <Palette
        open={finding}
        onOpen={setFinding}
        actions={[
          { id: 'claim', label: 'Claim the next task', keys: 'c', icon: Inbox, also: ['ticket', 'case'], does: () => toast('Claimed') },
          { id: 'queue', label: 'Go to the queue', keys: 'g q', icon: List, does: () => toast('The queue') },
          { id: 'close', label: 'Resolve & Close', refused: 'Write the final note first.', does: () => {} },
          { id: 'dark', label: 'Dark', icon: Moon, does: () => chooseTheme('dark') },
          { id: 'light', label: 'Light', icon: Sun, does: () => chooseTheme('light') },
        ]}
      />
    </Frame>
  );
};
