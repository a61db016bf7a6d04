/**
 * Why the order server cannot start, in normal use: a person mends it ([STA1]). Shown in the window or on standard
 * error with `detail`; exit code 2 for `bad_setting`, 1 for the rest.
 */
export const startFailureCodes = [
  'bad_setting',
  'runtime_too_old',
  'port_taken',
  'address_unavailable',
  'data_locked',
  'data_read_only',
  'disk_full',
  'schema_newer',
  'database_damaged',
  'unexpected',
] as const;
export type StartFailureCode = (typeof startFailureCodes)[number];

export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly code: StartFailureCode;

  /** `detail`: one or two sentences a person can act on; no secrets in it. */
  constructor(code: StartFailureCode, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.code = code;
  }
}
