import type { Caller } from '../ports.ts';

/**
 * Whether somebody comes on a phone of their own who is no staff: by an order's link, a table's code, or by an account that anybody can
 * make. What the house's own screens need they never take ([GST6]).
 */
export const isOnOwnPhone = ({ role, deviceId }: Pick<Caller, 'role' | 'deviceId'>): boolean =>
  role === 'pass' || role === 'table' || (role === 'guest' && deviceId === undefined);
