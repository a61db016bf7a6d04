import { type ReactNode, useState } from 'react';
import { choose } from '#shared/domain/modifier-group.ts';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { DishPhoto } from '../../ui/dish-photo.tsx';
import { Field } from '../../ui/field.tsx';
import type { CartLine } from '../cart/cart.ts';
import { useMoney } from '../use-money.ts';
import { allergensIn } from './allergens-in.ts';
import { Amount } from './amount.tsx';
import { NextPicker } from './next-picker.tsx';
import { chosenOf, lackingIn, namesOf } from './option-choice.ts';
import { OptionGroup } from './option-group.tsx';

/** What is said about a dish. */
export type Said = Pick<CartLine, 'quantity' | 'modifiers' | 'notes' | 'seat' | 'course' | 'allergens'>;

type DishSheetProps = {
  readonly product: Product;
  /** As it stands on the order, or as the next one would be. */
  readonly said: Said;
  readonly isOnOrder: boolean;
  readonly onDone: (said: Said) => void;
  readonly onClose: () => void;
};

/** Everything that can be said about one dish: options with their limits, a note, seat, course, allergies ([RNG3]). */
export function DishSheet({ product, said: before, isOnOrder, onDone, onClose }: DishSheetProps) {
  const t = useText();
  const money = useMoney(product.currency);
  const groups = product.modifierGroups;
  const [said, setSaid] = useState<Said>(before);
  const [allergies, setAllergies] = useState(before.allergens.join(', '));
  const chosen = chosenOf(groups, said.modifiers);
  const lacking = lackingIn(groups, chosen);
  // It may go 86 while somebody is at it; what they have said stays ([RNG6]).
  const isThere = product.available && product.removedAtMs === null;
  const choice = choose(groups, namesOf(chosen));
  const options = 'modifiers' in choice ? choice.modifiers : [];
  const each = options.reduce((sum, { price }) => sum + price, product.price);
  const change = (some: Partial<Said>) => setSaid((now) => ({ ...now, ...some }));
  const chooseIn = (at: number) => (names: readonly string[]) =>
    change({ modifiers: namesOf(chosen.map((own, index) => (index === at ? names : own))) });
  const done = () => {
    onDone({ ...said, modifiers: namesOf(chosen), allergens: allergensIn(allergies) });
    onClose();
  };
  return (
    <GuardedDialog title={product.name} onClose={onClose}>
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
        <Row label={t('floor.quantity')}>
          <Amount quantity={said.quantity} onChoose={(quantity) => change({ quantity })} />
        </Row>
        <NextPicker next={said} onChoose={({ seat, course }) => change({ seat, course })} />
        <Field
          label={t('floor.note')}
          hint={t('floor.noteHint')}
          value={said.notes}
          maxLength={1000}
          autoComplete="off"
          onChange={(event) => change({ notes: event.target.value })}
        />
        <Field
          label={t('floor.allergies')}
          hint={t('floor.allergiesHint')}
          value={allergies}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setAllergies(event.target.value)}
        />
        {!isThere && (
          <p role="status" data-out className="words text-chrome font-bold text-danger">
            {t(product.removedAtMs === null ? 'floor.outMeanwhile' : 'floor.goneMeanwhile')}
          </p>
        )}
        {isThere && 'problem' in choice && (
          <p role="status" className="words text-chrome font-semibold text-danger">
            {lacking
              ? t('floor.chooseFrom', { group: lacking.name, number: lacking.min })
              : t('floor.hindrance.choice')}
          </p>
        )}
        <Button look="primary" data-dish-done disabled={'problem' in choice || (!isThere && !isOnOrder)} onClick={done}>
          {isOnOrder ? t('floor.keep') : t('floor.add')}
          <span className="tabular ms-auto">{money(each * said.quantity)}</span>
        </Button>
      </div>
    </GuardedDialog>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <span className="text-chrome font-semibold">{label}</span>
      {children}
    </div>
  );
}
