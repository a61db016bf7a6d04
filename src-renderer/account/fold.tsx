import type { ReactNode } from 'react';

/** Seldom wanted: shut until somebody opens it. */
export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="rounded-2xl border border-edge bg-surface">
      <summary className="flex min-h-hit cursor-pointer items-center px-4 text-[1.25rem] font-semibold">
        {title}
      </summary>
      <div className="p-4 pt-2">{children}</div>
    </details>
  );
}
