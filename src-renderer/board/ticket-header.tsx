import { useText } from '../messages/text-context.tsx';
import { type AgeBand, ageBand, bandLimits, targetMinutes } from '../store/age-band.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { ageColours, ageIcons, readyColours, readyIcons, readyWords } from './age-look.ts';
import { useMoment } from './screen-context.ts';
import { SeenButton } from './seen-button.tsx';
import { TicketAge } from './ticket-age.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { type Readiness, useReadiness, useReadyFor } from './use-ready.ts';
import { useIsPass, useSettings } from './use-site.ts';

type TicketHeaderProps = { readonly ticket: Ticket };

/** Who it is for, and how long they have waited: colour, icon, word and figure say the same ([AGE1]). */
export function TicketHeader({ ticket }: TicketHeaderProps) {
  const settings = useSettings();
  const limits = bandLimits(ticket, settings);
  const band = useMoment(({ serverMs }) => ageBand(serverMs - ticket.sinceMs, limits));
  const isPass = useIsPass(ticket.viewpoint);
  const readiness = useReadiness(ticket);
  const colours = readiness ? readyColours[readiness] : ageColours[band];
  return (
    <header
      data-head
      data-band={band}
      data-ready={readiness !== null}
      className={`${colours} relative min-h-hit px-3 pt-2 pb-1.5`}
    >
      <div className="flex items-start justify-between gap-3">
        <Label text={ticketLabel(ticket.order)} />
        <TicketAge sinceMs={ticket.sinceMs} target={targetMinutes(ticket, settings)} />
      </div>
      <div className="flex min-h-8 items-start justify-between gap-3 text-meta">
        <TicketFacts ticket={ticket} />
        <span className="flex shrink-0 flex-col items-end">
          {readiness && <ReadyWord ticket={ticket} readiness={readiness} />}
          <AgeWord band={band} />
        </span>
      </div>
      {!isPass && <SeenButton ticket={ticket} />}
    </header>
  );
}

/** As large as it can be: a table with a long name is still one name. */
function Label({ text }: { readonly text: string }) {
  const size = text.length > longLabel ? 'text-[1.625rem]' : 'text-label';
  return <h2 className={`words min-w-0 ${size} leading-[1.05] font-bold`}>{text}</h2>;
}

const longLabel = 8;

const word = 'flex items-center gap-1.5 font-bold';

function AgeWord({ band }: { readonly band: AgeBand }) {
  const t = useText();
  const Icon = ageIcons[band];
  if (!Icon || band === 'new') return null;
  return (
    <strong className={word}>
      <Icon aria-hidden className="size-[1.1em]" strokeWidth={2.5} />
      {t(`ticket.age.${band}`)}
    </strong>
  );
}

function ReadyWord({ ticket, readiness }: TicketHeaderProps & { readonly readiness: Readiness }) {
  const t = useText();
  const readyFor = useReadyFor(ticket);
  const Icon = readyIcons[readiness];
  return (
    <strong className={word}>
      <Icon aria-hidden className="size-[1.1em]" strokeWidth={2.5} />
      {t(readyWords[readiness])}
      <span dir="ltr" className="tabular">
        {readyFor}
      </span>
    </strong>
  );
}
