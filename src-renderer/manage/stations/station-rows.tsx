import { useMemo } from 'react';
import type { StationId } from '#shared/domain/id.ts';
import { categoriesOf } from '../../floor/ring/menu-search.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { choosableCategories, choosableDishes } from './offered.ts';
import { changed, moved, type StationList, without } from './station-draft.ts';
import type { StationErrors } from './station-form.tsx';
import { type Opened, StationRow } from './station-row.tsx';

type OpenedRow = { readonly id: StationId; readonly what: Opened } | null;

type StationRowsProps = {
  readonly list: StationList;
  readonly opened: OpenedRow;
  readonly onOpen: (opened: OpenedRow) => void;
  readonly errorsAt: (id: StationId) => StationErrors;
  readonly onChange: (change: (list: StationList) => StationList) => void;
};

/** The stations in their order; one of them at a time is open. */
export function StationRows({ list, opened, onOpen, errorsAt, onChange }: StationRowsProps) {
  const products = useScreenState((state) => kitchenOf(state).products);
  const categories = useMemo(() => choosableCategories(categoriesOf(products.values())), [products]);
  const dishes = useMemo(() => choosableDishes(products.values()), [products]);
  return (
    <ul data-stations className="divide-y divide-edge rounded-xl border border-edge bg-surface">
      {list.map((station) => {
        const { id } = station;
        return (
          <StationRow
            key={id}
            station={station}
            list={list}
            categories={categories}
            dishes={dishes}
            errors={errorsAt(id)}
            opened={opened?.id === id ? opened.what : null}
            onOpen={(what) => onOpen(what === null ? null : { id, what })}
            onChange={(change) => onChange((now) => changed(now, id, change))}
            onMove={(by) => onChange((now) => moved(now, id, by))}
            onRemove={() => onChange((now) => without(now, id))}
          />
        );
      })}
    </ul>
  );
}
