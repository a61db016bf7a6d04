import { ArrowDown, ArrowUp } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';

export type PlaceInList = { readonly at: number; readonly of: number };

type MoveButtonsProps = {
  /** What is moved. */
  readonly name: string;
  readonly place: PlaceInList;
  readonly onMove: (by: -1 | 1) => void;
};

/** Another place in the list without dragging; the focus goes along, so that it can be moved on ([MNE2], [STE1]). */
export function MoveButtons({ name, place, onMove }: MoveButtonsProps) {
  const t = useText();
  const follow = useFocusAlong(place.at);
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    follow.current = event.currentTarget;
    onMove(by);
  };
  return (
    <>
      <Button data-up aria-label={t('manage.moveUp', { what: name })} aria-disabled={place.at === 0} onClick={move(-1)}>
        <ArrowUp aria-hidden className={`size-6 ${place.at === 0 ? 'opacity-40' : ''}`} />
      </Button>
      <Button
        data-down
        aria-label={t('manage.moveDown', { what: name })}
        aria-disabled={place.at === place.of - 1}
        onClick={move(1)}
      >
        <ArrowDown aria-hidden className={`size-6 ${place.at === place.of - 1 ? 'opacity-40' : ''}`} />
      </Button>
    </>
  );
}

/** A browser takes the focus from what is put elsewhere. */
function useFocusAlong(at: number) {
  const button = useRef<HTMLButtonElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it stands in its new place
  useEffect(() => {
    button.current?.focus();
    button.current = null;
  }, [at]);
  return button;
}
