import { Printer } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Problem } from '../sign-in/problem.tsx';
import type { Printing } from './use-print.ts';

/** What became of a wish to print, where it was wished. */
export function PrintAnswer({ printing }: { readonly printing: Printing | null }) {
  const t = useText();
  if (printing?.kind === 'failed') return <Problem problem={printing.problem} />;
  if (printing?.kind !== 'sent') return null;
  return (
    <p
      role="status"
      data-print-sent
      className="flex gap-3 rounded-lg border-2 border-done p-3 text-chrome font-semibold text-done"
    >
      <Printer aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      <span className="words min-w-0">{t('printer.sent', { printers: printing.printers.join(', ') })}</span>
    </p>
  );
}
