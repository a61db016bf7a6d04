import { Check, CheckCheck, CircleHelp, Eye, type LucideIcon, Play } from 'lucide-react';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { useIsPass, useSettings } from '../screen/use-site.ts';
import type { Ticket } from '../store/ticket.ts';
import { ticketLabel } from '../store/ticket-label.ts';
import { type Doubt, nextStep, type Step } from './next-step.ts';
import { useStep } from './use-step.ts';

type StepButtonProps = { readonly ticket: Ticket; readonly slotKey: number | undefined };

/** Bump, or what has to come before it. */
export function StepButton({ ticket, slotKey }: StepButtonProps) {
  const t = useText();
  const isPass = useIsPass(ticket.viewpoint);
  const step = nextStep(ticket, useSettings(), isPass);
  const { isAsking, take } = useStep(ticket, step);
  const isDone = ticket.allReady;
  const face = isAsking ? 'sure' : step.kind;
  const Icon = isDone && step.kind === 'bump' ? CheckCheck : icons[face];
  const words = isAsking && step.kind === 'ask' ? t(questions[step.about]) : wordsFor(step, isPass, isDone, t);
  const isPlain = step.kind === 'bump' || step.kind === 'ask';
  return (
    <button
      type="button"
      data-bump
      data-step={face}
      onClick={({ detail }) => take(detail === 0)}
      className={`flex min-h-hit min-w-0 flex-1 items-center justify-center gap-3 rounded-lg px-2 leading-tight font-bold ${sizeOf(face)} ${lookOf(step, isAsking, isDone)} active:brightness-125`}
    >
      <span className="grid shrink-0 justify-items-center gap-0.5">
        {slotKey !== undefined && (
          <kbd className="tabular rounded border-2 border-current px-2 font-sans text-meta leading-tight">
            {slotKey}
          </kbd>
        )}
        <Icon aria-hidden className="size-[1.2em]" strokeWidth={3} />
      </span>
      {words}
      {isPlain && !isDone && !isAsking && <Ready ticket={ticket} />}
      <TicketName ticket={ticket} />
    </button>
  );
}

const icons: Readonly<Record<Step['kind'] | 'sure', LucideIcon>> = {
  bump: Check,
  ask: Check,
  sure: CircleHelp,
  see: Eye,
  fire: Play,
};

const questions = {
  'not-ready': 'ticket.handOverAnyway',
  'not-seen': 'ticket.putAwayAnyway',
  'not-begun': 'ticket.notBegunAnyway',
} as const satisfies Record<Doubt, string>;

function wordsFor(step: Step, isPass: boolean, isDone: boolean, t: Text): string {
  if (step.kind === 'see') return t(`ticket.see.${step.what}`);
  if (step.kind === 'fire') return step.course > 0 ? t('ticket.fireCourse', { course: step.course }) : t('ticket.fire');
  if (isPass && (isDone || (step.kind === 'ask' && step.about === 'not-ready'))) return t('ticket.handOver');
  return isDone ? t('ticket.done') : t('ticket.bump');
}

/** Longer words, smaller letters: the button keeps its height. */
function sizeOf(face: Step['kind'] | 'sure'): string {
  if (face === 'sure') return 'text-[1.25rem]';
  return face === 'bump' || face === 'ask' ? 'text-[1.75rem]' : 'text-[1.5rem]';
}

function lookOf(step: Step, isAsking: boolean, isDone: boolean): string {
  if (isAsking) return 'bg-band-warn text-on-band-warn';
  if (step.kind === 'see') return step.what === 'allergens' ? 'bg-allergy text-on-allergy' : 'bg-accent text-on-accent';
  if (step.kind === 'fire') return 'bg-accent text-on-accent';
  return isDone ? 'bg-done-solid text-on-done-solid' : 'bg-raised text-text';
}

/** For who cannot see whose button it is. Its name begins with what stands on it, so that it can be spoken ([LOK2]). */
function TicketName({ ticket: { order } }: { readonly ticket: Ticket }) {
  const t = useText();
  return <span className="sr-only"> {t('ticket.name', { ticket: ticketLabel(order) })}</span>;
}

/** `1/3`: how much of what is to be done here, also later, is ready. Nothing is said before the first line is. */
function Ready({ ticket: { lines } }: { readonly ticket: Ticket }) {
  const counted = lines.filter(({ state }) => isCounted.has(state));
  const ready = counted.filter(({ state }) => state === 'ready' || state === 'done').length;
  return (
    ready > 0 && <span className="tabular text-meta font-semibold text-muted">{`${ready}/${counted.length}`}</span>
  );
}

const isCounted: ReadonlySet<Ticket['lines'][number]['state']> = new Set(['todo', 'waiting', 'later', 'ready', 'done']);
