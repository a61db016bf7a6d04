export const ageBands = ['new', 'warn', 'late'] as const;
export type AgeBand = (typeof ageBands)[number];

export type AgeLimits = { readonly warnMs: number; readonly lateMs: number };

/** Quick service. */
export const defaultAgeLimits: AgeLimits = { warnMs: 5 * 60_000, lateMs: 8 * 60_000 };

/** [AGE1]: ages are of the server's clock; a limit counts from its first moment. */
export function ageBand(ageMs: number, { warnMs, lateMs }: AgeLimits = defaultAgeLimits): AgeBand {
  if (ageMs >= lateMs) return 'late';
  return ageMs >= warnMs ? 'warn' : 'new';
}
