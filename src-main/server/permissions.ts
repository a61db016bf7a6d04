import type { Role } from '#shared/domain/role.ts';

/**
 * What can be done in a restaurant. Routes, streams, commands and pages all ask the one table below ([PER1]); an action
 * that is not listed for a role is refused.
 */
export const actions = [
  'orders.place',
  'orders.price',
  'orders.read',
  'orders.change',
  'orders.work',
  'orders.cancel',
  'orders.pay',
  'orders.print',
  'menu.read',
  'menu.write',
  'menu.availability',
  'site.read',
  'site.write',
  'live.follow',
  'live.watch',
  'ready.follow',
  'metrics.read',
  'reports.read',
  'webhooks.manage',
  'printers.manage',
  'people.manage',
  'devices.manage',
  'session.use',
  'session.change',
  'account.use',
  'self-orders.place',
  'self-orders.answer',
] as const;
export type Action = (typeof actions)[number];

/** How far it goes: everything of the caller's restaurant, or only what is theirs: their orders, their session. */
export type Scope = 'restaurant' | 'own';

type Grants = Readonly<Partial<Record<Action, Scope>>>;

const grant = (scope: Scope, ...granted: readonly Action[]): Grants =>
  Object.fromEntries(granted.map((action) => [action, scope]));

/** Nobody has the session of another: not even a manager looks into it or signs it out as themselves. */
const ownSession = grant('own', 'session.use');
/** A device, or a person at it, that changes over to somebody else ([PIN1]): nobody works at a guests' board. */
const changesHands = grant('own', 'session.use', 'session.change');

/** What guests do for themselves. */
const ofGuests: ReadonlySet<Action> = new Set<Action>(['account.use', 'self-orders.place']);

const table: Readonly<Record<Role, Grants>> = {
  manager: { ...grant('restaurant', ...actions.filter((action) => !ofGuests.has(action))), ...changesHands },
  service: {
    ...ownSession,
    ...grant('restaurant', 'orders.place', 'orders.price', 'orders.read', 'orders.change', 'orders.work'),
    ...grant('restaurant', 'orders.cancel', 'orders.pay', 'orders.print'),
    ...grant('restaurant', 'menu.read', 'menu.write', 'menu.availability'),
    ...grant('restaurant', 'site.read', 'live.follow', 'live.watch', 'ready.follow', 'metrics.read', 'reports.read'),
    ...grant('restaurant', 'self-orders.answer'),
  },
  kitchen: {
    ...changesHands,
    ...grant('restaurant', 'orders.read', 'orders.work', 'orders.cancel', 'orders.print'),
    ...grant('restaurant', 'menu.read', 'menu.availability', 'site.read', 'live.follow', 'ready.follow'),
  },
  waiter: {
    ...changesHands,
    ...grant('restaurant', 'orders.place', 'orders.read', 'orders.change', 'orders.work', 'orders.cancel'),
    ...grant('restaurant', 'orders.pay', 'orders.print', 'menu.read', 'site.read', 'live.follow', 'ready.follow'),
    ...grant('restaurant', 'self-orders.answer'),
  },
  display: { ...ownSession, ...grant('restaurant', 'ready.follow') },
  /** No session and no menu: one order, by its link ([GST1]). */
  pass: grant('own', 'orders.read'),
  /** No session either: what this phone asks for at that table ([SLF1]). The menu is open to everybody. */
  table: grant('own', 'self-orders.place'),
  guest: { ...changesHands, ...grant('restaurant', 'menu.read'), ...grant('own', 'orders.read', 'account.use') },
};

/**
 * Whether a role may do that to everything in its restaurant, or with `own` at least to what is theirs. Who asks with
 * `own` has to look whose it is.
 */
export function may(role: Role, action: Action, scope: Scope = 'restaurant'): boolean {
  const granted = table[role][action];
  return granted === 'restaurant' || granted === scope;
}
