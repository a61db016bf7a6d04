import { Keyboard } from 'lucide-react';
import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { actionName } from './action-name.ts';
import type { BoardAction } from './board-action.ts';
import { KeyCap } from './key-cap.tsx';
import type { Heard } from './learning.ts';

type KeyTesterProps = {
  readonly heard: Heard | null;
  readonly wanted: BoardAction | null;
  readonly onCancel: () => void;
};

/** Says which key is waited for, and what the last one sent: so a bar is found out key by key. */
export function KeyTester({ heard, wanted, onCancel }: KeyTesterProps) {
  const t = useText();
  const look = wanted === null ? 'border-edge bg-surface' : 'border-accent bg-surface';
  return (
    <div
      role="status"
      data-tester
      className={`sticky -top-5 z-10 flex min-h-24 flex-wrap items-center gap-4 rounded-xl border-4 p-4 max-sm:-top-4 ${look}`}
    >
      <Keyboard aria-hidden className="size-10 shrink-0" />
      <div className="min-w-0 flex-1 basis-60 text-[1.5rem] leading-snug">
        {wanted === null ? (
          <LastKey heard={heard} />
        ) : (
          <strong className="font-bold">{t('keys.pressFor', { action: actionName(wanted, t) })}</strong>
        )}
      </div>
      {wanted !== null && <Button onClick={onCancel}>{t('keys.cancel')}</Button>}
    </div>
  );
}

function LastKey({ heard }: { readonly heard: Heard | null }) {
  const t = useText();
  if (!heard) return <p className="text-muted">{t('keys.pressAny')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <KeyCap stroke={heard.stroke} />
      <span>{whatOf(heard, t)}</span>
    </p>
  );
}

function whatOf({ does, didBefore }: Heard, t: Text): string {
  if (does === undefined) return t('keys.doesNothing');
  const now = actionName(does, t);
  return didBefore === undefined
    ? t('keys.does', { action: now })
    : t('keys.doesInstead', { action: now, before: actionName(didBefore, t) });
}
