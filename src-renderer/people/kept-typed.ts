type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What somebody has typed into a form and not saved lies in this tab, for them alone: a reload, a crash, or an end of
 * their session takes none of it ([STE6]).
 */
export type KeptTyped<Draft> = {
  readonly read: () => Partial<Draft>;
  readonly keep: (typed: Partial<Draft>) => void;
  readonly drop: () => void;
};

/** `before` says which fields there are, and of what kind; `store`: undefined where the browser gives none. */
export function createKeptTyped<Draft extends object>(
  store: Store | undefined,
  name: string,
  before: Draft,
): KeptTyped<Draft> {
  const key = `kitchen-pass.typed.${name}`;
  const drop = () => void attempt(() => store?.removeItem(key));
  return {
    read: () =>
      fieldsOf(
        attempt(() => JSON.parse(store?.getItem(key) ?? 'null')),
        before,
      ),
    keep: (typed) => {
      if (Object.keys(typed).length === 0) drop();
      else attempt(() => store?.setItem(key, JSON.stringify(typed)));
    },
    drop,
  };
}

/** Another version of this program may have left something there. */
function fieldsOf<Draft extends object>(value: unknown, before: Draft): Partial<Draft> {
  const known = new Map<string, unknown>(Object.entries(before));
  const isRight = ([name, one]: [string, unknown]) =>
    typeof known.get(name) === typeof one &&
    Array.isArray(known.get(name)) === Array.isArray(one) &&
    (!Array.isArray(one) || one.every((item) => typeof item === 'string'));
  return typeof value === 'object' && value !== null
    ? (Object.fromEntries(Object.entries(value).filter(isRight)) as Partial<Draft>)
    : {};
}

/** A store may be full, or forbidden; what was typed stands on the page all the same. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
