import type { Text } from '../../messages/text.ts';
import type { ScreenCommand } from '../../outbox/screen-command.ts';

/** What was tapped, in a word or two. */
export function commandName(command: ScreenCommand, t: Text): string {
  // The same kind of command both ways: what it says decides what it is called.
  if (command.kind === 'line.set-status' && command.status === 'preparing') return t('delivery.command.start');
  if (command.kind === 'product.set-availability' && command.available) return t('delivery.command.backOn');
  return t(`delivery.command.${names[command.kind]}`);
}

const names = {
  'order.place': 'order',
  'order.set-status': 'bump',
  'order.ship': 'ship',
  'order.deliver': 'deliver',
  'order.bump': 'bump',
  'line.set-status': 'ready',
  'order.recall': 'recall',
  'order.acknowledge': 'acknowledge',
  'order.hold': 'hold',
  'order.fire': 'fire',
  'order.reroute': 'reroute',
  'order.set-priority': 'priority',
  'order.undo': 'undo',
  'order.add-items': 'addItems',
  'order.split-items': 'split',
  'line.void': 'void',
  'line.change': 'change',
  'order.transfer': 'transfer',
  'order.set-payment': 'payment',
  'order.cancel': 'cancel',
  'order.merge': 'merge',
  'product.set-availability': 'availability',
} as const satisfies Record<ScreenCommand['kind'], string>;
