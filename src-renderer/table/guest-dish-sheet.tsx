import { useState } from 'react';
import { choose } from '#shared/domain/modifier-group.ts';
import type { Product } from '#shared/domain/product.ts';
import type { CartLine } from '../floor/cart/cart.ts';
import { Amount } from '../floor/ring/amount.tsx';
import { chosenOf, lackingIn, namesOf } from '../floor/ring/option-choice.ts';
import { OptionGroup } from '../floor/ring/option-group.tsx';
import { useMoney } from '../floor/use-money.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DishPhoto } from '../ui/dish-photo.tsx';
import { Field } from '../ui/field.tsx';

/** What a guest says about a dish. */
export type GuestSaid = Pick<CartLine, 'quantity' | 'modifiers' | 'notes'>;

export const plainlySaid: GuestSaid = { quantity: 1, modifiers: [], notes: '' };

/** As the contract takes it from a guest; a waiter can do more. */
const mostOfOne = 20;

type GuestDishSheetProps = {
  readonly product: Product;
  readonly said: GuestSaid;
  readonly isInBasket: boolean;
  readonly onDone: (said: GuestSaid) => void;
  readonly onClose: () => void;
};

/** One dish: what is in it, its options, how many, and a word to the kitchen. */
export function GuestDishSheet({ product, said: before, isInBasket, onDone, onClose }: GuestDishSheetProps) {
  const t = useText();
  const money = useMoney(product.currency);
  const groups = product.modifierGroups;
  const [said, setSaid] = useState(before);
  const chosen = chosenOf(groups, said.modifiers);
  const lacking = lackingIn(groups, chosen);
  const choice = choose(groups, namesOf(chosen));
  const options = 'modifiers' in choice ? choice.modifiers : [];
  const each = options.reduce((sum, { price }) => sum + price, product.price);
  const change = (some: Partial<GuestSaid>) => setSaid((now) => ({ ...now, ...some }));
  const chooseIn = (at: number) => (names: readonly string[]) =>
    change({ modifiers: namesOf(chosen.map((own, index) => (index === at ? names : own))) });
  const done = () => {
    onDone({ ...said, modifiers: namesOf(chosen) });
    onClose();
  };
  return (
    <Dialog title={product.name} closeLabel={t('action.close')} onClose={onClose}>
      <div className="grid gap-6 pb-4">
        <DishPhoto photo={product.photo} at="sheet" />
        {product.allergens.length > 0 && (
          <p className="words text-chrome text-muted">{t('floor.contains', { what: product.allergens.join(', ') })}</p>
        )}
        {groups.map((group, at) => (
          <OptionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have the same name
            key={at}
            group={group}
            currency={product.currency}
            chosen={chosen[at] ?? []}
            onChoose={chooseIn(at)}
          />
        ))}
        <div className="flex items-center justify-between gap-4">
          <span className="text-chrome font-semibold">{t('floor.quantity')}</span>
          <Amount quantity={said.quantity} most={mostOfOne} onChoose={(quantity) => change({ quantity })} />
        </div>
        <Field
          label={t('floor.note')}
          hint={t('selfOrder.noteHint')}
          value={said.notes}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => change({ notes: event.target.value })}
        />
        {!product.available && (
          <p role="status" data-out className="words text-chrome font-bold text-danger">
            {t('floor.outMeanwhile')}
          </p>
        )}
        {product.available && lacking && (
          <p role="status" className="words text-chrome font-semibold text-danger">
            {t('floor.chooseFrom', { group: lacking.name, number: lacking.min })}
          </p>
        )}
        <Button
          look="primary"
          data-dish-done
          disabled={'problem' in choice || (!product.available && !isInBasket)}
          onClick={done}
        >
          {isInBasket ? t('floor.keep') : t('selfOrder.add')}
          <span className="tabular ms-auto">{money(each * said.quantity)}</span>
        </Button>
      </div>
    </Dialog>
  );
}
