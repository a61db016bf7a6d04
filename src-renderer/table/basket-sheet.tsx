import { Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import { totalOf } from '../floor/cart/priced-line.ts';
import { CartRow } from '../floor/ring/cart-row.tsx';
import { useMoney } from '../floor/use-money.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { GuestDishSheet } from './guest-dish-sheet.tsx';
import { usePricedBasket, useTable, useTableScreen } from './table-context.ts';

/** What is in the basket, what it costs, and the button that calls the waiter. */
export function BasketSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { client } = useTableScreen();
  const { lines, currency } = usePricedBasket();
  const money = useMoney(currency);
  const [opened, setOpened] = useState<string>();
  const asked = lines.find(({ line }) => line.key === opened);
  const isHindered = lines.some(({ hindrance }) => hindrance !== null);
  return (
    <Dialog title={t('selfOrder.basket')} closeLabel={t('action.close')} onClose={onClose}>
      <div className="grid gap-4 pb-4">
        <ul>
          {lines.map((one) => (
            <CartRow key={one.line.key} one={one} ring={client} onOpen={() => setOpened(one.line.key)} />
          ))}
        </ul>
        <p className="flex items-baseline justify-between gap-4 text-[1.5rem] font-bold">
          {t('floor.total')}
          <span className="tabular" data-total>
            {money(totalOf(lines))}
          </span>
        </p>
        <Refused />
        {isHindered && <Trouble words={t('floor.cannotSend')} />}
        <Button look="primary" data-send disabled={isHindered} onClick={client.send}>
          <Send aria-hidden className="size-6 rtl:-scale-x-100" />
          {t('selfOrder.send')}
        </Button>
        <p className="text-[1.125rem] leading-snug text-muted">{t('selfOrder.sendDetail')}</p>
      </div>
      {asked?.product && (
        <GuestDishSheet
          product={asked.product}
          said={asked.line}
          isInBasket
          onClose={() => setOpened(undefined)}
          onDone={(said) => client.change(asked.line.key, said)}
        />
      )}
    </Dialog>
  );
}

/** Nothing of it was taken; all of it is still here. */
function Refused() {
  const refused = useTable((state) => state.refused);
  const t = useText();
  if (!refused) return null;
  const { code, detail } = refused.objection;
  return <Trouble words={isErrorCode(code) ? t(`error.${code}`) : detail} />;
}

function Trouble({ words }: { readonly words: string }) {
  return (
    <p role="alert" data-trouble className="flex items-start gap-2 text-[1.125rem] font-semibold text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      <span className="words">{words}</span>
    </p>
  );
}
