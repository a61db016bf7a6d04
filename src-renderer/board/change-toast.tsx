import type { LucideIcon } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ActionKey } from './keys/action-key.tsx';
import type { NamedAction } from './keys/board-action.ts';
import { wordsLook } from './words-look.ts';

type ChangeToastProps = {
  /** Which change it is, for whoever looks for it in the page. */
  readonly mark:
    | { readonly 'data-prioritised': true }
    | { readonly 'data-stayed': string }
    | { readonly 'data-said-held': true }
    | { readonly 'data-sold-out': true };
  readonly Icon: LucideIcon;
  /** The icon points along the line of reading. */
  readonly pointsOn?: boolean;
  readonly words: string;
  /** What stands on the button that takes it back, or leads on, and its name where that says more. */
  readonly wayBack: string;
  readonly wayBackNamed?: string;
  readonly onWayBack: () => void;
  /** What its key is called; undo, unless something else is said. */
  readonly keyOfWay?: NamedAction;
  readonly showKeys: boolean;
};

/** A tap has changed something that is not where the finger was: says what, and takes it back ([WRD1], [UND1]). */
export function ChangeToast(props: ChangeToastProps) {
  const { mark, Icon, pointsOn = false, words, wayBack, wayBackNamed, onWayBack, keyOfWay = 'undo', showKeys } = props;
  return (
    <div role="status" {...mark} className={`${wordsLook} border-accent`}>
      <Icon
        aria-hidden
        className={`size-8 shrink-0 text-accent ${pointsOn ? 'rtl:rotate-180' : ''}`}
        strokeWidth={2.5}
      />
      <p className="words min-w-0 flex-1 font-semibold">{words}</p>
      <Button look="primary" aria-label={wayBackNamed} onClick={onWayBack}>
        {wayBack}
        {showKeys && <ActionKey action={keyOfWay} />}
      </Button>
    </div>
  );
}
