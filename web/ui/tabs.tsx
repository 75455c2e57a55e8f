import { Tabs as Base } from '@base-ui/react/tabs';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Icon } from './icon.tsx';
import './tabs.css';

export type Tab = {
  id: string;
  label: string;
  icon?: LucideIcon;
  count?: number;
  /** Somebody else changed what is behind it. */
  changed?: boolean;
};

export type TabsProps = { name: string; tabs: Tab[]; value: string; onChange: (id: string) => void; children: ReactNode; after?: ReactNode };

/** The children are the panel of the chosen tab. */
export const Tabs = ({ name, tabs, value, onChange, children, after }: TabsProps) => (
  <Base.Root className="tabs" value={value} onValueChange={onChange}>
    <TabList name={name} tabs={tabs} after={after} />
    <Base.Panel className="tabs-panel" value={value}>
      {children}
    </Base.Panel>
  </Base.Root>
);

export const TabList = ({ name, tabs, after }: Pick<TabsProps, 'name' | 'tabs' | 'after'>) => (
  <div className="tabs-bar">
    <Base.List className="tabs-list" aria-label={name} activateOnFocus>
      {tabs.map(({ id, label, icon, count, changed }) => (
        <Base.Tab key={id} value={id} className="tabs-tab">
          {icon && <Icon of={icon} />}
          {label}
          {count !== undefined && <span className="tabs-count num">{count}</span>}
          {changed && <span className="tabs-changed" role="img" aria-label={t('changed')} />}
        </Base.Tab>
      ))}
    </Base.List>
    {after}
  </div>
);
