import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useRefusal } from '../use-refusal.ts';
import type { PinProblem } from './use-pin-try.ts';

type PinTroubleProps = { readonly problem: PinProblem | null; readonly waitS: number };

/** Keeps its place also when there is nothing to say: the pad below must not move under a finger ([TAP1]). */
export function PinTrouble({ problem, waitS }: PinTroubleProps) {
  const words = useWords(problem, waitS);
  return (
    <p
      role="alert"
      className="flex min-h-[3rem] items-center gap-3 text-[1.25rem] leading-tight font-semibold text-danger"
    >
      {words !== null && <TriangleAlert aria-hidden className="size-[1.3em] shrink-0" />}
      {words}
    </p>
  );
}

function useWords(problem: PinProblem | null, waitS: number): string | null {
  const t = useText();
  const refusal = useRefusal();
  if (waitS > 0) return t('pin.tooMany', { seconds: waitS });
  if (problem === null) return null;
  if (problem.kind === 'unreachable') return t('session.unreachable');
  const { code } = problem.objection;
  if (code === 'too_many_tries') return t('pin.nowAgain');
  return code === 'wrong_login' ? t('pin.wrong') : refusal(problem.objection);
}
