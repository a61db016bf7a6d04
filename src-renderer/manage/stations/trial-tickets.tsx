import type { Stations } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { type TrialLine, trialTickets } from './trial-route.ts';

type TrialTicketsProps = { readonly lines: readonly TrialLine[]; readonly stations: Stations };

/** The same from the other side: what stands on the screen of each station. */
export function TrialTickets({ lines, stations }: TrialTicketsProps) {
  const t = useText();
  return (
    <div className="grid gap-3">
      <h3 className="text-[1.25rem] leading-tight font-bold">{t('stationOffice.perStation')}</h3>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {trialTickets(lines, stations).map((ticket) => (
          <li
            key={ticket.station.id}
            data-trial-ticket={ticket.station.id}
            className="grid content-start overflow-hidden rounded-xl border border-edge bg-surface"
          >
            <h4 className="words bg-band-new px-4 py-2 text-[1.25rem] leading-tight font-bold text-on-band-new">
              {ticket.station.name || t('stationOffice.unnamed')}
            </h4>
            <ul className="grid gap-1 p-4 text-[1.25rem] leading-tight">
              {ticket.lines.map(({ product, quantity }) => (
                <li key={product.id} className="flex gap-3">
                  <span className="tabular font-bold">{quantity}</span>
                  <span className="words min-w-0">{product.name}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
