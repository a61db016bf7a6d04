import { useState } from 'react';

/** What of the house a waiter has before their eyes. */
export const views = ['own', 'all', 'tables', 'deliveries'] as const;
export type View = (typeof views)[number];

const storedAs = 'kitchen-pass.floor-view';

/** Of this device: whoever works by tables comes back to them, also over a reload ([FLR4]). */
export function useView(): readonly [view: View, choose: (view: View) => void] {
  const [view, setView] = useState(read);
  const choose = (chosen: View) => {
    keep(chosen);
    setView(chosen);
  };
  return [view, choose];
}

function read(): View {
  try {
    const kept = localStorage.getItem(storedAs);
    return views.find((view) => view === kept) ?? 'own';
  } catch {
    return 'own';
  }
}

function keep(view: View): void {
  try {
    localStorage.setItem(storedAs, view);
  } catch {
    // It holds as long as the page; that is all a locked storage allows.
  }
}
