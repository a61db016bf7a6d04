import { Printer } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import { useText } from '../messages/text-context.tsx';
import { usePrinters } from '../screen/printing/use-printers.ts';
import { useScreen, useScreenState } from '../screen/screen-context.ts';
import { useIsPass, useStations } from '../screen/use-site.ts';
import { mayManage } from '../store/staff-rights.ts';
import { Banner } from '../ui/banner.tsx';

const everyMs = 15_000;

/** Slips wait for a printer that does not print: told whoever can send somebody to look, the pass and managers ([PRT9]). */
export function PrinterBanner() {
  const t = useText();
  const { guard } = useScreen();
  const isManager = useScreenState(mayManage);
  const station = useScreenState((state) => state.station);
  const isPass = useIsPass(viewpointOf(useStations(), station));
  const known = usePrinters(everyMs, isManager || isPass);
  const isTold = Boolean(known && known.troubled.length > 0);
  // The banner pushes everything down, or lets it up again.
  useLayoutEffect(() => (isTold ? () => guard.slid() : undefined), [isTold, guard]);
  useLayoutEffect(() => (isTold ? guard.slid() : undefined), [isTold, guard]);
  if (!known || !isTold) return null;
  return (
    <Banner
      look="caution"
      icon={<Printer aria-hidden className="size-8 shrink-0" />}
      title={t('printer.warn', { number: known.waiting })}
      detail={t('printer.warnDetail', { printers: known.troubled.join(', ') })}
    />
  );
}
