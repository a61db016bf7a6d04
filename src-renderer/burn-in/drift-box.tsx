import type { ReactNode } from 'react';
import { driftPx } from './drift.ts';
import { useOffset } from './drift-context.ts';

/**
 * Everything on the screen, moved by a hair. What is inside keeps its size wherever it stands, so that nothing is
 * measured anew; a pixel is too little for a tap to be told ([TAP1]).
 */
export function DriftBox({ children }: { readonly children: ReactNode }) {
  const offset = useOffset();
  const padding = offset && `${offset.y}px ${driftPx - offset.x}px ${driftPx - offset.y}px ${offset.x}px`;
  return (
    <div data-drift={offset ? `${offset.x},${offset.y}` : 'off'} className="h-full" style={{ padding }}>
      {children}
    </div>
  );
}
