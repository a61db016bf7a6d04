import { toMinor } from '#shared/domain/money.ts';
import { useMoney } from '../../floor/use-money.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { DishField } from './dish-draft.ts';
import { wireFields } from './read-draft.ts';

type ChangedFieldsProps = { readonly fields: Readonly<Record<string, readonly [unknown, unknown]>> };

/** What was, struck through, and what would be. */
export function ChangedFields({ fields }: ChangedFieldsProps) {
  const t = useText();
  const currency = useScreenState((state) => kitchenOf(state).products.values().next().value?.currency ?? '');
  const money = useMoney(currency);
  const shown = (field: DishField, value: unknown) => {
    if (field === 'price' && typeof value === 'number') return money(toMinor(value, currency || 'USD') ?? 0);
    return shownValue(value) || t('menuOffice.nothing');
  };
  return (
    <dl className="grid min-w-0 gap-1 text-chrome leading-snug">
      {fieldsIn(fields).map(([field, [old, now]]) => (
        <div key={field} data-field={field} className="flex min-w-0 flex-wrap gap-x-2">
          <dt className="text-muted">{t(`menuOffice.field.${field}`)}:</dt>
          <dd className="min-w-0 wrap-anywhere">
            <del className="text-muted">{shown(field, old)}</del>{' '}
            <span aria-hidden className="inline-block rtl:-scale-x-100">
              →
            </span>{' '}
            <ins className="font-bold no-underline">{shown(field, now)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const fieldsIn = (fields: ChangedFieldsProps['fields']) =>
  Object.entries(wireFields).flatMap(([field, wire]) => {
    const pair = fields[wire];
    return pair ? [[field as DishField, pair] as const] : [];
  });

type WireGroup = {
  readonly name: string;
  readonly options: readonly { readonly name: string; readonly price: number }[];
};

function shownValue(value: unknown): string {
  if (!Array.isArray(value)) return value === null || value === undefined ? '' : String(value);
  return value.map((one) => (typeof one === 'string' ? one : shownGroup(one))).join('; ');
}

function shownGroup({ name, min, max, options }: WireGroup & { readonly min?: number; readonly max?: number | null }) {
  const choices = options.map((option) => (option.price === 0 ? option.name : `${option.name} +${option.price}`));
  return `${name} (${min ?? 0}–${max ?? '∞'}): ${choices.join(', ')}`;
}
