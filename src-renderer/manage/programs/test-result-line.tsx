import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import type { Deed } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { useReason } from './use-reason.ts';
import type { TestResult } from './webhook-api.ts';

type TestResultLineProps = { readonly deed: Deed; readonly result: TestResult | null };

/** What came of a ping; while one waits, that it does. */
export function TestResultLine({ deed, result }: TestResultLineProps) {
  const t = useText();
  const reason = useReason();
  if (deed.problem) return <Problem problem={deed.problem} />;
  const said = result ? reason(result.said) : '';
  const words = !result ? t('webhook.testing') : t(result.taken ? 'webhook.tested' : 'webhook.notTaken', { said });
  const Icon = result && !result.taken ? TriangleAlert : CircleCheck;
  return (
    <p
      role="status"
      data-test-result={result ? result.taken : 'waits'}
      className={`flex gap-3 text-chrome font-semibold ${result ? (result.taken ? 'text-done' : 'text-danger') : 'text-muted'}`}
    >
      {result && <Icon aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />}
      {words}
    </p>
  );
}
