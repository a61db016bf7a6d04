import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { commandName } from '../../screen/delivery/command-name.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useRefusal } from '../../screen/use-refusal.ts';
import { useTwice } from '../../screen/use-twice.ts';
import type { Notice } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { cartOf } from '../cart/cart-command.ts';
import { useFloor } from '../floor-context.ts';
import { go } from '../place.ts';

/** What the kitchen has not taken: why, and the way to change it and send it again; nothing that was rung in is lost ([RNG2]). */
export function RefusedCards() {
  const notices = useScreenState((state) => state.notices);
  return notices.map((notice) => <RefusedCard key={notice.id} notice={notice} />);
}

function RefusedCard({ notice }: { readonly notice: Notice }) {
  const t = useText();
  const { client, guard } = useScreen();
  const { carts, newId } = useFloor();
  const reasonOf = useRefusal();
  const { id, command, ticket, line, objection } = notice;
  const cart = cartOf(command, newId);
  // What was typed is gone with it.
  const { isAsking, tap: dismiss } = useTwice(cart !== undefined, () => guard.isFirst(id) && client.dismissNotice(id));
  const takeUp = () => {
    if (!cart || !guard.allows(id, true)) return;
    carts.put(cart);
    client.dismissNotice(id);
    go({ kind: 'ring', cart: cart.id });
  };
  const what = [ticket, line, commandName(command, t)].filter(Boolean).join(' · ');
  return (
    <div role="alert" data-refused={id} className="grid gap-2 rounded-xl border-2 border-danger bg-surface px-4 py-3">
      <p className="flex items-start gap-2 text-[1.25rem] leading-snug font-bold text-danger">
        <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
        <span className="words">{t('delivery.notTaken', { what })}</span>
      </p>
      <p className="words text-chrome">{reasonOf(objection)}</p>
      <div className="flex flex-wrap gap-2">
        {cart && (
          <Button look="primary" wraps onClick={takeUp}>
            {t('floor.changeAndSend')}
          </Button>
        )}
        <Button look={isAsking ? 'sure' : 'framed'} onClick={dismiss}>
          {wordsOf(cart !== undefined, isAsking, t)}
        </Button>
      </div>
    </div>
  );
}

function wordsOf(isRungIn: boolean, isAsking: boolean, t: ReturnType<typeof useText>): string {
  if (!isRungIn) return t('action.gotIt');
  return isAsking ? t('action.discardForGood') : t('floor.discard');
}
