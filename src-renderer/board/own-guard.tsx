import { type ReactNode, useState } from 'react';
import { ScreenContext, useScreen } from './screen-context.ts';
import { useHeightGuard } from './use-height-guard.ts';

/** What lies over or beside the tickets and moves by itself, not with them ([TAP1]). */
export function OwnGuard({ children }: { readonly children: ReactNode }) {
  const below = useScreen();
  const [screen] = useState(() => ({ ...below, guard: below.guard.above() }));
  return (
    <ScreenContext value={screen}>
      <Content>{children}</Content>
    </ScreenContext>
  );
}

function Content({ children }: { readonly children: ReactNode }) {
  return <div ref={useHeightGuard<HTMLDivElement>()}>{children}</div>;
}
