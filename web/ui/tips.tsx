import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import { Kbd } from './kbd.tsx';
import './tips.css';

const WAITS_MS = 350;

/** One tip for the whole desk: it says the `data-tip` of what is pointed at or focused. Names and reasons for ears stand on the thing itself. */
export const Tips = () => {
  const [at, setAt] = useState<HTMLElement>();

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const turn = (to: HTMLElement | undefined, waits: number) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => setAt(to), waits);
    };
    const point = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'touch' || (target instanceof Element && target.closest('.tip'))) return clearTimeout(waiting);
      const to = tipped(target);
      turn(to, to ? WAITS_MS : 80);
    };
    const focus = ({ target }: FocusEvent) => target instanceof Element && target.matches(':focus-visible') && turn(tipped(target), WAITS_MS);
    // Fingers do not linger: whoever presses what is refused reads why at once.
    const refuse = ({ target }: MouseEvent) => {
      const to = tipped(target);
      if (to?.ariaDisabled === 'true') turn(to, 0);
    };
    const leave = () => turn(undefined, 0);
    const escape = ({ key }: KeyboardEvent) => key === 'Escape' && leave();

    const heard = new AbortController();
    document.addEventListener('pointerover', point, heard);
    document.addEventListener('focusin', focus, heard);
    document.addEventListener('focusout', leave, heard);
    document.addEventListener('click', refuse, heard);
    document.addEventListener('pointerdown', leave, heard);
    document.addEventListener('keydown', escape, heard);
    return () => {
      clearTimeout(waiting);
      heard.abort();
    };
  }, []);

  const says = at?.isConnected && at.dataset.tip;
  return (
    <Tooltip.Root open={Boolean(says)}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={at} side={at?.dataset.tipSide === 'right' ? 'right' : 'bottom'} sideOffset={6} className="tip-place">
          <Tooltip.Popup className="tip">
            {says}
            {at?.dataset.tipKeys && <Kbd keys={at.dataset.tipKeys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
};

const tipped = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>('[data-tip]')) || undefined;
