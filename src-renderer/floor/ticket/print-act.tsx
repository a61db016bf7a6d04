import { Printer, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { PrintAnswer } from '../../screen/printing/print-answer.tsx';
import { usePrint } from '../../screen/printing/use-print.ts';
import { type KnownPrinters, usePrinters } from '../../screen/printing/use-printers.ts';
import { Button } from '../../ui/button.tsx';

const everyMs = 60_000;

/** The order on paper, for the kitchen or for the guests ([PRT5]); not offered where there is no printer. */
export function PrintAct({ order }: { readonly order: Order }) {
  const t = useText();
  const known = usePrinters(everyMs);
  const [isOpen, setOpen] = useState(false);
  if (known === undefined || (known && !known.kitchen && !known.guest)) return null;
  return (
    <>
      <Button look="framed" wraps data-act="print" onClick={() => setOpen(true)}>
        <Printer aria-hidden className="size-6 shrink-0" />
        {t('printer.print')}
      </Button>
      {isOpen && <PrintSheet order={order} known={known} onClose={() => setOpen(false)} />}
    </>
  );
}

type PrintSheetProps = { readonly order: Order; readonly known: KnownPrinters; readonly onClose: () => void };

function PrintSheet({ order, known, onClose }: PrintSheetProps) {
  const t = useText();
  const { printing, print } = usePrint();
  const isBusy = printing?.kind === 'asking';
  const wish = { orderId: order.id, station: null };
  return (
    <GuardedDialog title={t('printer.print')} onClose={onClose}>
      <div className="grid gap-3">
        {known?.guest !== false && (
          <Button
            look="framed"
            wraps
            data-slip="guest"
            disabled={isBusy}
            onClick={() => print({ ...wish, slip: 'guest' })}
          >
            <ReceiptText aria-hidden className="size-6 shrink-0" />
            {t('printer.printGuest')}
          </Button>
        )}
        {known?.kitchen !== false && (
          <Button
            look="framed"
            wraps
            data-slip="kitchen"
            disabled={isBusy}
            onClick={() => print({ ...wish, slip: 'kitchen' })}
          >
            <Printer aria-hidden className="size-6 shrink-0" />
            {t('printer.printKitchen')}
          </Button>
        )}
        <PrintAnswer printing={printing} />
      </div>
    </GuardedDialog>
  );
}
