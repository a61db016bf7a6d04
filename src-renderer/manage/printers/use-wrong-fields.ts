import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import type { DeedProblem } from '../../people/use-deed.ts';

const known = ['name', 'host', 'port', 'stations'] as const;
type KnownField = (typeof known)[number];

type WrongFields = {
  /** What to write there instead, in the screen's language; the server's own reasons are English. */
  readonly errorAt: (field: KnownField) => string | undefined;
  /** A problem that is no field's. */
  readonly rest: DeedProblem | null;
};

/** Puts what the server has refused where somebody can mend it. */
export function useWrongFields(problem: DeedProblem | null): WrongFields {
  const t: Text = useText();
  const paths = problem?.kind === 'refused' ? problem.fields.map(({ path }) => path.split(/[.[]/, 1)[0]) : [];
  const wrong = new Set(paths);
  return {
    errorAt: (field) => (wrong.has(field) ? t(`printer.wrong.${field}`) : undefined),
    rest: known.some((field) => wrong.has(field)) ? null : problem,
  };
}
