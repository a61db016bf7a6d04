import type { LucideIcon } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useMoment } from '../screen/screen-context.ts';
import { useIsPass, useSettings } from '../screen/use-site.ts';
import { type AgeBand, ageBand, ageBands, bandLimits, targetMinutes } from '../store/age-band.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { ageColours, ageIcons, readyColours, readyIcons, readyWords } from './age-look.ts';
import { SeenButton } from './seen-button.tsx';
import { TicketAge } from './ticket-age.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { type Readiness, useReadiness, useReadyFor } from './use-ready.ts';

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
      {/* The facts go on below the words. */}
      <div className="flow-root min-h-8 text-meta">
        <span className="float-end ms-2 flex flex-col items-end whitespace-nowrap">
          {readiness && <ReadyWord ticket={ticket} readiness={readiness} />}
          <AgeWord band={band} />
        </span>
        <TicketFacts ticket={ticket} />
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

/** Whichever word stands there, the others have room, too: it comes later and must push nothing ([AGE3]). */
function AgeWord({ band }: { readonly band: AgeBand }) {
  const t = useText();
  return (
    <span className="grid justify-items-end">
      {ageBands.map((one) => {
        const Icon = ageIcons[one];
        return (
          Icon && one !== 'new' && <Word key={one} Icon={Icon} text={t(`ticket.age.${one}`)} isSaid={one === band} />
        );
      })}
    </span>
  );
}

function ReadyWord({ ticket, readiness }: TicketHeaderProps & { readonly readiness: Readiness }) {
  const t = useText();
  const readyFor = useReadyFor(ticket);
  return (
    <span data-readiness={readiness} className="flex items-center gap-1.5 font-bold">
      <span className="grid justify-items-end">
        {(['going', 'cooling'] as const).map((one) => (
          <Word key={one} Icon={readyIcons[one]} text={t(readyWords[one])} isSaid={one === readiness} />
        ))}
      </span>
      <span dir="ltr" className="tabular min-w-[4.5ch] text-right rtl:text-left">
        {readyFor}
      </span>
    </span>
  );
}

type WordProps = { readonly Icon: LucideIcon; readonly text: string; readonly isSaid: boolean };

/** Drawn by the style where it only keeps its room: nobody is to read or hear it. */
function Word({ Icon, text, isSaid }: WordProps) {
  const icon = <Icon aria-hidden className="size-[1.1em]" strokeWidth={2.5} />;
  if (isSaid) {
    return (
      <strong className={word}>
        {icon}
        {text}
      </strong>
    );
  }
  return (
    <span aria-hidden data-room={text} className={`${word} invisible after:content-[attr(data-room)]`}>
      {icon}
    </span>
  );
}

const word = '[grid-area:1/1] flex items-center gap-1.5 font-bold';
