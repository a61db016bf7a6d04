/** What is told of one group: its name or number under `Name`, then its figures. */
export type Keyed<Name extends string, Figures> = { readonly [Key in Name]: string | number } & Figures;

export type Groups<Group extends { figures(): object }> = {
  /** Made when it is first asked for. */
  of(key: string | number): Group;
  entries(): readonly (readonly [string | number, Group])[];
  /** By name or number, smallest first. */
  list<Name extends string>(name: Name): readonly Keyed<Name, ReturnType<Group['figures']>>[];
};

export function createGroups<Group extends { figures(): object }>(create: () => Group): Groups<Group> {
  const groups = new Map<string | number, Group>();
  return {
    of: (key) => {
      const known = groups.get(key);
      if (known) return known;
      const made = create();
      groups.set(key, made);
      return made;
    },
    entries: () => [...groups],
    list: <Name extends string>(name: Name) =>
      [...groups]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, group]) => ({ [name]: key, ...group.figures() }) as Keyed<Name, ReturnType<Group['figures']>>),
  };
}
