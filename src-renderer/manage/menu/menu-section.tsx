import { useEffect, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { FullPage } from '../../ui/full-page.tsx';
import { usePlace } from '../place.ts';
import { type DishFilter, everything } from './dish-filter.ts';
import { DishList } from './dish-list.tsx';
import { DishPage } from './dish-page.tsx';
import { MenuFilePage } from './menu-file-page.tsx';

/** What was done last, to be told on the list. */
export type Told = {
  readonly what: 'saved' | 'added' | 'removed';
  readonly name: string;
  /** Where it stands on the list now. */
  readonly id: string | null;
};

/** The menu of the house. What was looked for stays while one dish after the other is opened ([MNE1]). */
export function MenuSection() {
  const [filter, setFilter] = useState<DishFilter>(everything);
  const [told, setTold] = useState<Told | null>(null);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const { path } = usePlace();
  const [what, of] = path;
  const [last, setLast] = useState<string | null>(null);
  if (what !== undefined && what !== 'file' && what !== last) setLast(what);
  // What was told is old news once something else is begun.
  useEffect(() => {
    if (what !== undefined) setTold(null);
  }, [what]);
  if (!isLoaded) return <Loading />;
  if (what === undefined)
    return <DishList filter={filter} onFilter={setFilter} told={told} cameFrom={told?.id ?? last} />;
  if (what === 'file') return <MenuFilePage />;
  return <DishPage key={path.join('/')} id={what} copied={of} onDone={setTold} />;
}

function Loading() {
  const t = useText();
  return <FullPage icon={null} title={t('app.loadingTitle')} detail={t('app.loadingDetail')} />;
}
