import { type ReactNode, useState } from 'react';
import { type Screen, ScreenContext, useScreen } from './screen-context.ts';
import { useHeightGuard } from './use-height-guard.ts';

type Children = { readonly children: ReactNode };

/** What lies over or beside the tickets and moves by itself, not with them ([TAP1]). */
export function OwnGuard({ children }: Children) {
  return <Guarded screen={useOwnScreen()}>{children}</Guarded>;
}

/** The screen with a guard that begins now, for what lies over or beside it. */
export function useOwnScreen(): Screen {
  const below = useScreen();
  const [screen] = useState(() => ({ ...below, guard: below.guard.above() }));
  return screen;
}

export function Guarded({ screen, children }: Children & { readonly screen: Screen }) {
  return (
    <ScreenContext value={screen}>
      <Content>{children}</Content>
    </ScreenContext>
  );
}

function Content({ children }: Children) {
  return <div ref={useHeightGuard<HTMLDivElement>()}>{children}</div>;
}
