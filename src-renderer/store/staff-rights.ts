import type { ScreenState } from './screen-state.ts';

/** Whom the kitchen lets keep people, devices and keys ([PER1]). */
export const mayManage = ({ session }: Pick<ScreenState, 'session'>): boolean =>
  session.phase === 'signed-in' && session.person.role === 'manager';
