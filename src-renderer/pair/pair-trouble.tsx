import { TriangleAlert } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useRefusal } from '../screen/use-refusal.ts';
import type { PairProblem } from './pair-client.ts';

type PairTroubleProps = { readonly problem: PairProblem; readonly hasSecret: boolean };

/** Why this device is not in yet, and what to do about it. */
export function PairTrouble({ problem, hasSecret }: PairTroubleProps) {
  return (
    <p role="alert" className="flex gap-3 rounded-lg border-2 border-danger p-3 text-chrome font-semibold text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {useWords(problem, hasSecret)}
    </p>
  );
}

function useWords(problem: PairProblem, hasSecret: boolean): string {
  const t = useText();
  const refusal = useRefusal();
  if (problem.kind === 'unreachable') return t('session.unreachable');
  const { objection, retryMs } = problem;
  if (objection.code === 'pairing_closed') return hasSecret ? t('pair.spent') : t('pair.shut');
  if (objection.code === 'busy') return t('pair.crowded');
  if (retryMs === null) return refusal(objection);
  return `${refusal(objection)}. ${t('pair.tryIn', { seconds: Math.ceil(retryMs / 1000) })}`;
}
