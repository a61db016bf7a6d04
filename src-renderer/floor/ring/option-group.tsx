import { useId } from 'react';
import type { ModifierGroup } from '#shared/domain/modifier-group.ts';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useMoney } from '../use-money.ts';
import { hasRoom, tapped } from './option-choice.ts';

type OptionGroupProps = {
  readonly group: ModifierGroup;
  readonly currency: string;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** One question about a dish ([MEN6]). */
export function OptionGroup({ group, currency, chosen, onChoose }: OptionGroupProps) {
  const t = useText();
  const money = useMoney(currency);
  const id = useId();
  const { name, min, max, options } = group;
  return (
    <fieldset data-group={name} aria-labelledby={id} className="grid gap-2">
      <div id={id} className="flex flex-wrap gap-x-3 text-[1.25rem] font-bold">
        <span className="words">{name}</span>
        <span className="font-semibold text-muted">{limits(min, max, t)}</span>
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => {
          const isChosen = chosen.includes(option.name);
          return (
            <Choice
              key={option.name}
              isChosen={isChosen}
              disabled={!isChosen && max !== 1 && !hasRoom(group, chosen)}
              onClick={() => onChoose(tapped(group, chosen, option.name))}
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
