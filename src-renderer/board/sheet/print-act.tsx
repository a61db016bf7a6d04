import { Printer } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { PrintAnswer } from '../../screen/printing/print-answer.tsx';
import { usePrint } from '../../screen/printing/use-print.ts';
import { usePrinters } from '../../screen/printing/use-printers.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { stationShown } from '../../store/screen-state.ts';
import type { Ticket } from '../../store/ticket.ts';
import { Button } from '../../ui/button.tsx';

const everyMs = 60_000;

/** What stands on this ticket, on paper ([PRT5]); not offered where no printer prints for the kitchen. */
export function PrintAct({ ticket: { order } }: { readonly ticket: Ticket }) {
  const t = useText();
  const known = usePrinters(everyMs);
  // Also a pass may have a printer, which its viewpoint does not name.
  const station = useScreenState((state) => (stationShown(state) === undefined ? null : state.station));
  const { printing, print } = usePrint();
  if (known === undefined || known?.kitchen === false) return null;
  return (
    <div className="grid gap-3">
      <Button
        look="framed"
        wraps
        data-print
        disabled={printing?.kind === 'asking'}
        onClick={() => print({ orderId: order.id, slip: 'kitchen', station })}
      >
        <Printer aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
        {t('printer.print')}
      </Button>
      <PrintAnswer printing={printing} />
    </div>
  );
}
