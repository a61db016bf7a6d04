/** What a screen or tablet can be paired as ([DEV1]). */
export const deviceRoles = ['kitchen', 'waiter', 'display'] as const;
export type DeviceRole = (typeof deviceRoles)[number];

/** What a person can be ([STF1]). */
export const personRoles = ['manager', 'kitchen', 'waiter', 'guest'] as const;
export type PersonRole = (typeof personRoles)[number];

/**
 * `service`: a POS or another program, by its key. `pass`: whoever has the link of one order, and is nobody else
 * ([GST1]). `table`: whoever has scanned the code of a table ([SLF1]). What each may do is the server's to say ([PER1]).
 */
export type Role = DeviceRole | PersonRole | 'service' | 'pass' | 'table';
