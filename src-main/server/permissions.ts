import type { Role } from './ports.ts';

/**
 * The one authorisation table: what a role may do in its own restaurant. Routes, streams and commands all ask here
 * ([PER1]); an action that is not listed for a role is refused.
 */
export const actions = [
  'orders.place',
  'orders.price',
  'orders.read',
  'orders.change',
  'orders.work',
  'orders.cancel',
  'orders.pay',
  'menu.read',
  'menu.write',
  'menu.availability',
  'site.read',
  'site.write',
  'live.follow',
  'live.watch',
  'ready.follow',
  'metrics.read',
  'people.manage',
  'devices.manage',
  'own.orders',
  'own.session',
] as const;
export type Action = (typeof actions)[number];

const all: readonly Action[] = actions;

const table: Readonly<Record<Role, readonly Action[]>> = {
  manager: all,
  service: [
    'orders.place',
    'orders.price',
    'orders.read',
    'orders.change',
    'orders.work',
    'orders.cancel',
    'orders.pay',
    'menu.read',
    'menu.write',
    'menu.availability',
    'site.read',
    'live.follow',
    'live.watch',
    'ready.follow',
    'metrics.read',
    'own.session',
  ],
  kitchen: [
    'orders.read',
    'orders.work',
    'orders.cancel',
    'menu.read',
    'menu.availability',
    'site.read',
    'live.follow',
    'ready.follow',
    'own.session',
  ],
  waiter: [
    'orders.place',
    'orders.read',
    'orders.change',
    'orders.work',
    'orders.cancel',
    'orders.pay',
    'menu.read',
    'site.read',
    'live.follow',
    'ready.follow',
    'own.session',
  ],
  display: ['ready.follow', 'own.session'],
  guest: ['menu.read', 'own.orders', 'own.session'],
};

export const may = (role: Role, action: Action): boolean => table[role].includes(action);
