import { Select as Base } from '@base-ui/react/select';
import { ChevronDown } from 'lucide-react';
import { Icon } from './icon.tsx';
import { Field, type FieldLabel } from './field.tsx';
import { KeyLayer } from './key-layer.tsx';
import './menu.css';
import './select.css';

export type Option<Value extends string = string> = { value: Value; label: string; says?: string };

export type SelectProps<Value extends string> = FieldLabel & {
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string;
};

/** For a short list of plain choices; where each needs a sentence, `Choice`. Letters jump to a label. */
export const Select = <Value extends string>({ options, value, onChange, placeholder, ...label }: SelectProps<Value>) => (
  <Field {...label}>
    {(ids) => (
      <Base.Root items={options} value={value ?? null} onValueChange={(next) => next !== null && onChange(next)}>
        <Base.Trigger {...ids} className="field-box select">
          <Base.Value placeholder={placeholder} className="select-value" />
          <Base.Icon render={<span />}>
            <Icon of={ChevronDown} />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className="menu-place" sideOffset={4} alignItemWithTrigger={false} collisionPadding={8}>
            <Base.Popup className="menu">
              <KeyLayer>
                <Base.List>
                  {options.map((option) => (
                    <Base.Item key={option.value} value={option.value} className="menu-item">
                      <span className="menu-words">
                        <Base.ItemText>{option.label}</Base.ItemText>
                        {option.says && <small>{option.says}</small>}
                      </span>
                    </Base.Item>
                  ))}
                </Base.List>
              </KeyLayer>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    )}
  </Field>
);
