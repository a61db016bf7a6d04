import { MessageSquareText, TriangleAlert } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';

type NoteProps = {
  readonly text: string;
  /** There was none before. */
  readonly isNew?: boolean;
};

/** What somebody wrote by hand. */
export function Note({ text, isNew = false }: NoteProps) {
  const t = useText();
  return (
    <span className="mt-0.5 flex w-full gap-2 rounded-md bg-note px-2 py-1 text-detail leading-[1.2] font-semibold">
      <MessageSquareText aria-hidden className="mt-[0.15em] size-[0.9em] shrink-0" />
      {isNew ? (
        <ins className="words min-w-0 flex-1 font-bold text-accent no-underline">{t('line.isNew', { what: text })}</ins>
      ) : (
        <span className="words min-w-0 flex-1">{text}</span>
      )}
    </span>
  );
}

type AllergensProps = {
  readonly names: readonly string[];
  /** Of these, those that nobody had told before. */
  readonly added?: readonly string[];
};

/** What a guest must not get. */
export function Allergens({ names, added = [] }: AllergensProps) {
  const t = useText();
  const known = names.filter((name) => !added.includes(name));
  return (
    <span className="mt-0.5 flex w-full gap-2 rounded-md bg-allergy px-2 py-1 text-detail leading-[1.2] font-bold text-on-allergy">
      <TriangleAlert aria-hidden className="mt-[0.1em] size-[1em] shrink-0" />
      <span className="min-w-0 flex-1">
        {t('line.allergens')} {known.length > 0 && <span className="words">{known.join(', ')}</span>}{' '}
        {added.length > 0 && <ins className="words no-underline">{t('line.isNew', { what: added.join(', ') })}</ins>}
      </span>
    </span>
  );
}
