import { BellRing, CircleCheck, CircleX, Hourglass } from 'lucide-react';
import { useEffect } from 'react';
import type { WireOwnSelfOrder } from '#shared/protocol/wire-self-order.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { DishesAsked } from './dishes-asked.tsx';
import { useTable, useTableScreen } from './table-context.ts';

/** What becomes of what was sent: on its way, waiting, taken, or not. */
export function Asked() {
  const own = useTable((state) => state.own);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-2xl content-start gap-5 p-4">
        {own === null ? <OnItsWay /> : <Answered own={own} />}
        <DishesAsked />
      </div>
    </main>
  );
}

function OnItsWay() {
  const t = useText();
  const { client } = useTableScreen();
  const isAway = useTable((state) => state.isAway);
  return (
    <Said icon={Hourglass} state="sending" title={t(isAway ? 'selfOrder.unsentTitle' : 'selfOrder.sendingTitle')}>
      <p className="text-[1.25rem] leading-snug">{t(isAway ? 'selfOrder.unsentDetail' : 'selfOrder.sendingDetail')}</p>
      <Button look="framed" onClick={client.withdraw}>
        {t('selfOrder.change')}
      </Button>
    </Said>
  );
}

function Answered({ own }: { readonly own: WireOwnSelfOrder }) {
  const t = useText();
  const { client } = useTableScreen();
  if (own.state === 'taken') return <Taken path={own.path} />;
  if (own.state === 'waiting')
    return (
      <Said icon={BellRing} state="waiting" title={t('selfOrder.waitingTitle')}>
        <p className="text-[1.25rem] leading-snug">{t('selfOrder.waitingDetail')}</p>
        <Button look="framed" data-withdraw onClick={client.withdraw}>
          {t('selfOrder.change')}
        </Button>
      </Said>
    );
  return (
    <Said icon={CircleX} state={own.state} title={t(`selfOrder.${own.state}Title`)}>
      {own.reason && <p className="words text-[1.25rem] leading-snug font-semibold">“{own.reason}”</p>}
      <p className="text-[1.25rem] leading-snug">{t('selfOrder.endedDetail')}</p>
      <Button look="primary" data-again onClick={() => client.again(true)}>
        {t('selfOrder.backToBasket')}
      </Button>
    </Said>
  );
}

/** It is an order now, and has a page of its own. */
function Taken({ path }: { readonly path: string | null }) {
  const t = useText();
  const { client } = useTableScreen();
  useEffect(() => {
    // Whoever comes back by the code finds the menu again.
    if (path === null) return;
    client.again(false);
    location.assign(path);
  }, [path, client]);
  return (
    <Said icon={CircleCheck} state="taken" title={t('selfOrder.takenTitle')}>
      {path !== null && (
        <a href={path} className="text-[1.25rem] font-bold underline">
          {t('selfOrder.toOrder')}
        </a>
      )}
    </Said>
  );
}

type SaidProps = {
  readonly icon: typeof BellRing;
  readonly state: string;
  readonly title: string;
  readonly children: React.ReactNode;
};

function Said({ icon: Icon, state, title, children }: SaidProps) {
  return (
    <section
      role="status"
      data-asked-state={state}
      className="grid justify-items-center gap-4 rounded-2xl border-2 border-edge bg-surface p-6 text-center"
    >
      <Icon aria-hidden className="size-14" strokeWidth={1.5} />
      <h2 className="text-[1.75rem] leading-tight font-bold [overflow-wrap:anywhere]">{title}</h2>
      {children}
    </section>
  );
}
