import { FilePenLine, MessageSquareText, RotateCcw, TriangleAlert } from 'lucide-react';
import type { Line } from '#shared/domain/line.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../messages/text-context.tsx';
import { differenceOf, type LineDifference, type ModifierMark } from '../store/line-difference.ts';

type LineDetailsProps = { readonly one: TicketLine; readonly look: string };

/** Everything about a dish but its name; after a change the old beside the new ([CHG1]). */
export function LineDetails({ one: { line, isUnseen }, look }: LineDetailsProps) {
  const difference = differenceOf(line, isUnseen ? (line.changedFrom ?? line) : line);
  const isChanged = isUnseen && line.changedFrom !== null;
  return (
    <>
      {isChanged && <Changed />}
      {line.round > 1 && <Again round={line.round} />}
      {difference.modifiers.map((modifier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a modifier may be there twice and never moves
        <Modifier key={index} modifier={modifier} look={look} />
      ))}
      {difference.notesWere && <del className="words text-detail text-muted decoration-2">{difference.notesWere}</del>}
      {line.notes && <Note text={line.notes} />}
      {line.allergens.length > 0 && <Allergens names={line.allergens} />}
      {difference.allergensWere.length > 0 && (
        <del className="words text-detail text-muted decoration-2">{difference.allergensWere.join(', ')}</del>
      )}
      <Where line={line} difference={difference} />
    </>
  );
}

function Changed() {
  const t = useText();
  return (
    <strong className="flex items-center gap-1.5 text-aside font-bold text-accent">
      <FilePenLine aria-hidden className="size-[1.1em]" strokeWidth={2.5} />
      {t('line.changed')}
    </strong>
  );
}

/** Cooked anew: something was wrong with it, or it was lost. */
function Again({ round }: { readonly round: number }) {
  const t = useText();
  return (
    <strong className="flex items-center gap-1.5 text-aside font-bold">
      <RotateCcw aria-hidden className="size-[1em]" strokeWidth={3} />
      {t('line.again', { round })}
    </strong>
  );
}

function Modifier({ modifier: { name, mark }, look }: { readonly modifier: ModifierMark; readonly look: string }) {
  const words = `words ps-4 text-detail leading-[1.2] ${look}`;
  if (mark === 'removed') return <del className={`${words} text-muted decoration-4`}>{name}</del>;
  if (mark === 'added') return <ins className={`${words} font-bold text-accent no-underline`}>+ {name}</ins>;
  return <span className={words}>{name}</span>;
}

export function Note({ text }: { text: string }) {
  return (
    <span className="mt-0.5 flex w-full gap-2 rounded-md bg-note px-2 py-1 text-detail leading-[1.2] font-semibold">
      <MessageSquareText aria-hidden className="mt-[0.15em] size-[0.9em] shrink-0" />
      <span className="words min-w-0 flex-1">{text}</span>
    </span>
  );
}

export function Allergens({ names }: { names: readonly string[] }) {
  const t = useText();
  return (
    <span className="mt-0.5 flex w-full gap-2 rounded-md bg-allergy px-2 py-1 text-detail leading-[1.2] font-bold text-on-allergy">
      <TriangleAlert aria-hidden className="mt-[0.1em] size-[1em] shrink-0" />
      <span className="min-w-0 flex-1">
        {t('line.allergens')} <span className="words">{names.join(', ')}</span>
      </span>
    </span>
  );
}

/** Its course stands above it. */
function Where({ line: { seat }, difference }: { readonly line: Line; readonly difference: LineDifference }) {
  const t = useText();
  const { seatWas, courseWas } = difference;
  if (seat === null && seatWas === null && courseWas === null) return null;
  return (
    <span className="flex flex-wrap gap-x-2 text-aside text-muted">
      {courseWas !== null && <del>{t('line.course', { course: courseWas })}</del>}
      {seatWas !== null && <del>{t('line.seat', { seat: seatWas })}</del>}
      {seat !== null && t('line.seat', { seat })}
    </span>
  );
}
