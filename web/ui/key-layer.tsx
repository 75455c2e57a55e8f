import { useId, useLayoutEffect, type ReactNode } from 'react';
import { KeyLayerContext, raiseLayer } from '../platform/keys.ts';

/** While it is on screen, only what stands inside it hears keys. Every dialog is one. */
export const KeyLayer = ({ children }: { children: ReactNode }) => {
  const layer = useId();
  useLayoutEffect(() => raiseLayer(layer), [layer]);
  return <KeyLayerContext value={layer}>{children}</KeyLayerContext>;
};
