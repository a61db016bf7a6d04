import { Check } from 'lucide-react';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { useText } from '../messages/text-context.tsx';

const steps = ['received', 'preparing', 'ready', 'completed'] as const satisfies readonly WireGuest['state'][];

/** The way of an order, with how far it has come; nothing for one that left it. */
export function Steps({ order: { state, type } }: { readonly order: WireGuest }) {
  const t = useText();
  const at = (steps as readonly WireGuest['state'][]).indexOf(state);
  if (at < 0) return null;
  const nameOf = (step: (typeof steps)[number]) => {
    if (step !== 'completed') return t(`guest.step.${step}`);
    return type === 'dine_in' ? t('guest.state.served') : t('guest.state.handedOver');
  };
  return (
    <ol aria-label={t('guest.steps')} className="grid grid-cols-4 gap-1 sm:gap-2">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={`grid content-start justify-items-center gap-1 text-center text-[0.875rem] leading-tight sm:text-[1rem] hyphens-auto wrap-anywhere ${index <= at ? 'font-bold' : 'text-muted'}`}
        >
          <span
            aria-hidden
            className={`grid size-8 place-items-center rounded-full border-2 ${index <= at ? 'border-done-solid bg-done-solid text-on-done-solid' : 'border-edge'}`}
          >
            {index <= at && <Check className="size-5" strokeWidth={3} />}
          </span>
          {nameOf(step)}
        </li>
      ))}
    </ol>
  );
}
