import { Plus, X } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { actionName } from './action-name.ts';
import type { BoardAction } from './board-action.ts';
import { useHands } from './hands.ts';
import { capOf, KeyCap } from './key-cap.tsx';
import { strokesFor } from './key-map.ts';
import type { Stroke } from './stroke.ts';

type LearnRowProps = {
  readonly action: BoardAction;
  readonly isWanted: boolean;
  readonly onWant: () => void;
  readonly onForget: (stroke: Stroke) => void;
};

/** One action: its keys, each of which a tap takes away, and the way to another. */
export function LearnRow({ action, isWanted, onWant, onForget }: LearnRowProps) {
  const t = useText();
  const { keyMap } = useHands();
  const name = actionName(action, t);
  return (
    <li data-learn={action} className="grid grid-cols-[1fr_auto] ps-4">
      <div className="flex min-w-0 flex-wrap items-center justify-end">
        <span className="me-auto py-2 pe-2 text-[1.375rem] leading-tight font-semibold">{name}</span>
        {strokesFor(keyMap, action).map((stroke) => (
          <button
            key={stroke}
            type="button"
            onClick={() => onForget(stroke)}
            aria-label={t('keys.forget', { key: capOf(stroke, t), action: name })}
            className="flex min-h-hit min-w-hit items-center justify-center gap-1 active:bg-raised"
          >
            <KeyCap stroke={stroke} />
            <X aria-hidden className="size-5 text-muted" strokeWidth={3} />
          </button>
        ))}
      </div>
      <button
        type="button"
        onClick={onWant}
        aria-pressed={isWanted}
        aria-label={t('keys.addFor', { action: name })}
        className={`flex min-h-hit min-w-hit items-center justify-center gap-2 px-3 text-chrome font-bold ${isWanted ? 'bg-accent text-on-accent' : 'bg-raised active:bg-raised-strong'}`}
      >
        <Plus aria-hidden className="size-6" strokeWidth={3} />
        {t('keys.add')}
      </button>
    </li>
  );
}
