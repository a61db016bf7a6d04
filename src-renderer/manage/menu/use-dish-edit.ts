import { useEffect, useMemo, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import type { DishDraft, DishField } from './dish-draft.ts';
import { type DishEdit, decided, isChanged, meanwhile } from './dish-edit.ts';
import { createKeptEdits } from './kept-edits.ts';

type Started = { readonly edit: DishEdit; readonly isFound: boolean };

/**
 * A dish in its form: follows the menu where nobody has typed, and is kept until it is saved or thrown away ([MNE4],
 * [MNE5]). `name`: which form this is; `begin`: how it is before anybody has typed.
 */
export function useDishEdit(name: string, product: Product | undefined, begin: () => DishEdit) {
  const kept = useKept(name);
  const [{ edit, isFound }, setStarted] = useState<Started>(() => {
    const found = kept.read();
    return { edit: found ?? begin(), isFound: found !== undefined };
  });
  const [taken, setTaken] = useState<readonly DishField[]>([]);
  const setEdit = (make: (edit: DishEdit) => DishEdit) =>
    setStarted((now) => ({ edit: make(now.edit), isFound: now.isFound }));

  const now = product && meanwhile(edit, product);
  if (now && now.edit !== edit) {
    setEdit(() => now.edit);
    if (now.taken.length > 0) setTaken([...new Set([...taken, ...now.taken])]);
  }
  useEffect(() => {
    if (isChanged(edit)) kept.keep(edit);
    else kept.drop();
  }, [kept, edit]);

  return {
    edit,
    /** Begun before, and not saved since. */
    isFound: isFound && isChanged(edit),
    /** Taken over from somebody else while this was open. */
    taken,
    disputed: now?.disputed ?? [],
    set: (change: Partial<DishDraft>) => setEdit((one) => ({ ...one, draft: { ...one.draft, ...change } })),
    decide: (field: DishField, isTheirs: boolean) =>
      product && setEdit((one) => decided(one, product, field, isTheirs)),
    /** As if nobody had typed anything. */
    startAnew: () => setStarted({ edit: begin(), isFound: false }),
    drop: kept.drop,
  };
}

function useKept(name: string) {
  const userId = useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person.userId : ''));
  return useMemo(() => createKeptEdits(userId === '' ? undefined : tabStorage(), `${userId}/${name}`), [userId, name]);
}

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
