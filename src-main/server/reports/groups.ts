type Told = { figures(): object };

/** What is told of one group: its name or number under `Name`, then its figures. */
type Keyed<Name extends string, Key, Figures> = { readonly [Field in Name]: Key } & Figures;

export type Groups<Key extends string | number, Group extends Told> = {
  /** Made when it is first asked for. */
  of(key: Key): Group;
  entries(): readonly (readonly [Key, Group])[];
  /** By name or number, smallest first. */
  list<Name extends string>(name: Name): readonly Keyed<Name, Key, ReturnType<Group['figures']>>[];
};

export function createGroups<Key extends string | number, Group extends Told>(create: () => Group): Groups<Key, Group> {
  const groups = new Map<Key, Group>();
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
        .map(([key, group]) => ({ [name]: key, ...group.figures() }) as Keyed<Name, Key, ReturnType<Group['figures']>>),
  };
}
