import { Download } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { csvAddress, type ReportKind } from './report-api.ts';
import type { Span } from './span.ts';

type TableSectionProps = {
  readonly title: string;
  /** Which table for a spreadsheet it is a part of, and what that is called. */
  readonly csv: { readonly kind: ReportKind; readonly span: Span } | null;
  readonly children: ReactNode;
};

/** Figures under a heading of their own, with the way to a spreadsheet. */
export function TableSection({ title, csv, children }: TableSectionProps) {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3 print:block">
      <div data-heading className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={id} className="text-[1.5rem] leading-tight font-bold">
          {title}
        </h3>
        {csv && (
          <a
            href={csvAddress(csv.kind, csv.span)}
            download
            data-csv={csv.kind}
            className="flex min-h-hit items-center gap-2 rounded-lg border-2 border-edge bg-surface px-4 text-chrome font-semibold active:bg-raised print:hidden"
          >
            <Download aria-hidden className="size-[1.2em] shrink-0" />
            {t(`report.csv.${csv.kind}`)}
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
