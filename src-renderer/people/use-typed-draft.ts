import equal from 'fast-deep-equal';
import { useEffect, useMemo, useState } from 'react';
import { useScreenState } from '../screen/screen-context.ts';
import { createKeptTyped } from './kept-typed.ts';
import { useTyped } from './typed-context.ts';

export type TypedDraft<Draft> = {
  /** As it stands in the boxes: what is typed, over what is there. */
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** It is saved, or not wanted. */
  readonly drop: () => void;
};

/**
 * A form's draft. Only what somebody has typed is theirs, and is kept until it is saved or thrown away; the rest follows
 * what others save meanwhile ([STE6]).
 *
 * @param name which form this is
 * @param before how it is without anything typed
 * @param secrets what is never laid anywhere
 */
export function useTypedDraft<Draft extends object>(
  name: string,
  before: Draft,
  secrets: readonly (keyof Draft)[] = [],
): TypedDraft<Draft> {
  const userId = useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person.userId : ''));
  // biome-ignore lint/correctness/useExhaustiveDependencies: which fields there are does not change
  const kept = useMemo(
    () => createKeptTyped(userId === '' ? undefined : tabStorage(), `${userId}/${name}`, before),
    [userId, name],
  );
  const [typed, setTyped] = useState<Partial<Draft>>(kept.read);
  const changed = without(typed, (key) => equal(typed[key], before[key]));
  const isChanged = Object.keys(changed).length > 0;
  const laid = JSON.stringify(without(changed, (key) => secrets.includes(key)));
  useEffect(() => kept.keep(JSON.parse(laid)), [kept, laid]);
  useTyped(isChanged, kept.drop);
  return {
    draft: { ...before, ...typed },
    set: (change) => setTyped((now) => ({ ...now, ...change })),
    drop: kept.drop,
  };
}

function without<Draft extends object>(all: Partial<Draft>, isOut: (key: keyof Draft) => boolean): Partial<Draft> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !isOut(key as keyof Draft))) as Partial<Draft>;
}

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
