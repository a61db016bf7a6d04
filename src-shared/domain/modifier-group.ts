import type { Modifier } from './line.ts';

/** What a guest may, or must, say about a dish: how it is done, what goes with it. */
export type ModifierGroup = {
  readonly name: string;
  /** How many of its options are to be chosen at least; 0 where none need be. */
  readonly min: number;
  /** And at most; null for any number. */
  readonly max: number | null;
  readonly options: readonly Modifier[];
};

/** What was chosen, with the menu's names and prices; or why it cannot be had so. */
export type Choice =
  | { readonly modifiers: readonly Modifier[] }
  | { readonly problem: string; readonly index: number | null };

/**
 * The options that go by these names, case aside, in the order in which they were said ([MEN6]). An option may be said
 * twice: double cheese. A name that stands in two groups counts in the first that has room for it.
 */
export function choose(groups: readonly ModifierGroup[], names: readonly string[]): Choice {
  const taken = groups.map((): Modifier[] => []);
  const modifiers: Modifier[] = [];
  for (const [index, name] of names.entries()) {
    const offered = groups.flatMap((group, at) => optionOf(group, at, name));
    if (offered.length === 0) return { problem: 'is not offered with this dish', index };
    const free = offered.find(({ at, group }) => group.max === null || (taken[at]?.length ?? 0) < group.max);
    if (!free) return { problem: tooMany(offered[0]?.group), index };
    taken[free.at]?.push(free.option);
    modifiers.push(free.option);
  }
  const missing = groups.find((group, at) => (taken[at]?.length ?? 0) < group.min);
  return missing ? { problem: `${missing.name}: choose at least ${missing.min}`, index: null } : { modifiers };
}

function optionOf(group: ModifierGroup, at: number, name: string) {
  const option = group.options.find((one) => folded(one.name) === folded(name));
  return option ? [{ group, at, option }] : [];
}

const tooMany = (group: ModifierGroup | undefined) => `${group?.name}: choose at most ${group?.max}`;

const folded = (name: string) => name.trim().toLowerCase();
