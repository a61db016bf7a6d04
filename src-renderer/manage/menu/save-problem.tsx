import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import type { DeedProblem } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';

/** Why a dish was not saved; what was typed stands there still. */
export function SaveProblem({ problem }: { readonly problem: DeedProblem }) {
  const t = useText();
  const isOvertaken = problem.kind === 'refused' && problem.objection.code === 'version_mismatch';
  if (problem.kind === 'refused' && !isOvertaken) return <Problem problem={problem} />;
  return (
    <p role="alert" className="flex gap-3 rounded-lg border-2 border-danger p-3 text-chrome font-semibold text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {t(isOvertaken ? 'menuOffice.overtaken' : 'menuOffice.notSaved')}
    </p>
  );
}
