import { FilePenLine, RotateCcw } from 'lucide-react';
import type { Line } from '#shared/domain/line.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { Allergens, Note } from '../screen/line-boxes.tsx';
import { differenceOf, type LineDifference, type ModifierMark } from '../store/line-difference.ts';

type LineDetailsProps = { readonly one: TicketLine; readonly look: string };

/** Everything about a dish but its name; after a change the old beside the new ([CHG1]). */
export function LineDetails({ one: { line, state, isUnseen }, look }: LineDetailsProps) {
  const difference = differenceOf(line, isUnseen ? (line.changedFrom ?? line) : line);
  const isChanged = isUnseen && line.changedFrom !== null;
  return (
    <>
      {state === 'void' && <CalledOff />}
      {isChanged && <Changed />}
      {line.round > 1 && <Again round={line.round} />}
      {difference.modifiers.map((modifier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a modifier may be there twice and never moves
        <Modifier key={index} modifier={modifier} look={look} />
      ))}
      {difference.notesWere && <Struck text={difference.notesWere} isReplaced={line.notes !== null} />}
      {line.notes && <Note text={line.notes} isNew={difference.isNew.notes} />}
      {line.allergens.length > 0 && <Allergens names={line.allergens} added={difference.allergensNew} />}
      {difference.allergensWere.length > 0 && <Struck text={difference.allergensWere.join(', ')} isReplaced={false} />}
      <Where line={line} difference={difference} />
    </>
  );
}

/** In words that leave no cook in doubt. */
function CalledOff() {
  const t = useText();
  return <strong className="text-aside font-bold text-danger">{t('line.voided')}</strong>;
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

/** Cooked anew: something was wrong with it, or it was lost. No figure stands alone: that would be a quantity. */
function Again({ round }: { readonly round: number }) {
  const t = useText();
  return (
    <strong className="flex items-center gap-1.5 text-aside font-bold">
      <RotateCcw aria-hidden className="size-[1em] shrink-0" strokeWidth={3} />
      {timesMade(round, t)}
    </strong>
  );
}

function timesMade(round: number, t: Text): string {
  if (round > 3) return t('line.again.more', { times: round });
  return t(round === 3 ? 'line.again.third' : 'line.again.second');
}

/** What is called off. Where nothing stands in its place a word says so: a line through it is easily missed. */
function Struck({ text, isReplaced }: { readonly text: string; readonly isReplaced: boolean }) {
  const t = useText();
  return (
    <span className="words text-detail text-muted">
      {!isReplaced && <span className="font-semibold">{t('line.struckOut')} </span>}
      <del className="decoration-2">{text}</del>
    </span>
  );
}

function Modifier({ modifier: { name, mark }, look }: { readonly modifier: ModifierMark; readonly look: string }) {
  const t = useText();
  const words = `words ps-4 text-detail leading-[1.2] ${look}`;
  if (mark === 'removed') {
    return (
      <span className={`${words} text-muted`}>
        <span className="font-semibold">{t('line.struckOut')} </span>
        <del className="decoration-4">{name}</del>
      </span>
    );
  }
  if (mark === 'added') return <ins className={`${words} font-bold text-accent no-underline`}>+ {name}</ins>;
  return <span className={words}>{name}</span>;
}

/** Its course stands above it, but that it is new there. */
function Where({ line: { seat, course }, difference }: { readonly line: Line; readonly difference: LineDifference }) {
  const t = useText();
  const { seatWas, courseWas, isNew } = difference;
  if (seat === null && seatWas === null && courseWas === null && !isNew.course) return null;
  const added = 'font-bold text-accent no-underline';
  return (
    <span className="flex flex-wrap gap-x-2 text-aside text-muted">
      {courseWas !== null && <del>{t('line.course', { course: courseWas })}</del>}
      {isNew.course && (
        <ins className={added}>{t('line.isNew', { what: t('line.course', { course: course ?? 0 }) })}</ins>
      )}
      {seatWas !== null && <del>{t('line.seat', { seat: seatWas })}</del>}
      {seat !== null &&
        (isNew.seat ? (
          <ins className={added}>{t('line.isNew', { what: t('line.seat', { seat }) })}</ins>
        ) : (
          t('line.seat', { seat })
        ))}
    </span>
  );
}
