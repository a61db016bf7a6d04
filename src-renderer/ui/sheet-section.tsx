import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type SheetSectionProps = { readonly icon: LucideIcon; readonly title: string; readonly children: ReactNode };

/** One subject of a sheet. */
export function SheetSection({ icon: Icon, title, children }: SheetSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h3 id={id} className="flex items-center gap-2.5 text-[1.375rem] font-semibold text-muted">
        <Icon aria-hidden className="size-[1.2em] shrink-0" />
        {title}
      </h3>
      {children}
    </section>
  );
}
