import { useText } from '../messages/text-context.tsx';
import { useMoment } from '../screen/screen-context.ts';
import { formatDuration } from '../ui/duration.ts';

type TicketAgeProps = {
  readonly sinceMs: number;
  /** In minutes; null where it is measured by something else. */
  readonly target: number | null;
};

/**
 * How old it is, of how much it may be: tickets of the same age differ in colour by that ([AGE1]). A recall starts it anew
 * ([AGE2]), and it is as wide at ten minutes as at nine ([AGE3]). The target takes no room from the label: where both have
 * none it goes into the line below, out of sight.
 */
export function TicketAge({ sinceMs, target }: TicketAgeProps) {
  const t = useText();
  const age = useMoment(({ serverMs }) => formatDuration(serverMs - sinceMs));
  return (
    <span
      dir="ltr"
      className="tabular flex h-[1.25em] min-w-min shrink-[9999] flex-wrap content-start items-baseline justify-end gap-x-1.5 overflow-hidden text-timer leading-[1.25] font-bold rtl:justify-start"
    >
      <span className="min-w-[5ch] shrink-0 text-right">{age}</span>
      {target !== null && (
        <span data-target className="shrink-0 text-meta font-semibold">
          <span aria-hidden>/ {target}</span>
          <span className="sr-only">{t('ticket.target', { minutes: target })}</span>
        </span>
      )}
    </span>
  );
}
