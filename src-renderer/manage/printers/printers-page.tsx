import { Plus, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Listed, Nothing } from '../../people/panel-parts.tsx';
import { useAsked } from '../../people/use-asked.ts';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { BackupRule } from './backup-rule.tsx';
import { PrinterForm } from './printer-form.tsx';
import { PrinterRow } from './printer-row.tsx';
import { createPrintersApi } from './printers-api.ts';

/** What waits, and why, changes by itself. */
const everyMs = 4000;

/** What comes out where, on paper ([PRT1]). */
export function PrintersPage() {
  const t = useText();
  const { client } = useScreen();
  const api = useMemo(() => createPrintersApi(client.ask), [client]);
  const printers = useAsked(api.list, everyMs);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <section className="grid gap-4">
        <p className="text-[1.25rem] leading-snug text-muted">{t('printer.lead')}</p>
        <Button
          look={isAdding ? 'framed' : 'primary'}
          wraps
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <Plus aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
          {t('printer.add')}
        </Button>
        {isAdding && <PrinterForm api={api} printer={null} onDone={() => setAdding(false)} onChange={printers.again} />}
      </section>
      <Listed asked={printers} empty={<Nothing icon={Printer} words={t('printer.none')} />}>
        {(printer) => <PrinterRow key={printer.id} api={api} printer={printer} onChange={printers.again} />}
      </Listed>
      <BackupRule api={api} />
    </>
  );
}
