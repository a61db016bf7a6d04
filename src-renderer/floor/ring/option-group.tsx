import type { ModifierGroup } from '#shared/domain/modifier-group.ts';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useMoney } from '../use-money.ts';

type OptionGroupProps = {
  readonly group: ModifierGroup;
  readonly currency: string;
  /** Of all groups of the dish. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** One question about a dish. Of which one only may be had, another takes its place ([MEN6]). */
export function OptionGroup({ group, currency, chosen, onChoose }: OptionGroupProps) {
  const t = useText();
  const money = useMoney(currency);
  const { name, min, max, options } = group;
  const own = chosen.filter((one) => options.some((option) => option.name === one));
  const isFull = max !== null && own.length >= max;
  const tap = (option: string) => {
    if (own.includes(option)) onChoose(chosen.filter((one) => one !== option));
    else if (max === 1) onChoose([...chosen.filter((one) => !own.includes(one)), option]);
    else if (!isFull) onChoose([...chosen, option]);
  };
  return (
    <fieldset data-group={name} className="grid gap-2">
      <legend className="mb-2 flex flex-wrap gap-x-3 text-[1.25rem] font-bold">
        <span className="words">{name}</span>
        <span className="font-semibold text-muted">{limits(min, max, t)}</span>
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => {
          const isChosen = own.includes(option.name);
          return (
            <Choice
              key={option.name}
              isChosen={isChosen}
              disabled={isFull && !isChosen && max !== 1}
              onClick={() => tap(option.name)}
            >
              <span className="words flex-1 text-[1.25rem]">{option.name}</span>
              {option.price !== 0 && <span className="tabular text-chrome text-muted">+{money(option.price)}</span>}
            </Choice>
          );
        })}
      </div>
    </fieldset>
  );
}

function limits(min: number, max: number | null, t: ReturnType<typeof useText>): string {
  if (min > 0 && min === max) return t('floor.exactly', { number: min });
  if (min > 0) return t('floor.atLeast', { number: min });
  return max === null ? t('floor.anyNumber') : t('floor.upTo', { number: max });
}
