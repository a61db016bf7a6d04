import { CircleCheckBig, CircleX, Hourglass } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { pageOfRole } from '../screen/page-of-role.ts';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { CodePage } from './code-page.tsx';
import { NamePage } from './name-page.tsx';
import { usePair, usePairClient } from './pair-context.ts';

/** How a device comes in, step by step ([PAI2], [PAI3]). */
export function PairApp() {
  const step = usePair((state) => state.step);
  switch (step.kind) {
    case 'naming':
      return <NamePage problem={step.problem} isBusy={step.isBusy} />;
    case 'waiting':
      return <CodePage name={step.name} code={step.code} isUnreachable={step.isUnreachable} />;
    case 'ended':
      return <Ended how={step.how} />;
    case 'paired':
      return <PairedPage name={step.paired.name} role={step.paired.role} />;
  }
}

const big = 'size-20';
const endIcons = { refused: CircleX, over: Hourglass } as const;

function Ended({ how }: { readonly how: 'refused' | 'over' }) {
  const t = useText();
  const { again } = usePairClient();
  const Icon = endIcons[how];
  return (
    <main data-pair={how} className="h-full" role="alert">
      <FullPage
        icon={<Icon aria-hidden className={big} strokeWidth={1.25} />}
        title={t(`pair.ended.${how}.title`)}
        detail={t(`pair.ended.${how}.detail`)}
        action={
          <Button look="primary" autoFocus onClick={again}>
            {t('pair.again')}
          </Button>
        }
      />
    </main>
  );
}

/** Long enough to read that it worked, short enough to wait for. */
const readMs = 1200;

function PairedPage({ name, role }: { readonly name: string; readonly role: string }) {
  const t = useText();
  const open = useCallback(() => location.replace(pageOfRole(role)), [role]);
  useEffect(() => {
    const timer = setTimeout(open, readMs);
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <main data-pair="paired" className="h-full" role="status">
      <FullPage
        icon={<CircleCheckBig aria-hidden className={`${big} text-done`} strokeWidth={1.25} />}
        title={t('pair.paired', { name })}
        detail={t('pair.pairedDetail')}
        action={
          <Button look="primary" onClick={open}>
            {t('pair.openBoard')}
          </Button>
        }
      />
    </main>
  );
}
