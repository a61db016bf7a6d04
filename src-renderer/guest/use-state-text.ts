import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { useText } from '../messages/text-context.tsx';

/** What is the matter with the order, and what that means for whoever waits for it. */
export function useStateText({ state, type }: Pick<WireGuest, 'state' | 'type'>): {
  readonly title: string;
  readonly detail: string;
} {
  const t = useText();
  if (state === 'ready') return { title: t('guest.state.ready'), detail: t(`guest.detail.ready.${type}`) };
  if (state === 'completed') {
    const title = type === 'dine_in' ? t('guest.state.served') : t('guest.state.handedOver');
    return { title, detail: t('guest.detail.completed') };
  }
  return { title: t(`guest.state.${state}`), detail: t(`guest.detail.${state}`) };
}
