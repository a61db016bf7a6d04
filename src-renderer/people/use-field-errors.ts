import { useText } from '../messages/text-context.tsx';
import type { DeedProblem } from './use-deed.ts';

const known = ['username', 'display_name', 'role', 'password', 'pin'] as const;
type KnownField = (typeof known)[number];

type FieldErrors = {
  /** What to write there instead, in the screen's language; the server's own reasons are English. */
  readonly errorAt: (field: KnownField) => string | undefined;
  /** A problem that is no field's. */
  readonly rest: DeedProblem | null;
};

/** Puts what the server has refused where somebody can mend it. */
export function useFieldErrors(problem: DeedProblem | null): FieldErrors {
  const t = useText();
  const wrong = new Set(problem?.kind === 'refused' ? problem.fields.map(({ path }) => path) : []);
  const isTaken = problem?.kind === 'refused' && problem.objection.code === 'username_taken';
  const isPlaced = isTaken || known.some((field) => wrong.has(field));
  return {
    errorAt: (field) => {
      if (isTaken && field === 'username') return t('error.username_taken');
      return wrong.has(field) ? t(`staff.wrong.${field}`) : undefined;
    },
    rest: isPlaced ? null : problem,
  };
}
