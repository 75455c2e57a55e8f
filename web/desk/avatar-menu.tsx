import { KeyRound, Keyboard, LogOut, Monitor, MonitorX, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useKeySettings } from '../platform/key-settings.ts';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { useTheme, type Theme } from '../platform/theme.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { AvatarButton } from '../ui/avatar.tsx';
import { Menu, type MenuProps } from '../ui/menu.tsx';
import { SecondStepDialog } from './second-step-dialog.tsx';

export type AvatarMenuProps = {
  /** What other subjects let a person arrange. */
  more?: MenuProps['groups'];
  onSingleKeys: (on: boolean) => void; onSignOut: () => void };

/** The person's own corner: how the desk looks and listens, and the way out. */
export const AvatarMenu = ({ more = [], onSingleKeys, onSignOut }: AvatarMenuProps) => {
  const { person } = useMe();
  const [theme, chooseTheme] = useTheme();
  const { single } = useKeySettings();
  const everywhere = useCommand('desk.signOutEverywhere');
  const [isStepping, setIsStepping] = useState(false);
  const themes: [Theme, string, typeof Sun][] = [
    ['light', t('Light'), Sun],
    ['dark', t('Dark'), Moon],
    ['system', t('As the machine'), Monitor],
  ];

  return (
    <>
    <Menu
      trigger={<AvatarButton name={person.name} says={t('{{name}}, my settings', { name: person.name })} />}
      groups={[
        { label: person.name, items: themes.map(([value, label, icon]) => ({ label, icon, checked: theme === value, does: () => chooseTheme(value) })) },
        { label: t('Keys'), items: [{ label: t('Single letters act'), icon: Keyboard, checked: single, does: () => onSingleKeys(!single) }] },
        ...more,
        { items: [{ label: t('Second step of signing in'), icon: KeyRound, does: () => setIsStepping(true) }, { label: t('Sign out everywhere'), icon: MonitorX, does: () => void everywhere.ask({ personId: person.id }).then(wasDone) }, { label: t('Sign out'), icon: LogOut, does: onSignOut }] },
      ]}
    />
    {isStepping && <SecondStepDialog onClose={() => setIsStepping(false)} />}
    </>
  );
};
