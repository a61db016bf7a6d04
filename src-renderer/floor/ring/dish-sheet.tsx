import { type ReactNode, useState } from 'react';
import { choose, type ModifierGroup } from '#shared/domain/modifier-group.ts';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { CartLine } from '../cart/cart.ts';
import { useMoney } from '../use-money.ts';
import { Amount } from './amount.tsx';
import { NextPicker } from './next-picker.tsx';
import { OptionGroup } from './option-group.tsx';

/** What is said about a dish. */
export type Said = Pick<CartLine, 'quantity' | 'modifiers' | 'notes' | 'seat' | 'course' | 'allergens'>;

type DishSheetProps = {
  readonly product: Product;
  /** As it stands on the order; none for one that is yet to come. */
  readonly line?: CartLine;
  readonly onDone: (said: Partial<Said>) => void;
  readonly onClose: () => void;
};

const plain = { quantity: 1, modifiers: [], notes: '', seat: null, course: null, allergens: [] } as const;

/** Everything that can be said about one dish: options with their limits, a note, seat, course, allergies ([RNG3]). */
export function DishSheet({ product, line, onDone, onClose }: DishSheetProps) {
  const t = useText();
  const money = useMoney(product.currency);
  const [said, setSaid] = useState<Said>(line ?? plain);
  const [allergies, setAllergies] = useState(said.allergens.join(', '));
  const choice = choose(product.modifierGroups, said.modifiers);
  const options = 'modifiers' in choice ? choice.modifiers : [];
  const each = options.reduce((sum, { price }) => sum + price, product.price);
  const change = (some: Partial<Said>) => setSaid((before) => ({ ...before, ...some }));
  const done = () => {
    const { seat, course, ...rest } = { ...said, allergens: wordsIn(allergies) };
    // What was not said for this dish alone stays as it was said for the next ones.
    onDone(line ? { ...rest, seat, course } : { ...rest, ...(seat ? { seat } : {}), ...(course ? { course } : {}) });
    onClose();
  };
  return (
    <GuardedDialog title={product.name} onClose={onClose}>
      <div className="grid gap-6 pb-4">
        {product.allergens.length > 0 && (
          <p className="words text-chrome text-muted">{t('floor.contains', { what: product.allergens.join(', ') })}</p>
        )}
        {product.modifierGroups.map((group) => (
          <OptionGroup
            key={group.name}
            group={group}
            currency={product.currency}
            chosen={said.modifiers}
            onChoose={(modifiers) => change({ modifiers })}
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
        {'problem' in choice && <Missing groups={product.modifierGroups} chosen={said.modifiers} />}
        <Button look="primary" data-dish-done disabled={'problem' in choice} onClick={done}>
          {line ? t('floor.keep') : t('floor.add')}
          <span className="tabular ms-auto">{money(each * said.quantity)}</span>
        </Button>
      </div>
    </GuardedDialog>
  );
}

/** Separated by commas, as anybody writes a list. */
const wordsIn = (text: string): string[] =>
  text
    .split(/[,;،、，]/)
    .map((word) => word.trim().slice(0, 60))
    .filter(Boolean)
    .slice(0, 30);

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <span className="text-chrome font-semibold">{label}</span>
      {children}
    </div>
  );
}

type MissingProps = { readonly groups: readonly ModifierGroup[]; readonly chosen: readonly string[] };

/** Which group still has to be answered. */
function Missing({ groups, chosen }: MissingProps) {
  const t = useText();
  const open = groups.find((group) => group.min > 0 && !('modifiers' in choose([group], ofGroup(group, chosen))));
  return open ? (
    <p role="status" className="words text-chrome font-semibold text-danger">
      {t('floor.chooseFrom', { group: open.name, number: open.min })}
    </p>
  ) : null;
}

const ofGroup = ({ options }: ModifierGroup, chosen: readonly string[]) =>
  chosen.filter((name) => options.some((option) => option.name === name));
