import { isSameTable } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { typed } from '../tables/table-state.ts';
import { useAreas } from '../tables/use-areas.ts';

type TableChoiceProps = {
  /** Where the order is already. */
  readonly besides: string | null;
  readonly chosen: string;
  readonly onChoose: (table: string) => void;
};

/** The tables of the house, the free ones said: a tap instead of typing. Nothing where the house has none ([FLR3]). */
export function TableChoice({ besides, chosen, onChoose }: TableChoiceProps) {
  const t = useText();
  const areas = useAreas().filter(({ name }) => name !== typed);
  return areas.map(({ name, tables }) => (
    <fieldset key={name} data-choice-of={name} className="min-w-0">
      <legend className="words mb-2 text-chrome font-semibold">{name || t('tables.oneRoom')}</legend>
      <div className="flex flex-wrap gap-2">
        {tables
          .filter((table) => besides === null || !isSameTable(table.name, besides))
          .map((table) => (
            <Choice
              key={table.name}
              data-choose-table={table.name}
              isChosen={isSameTable(table.name, chosen)}
              onClick={() => onChoose(table.name)}
            >
              <span className="words min-w-0">{table.name}</span>
              {table.orders.length === 0 && <span className="text-chrome text-muted">{t('tables.free')}</span>}
            </Choice>
          ))}
      </div>
    </fieldset>
  ));
}
