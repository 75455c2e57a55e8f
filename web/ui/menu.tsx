import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { KeyLayer } from './key-layer.tsx';
import './menu.css';

export type MenuItem = {
  label: string;
  does: () => void;
  icon?: LucideIcon;
  keys?: string;
  /** Why not now: it stays in the list and says so. */
  refused?: string;
  danger?: boolean;
  /** One of a set of choices, and whether it is the chosen one. */
  checked?: boolean;
};

export type MenuProps = {
  /** A `Button` or `IconButton`. */
  trigger: ReactElement;
  /** Groups, each with a heading when it needs one. */
  groups: { label?: string; items: MenuItem[] }[];
};

export const Menu = ({ trigger, groups }: MenuProps) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner className="menu-place" sideOffset={4} align="start" collisionPadding={8}>
        <Base.Popup className="menu">
          <KeyLayer>
            {groups.map(({ label, items }, n) => (
              <Fragment key={label ?? n}>
                {n > 0 && <Base.Separator className="menu-line" />}
                <Base.Group>
                  {label && <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>}
                  {items.map((item) => (
                    <Item key={item.label} {...item} />
                  ))}
                </Base.Group>
              </Fragment>
            ))}
          </KeyLayer>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

const Item = ({ label, does, icon, keys, refused, danger, checked }: MenuItem) => {
  const inside = (
    <>
      <span className="menu-icon">{icon && <Icon of={icon} />}</span>
      <span className="menu-words">
        <span>{label}</span>
        {refused && <small>{refused}</small>}
      </span>
      {keys && <Kbd keys={keys} />}
    </>
  );
  const shared = { className: 'menu-item', label, disabled: Boolean(refused), 'data-danger': danger || undefined };
  return checked === undefined ? (
    <Base.Item {...shared} onClick={does}>
      {inside}
    </Base.Item>
  ) : (
    <Base.CheckboxItem {...shared} checked={checked} onCheckedChange={does} closeOnClick>
      {inside}
    </Base.CheckboxItem>
  );
};
