import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import './icon-button.css';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label' | 'icon'> & {
  icon: LucideIcon;
  /** What it does: its name for ears, and its tip for eyes. */
  name: string;
  children?: ReactNode;
};

export const IconButton = ({ icon, name, keys, kind = 'quiet', className = '', children, ...rest }: IconButtonProps) => (
  <Button {...rest} kind={kind} icon={icon} aria-label={name} data-tip={name} data-tip-keys={keys} className={`icon-button ${className}`}>
    {children}
  </Button>
);
