import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import type { SignInProblem } from '../../store/screen-state.ts';
import { useRefusal } from '../use-refusal.ts';

/** Why what somebody has asked for was not done, where they look. */
export function Problem({ problem }: { readonly problem: SignInProblem }) {
  const t = useText();
  const refusal = useRefusal();
  return (
    <p role="alert" className="flex gap-3 rounded-lg border-2 border-danger p-3 text-chrome font-semibold text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {problem.kind === 'refused' ? refusal(problem.objection) : t('session.unreachable')}
    </p>
  );
}
