import { Bike, HandPlatter, type LucideIcon, PackageCheck } from 'lucide-react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { deliveryStep } from './delivery-step.ts';

/** What is to be done with an order for elsewhere: give it to the driver, then say that it has come; with a way back. */
export function OnItsWay({ order }: { readonly order: Order }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const { client, guard } = useScreen();
  const step = deliveryStep(order);
  const send = (next: 'ship' | 'deliver') =>
    guard.allows(`${next}/${order.id}`, true, order.id) && client.send(order, next);
  if (step === 'ready')
    return (
      <Step
        mark="ready"
        look="bg-band-warn text-on-band-warn"
        icon={HandPlatter}
        words={t('floor.readyToGo')}
        act={t('floor.ship')}
        onAct={() => send('ship')}
      />
    );
  if (step === 'shipped')
    return (
      <Step
        mark="shipped"
        look="border-t border-edge"
        icon={Bike}
        words={t('floor.onItsWay', { time: timeOfDay(order.delivery?.shippedAtMs ?? 0) })}
        act={t('floor.deliver')}
        onAct={() => send('deliver')}
      />
    );
  if (step !== 'delivered') return null;
  return (
    <p className="flex items-center gap-2 px-4 py-3 text-[1.125rem] font-semibold text-done">
      <PackageCheck aria-hidden className="size-[1.2em]" />
      {t('floor.isDelivered', { time: timeOfDay(order.delivery?.deliveredAtMs ?? 0) })}
    </p>
  );
}

type StepProps = {
  readonly mark: string;
  readonly look: string;
  readonly icon: LucideIcon;
  readonly words: string;
  readonly act: string;
  readonly onAct: () => void;
};

function Step({ mark, look, icon: Icon, words, act, onAct }: StepProps) {
  return (
    <div data-delivery-step={mark} className={`grid gap-2 px-4 py-3 ${look}`}>
      <p role="status" className="flex items-start gap-2 text-[1.25rem] leading-snug font-bold">
        <Icon aria-hidden className="mt-0.5 size-[1.2em] shrink-0" strokeWidth={2.25} />
        {words}
      </p>
      <button
        type="button"
        data-send-on
        onClick={onAct}
        className="flex min-h-hit items-center justify-center rounded-lg border-2 border-current px-4 text-[1.25rem] font-bold active:opacity-70"
      >
        {act}
      </button>
    </div>
  );
}
