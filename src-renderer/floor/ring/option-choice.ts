import type { ModifierGroup } from '#shared/domain/modifier-group.ts';

/** What is chosen of each group, by the names that the menu has now. */
export type Chosen = readonly (readonly string[])[];

/** Names that go to the first group that offers them and has room, as the kitchen reads them ([MEN6]); others are gone. */
export function chosenOf(groups: readonly ModifierGroup[], names: readonly string[]): Chosen {
  const chosen = groups.map((): string[] => []);
  for (const name of names) {
    const at = groups.findIndex((group, index) => offered(group, name) && hasRoom(group, chosen[index] ?? []));
    const option = groups[at] && offered(groups[at], name);
    if (option) chosen[at]?.push(option.name);
  }
  return chosen;
}

export const namesOf = (chosen: Chosen): readonly string[] => chosen.flat();

/** One more of a group, or one less; of which one only may be had, another takes its place. */
export function tapped(group: ModifierGroup, own: readonly string[], name: string): readonly string[] {
  if (own.includes(name)) return own.filter((one) => one !== name);
  if (group.max === 1) return [name];
  return hasRoom(group, own) ? [...own, name] : own;
}

/** The first group that still has to be answered. */
export const lackingIn = (groups: readonly ModifierGroup[], chosen: Chosen): ModifierGroup | undefined =>
  groups.find(({ min }, index) => (chosen[index]?.length ?? 0) < min);

export const hasRoom = ({ max }: ModifierGroup, own: readonly string[]): boolean => max === null || own.length < max;

const offered = ({ options }: ModifierGroup, name: string) =>
  options.find((option) => option.name.trim().toLowerCase() === name.trim().toLowerCase());
