import { Hourglass, WifiOff } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { PairCard } from './pair-card.tsx';
import { usePairClient } from './pair-context.ts';

type CodePageProps = { readonly name: string; readonly code: string; readonly isUnreachable: boolean };

/** The code that the manager compares, to be read across a bar ([PAI1]). */
export function CodePage({ name, code, isUnreachable }: CodePageProps) {
  const t = useText();
  const { again } = usePairClient();
  const Icon = isUnreachable ? WifiOff : Hourglass;
  return (
    <PairCard title={t('pair.codeTitle')} lead={t('pair.codeLead', { name })}>
      <div data-pair="waiting" className="grid gap-6">
        <p
          dir="ltr"
          data-code={code}
          className="tabular rounded-xl border-4 border-accent bg-ground py-6 text-center text-[7rem] leading-none font-bold tracking-[0.06em]"
        >
          {code}
        </p>
        <p role="status" className="flex items-center gap-3 text-[1.375rem] leading-snug font-semibold">
          <Icon aria-hidden className="size-[1.4em] shrink-0" />
          {isUnreachable ? t('pair.noAnswer') : t('pair.waiting')}
        </p>
        <Button look="framed" wraps onClick={again}>
          {t('action.cancel')}
        </Button>
      </div>
    </PairCard>
  );
}
