import type { BoardState } from './board-state.ts';

/** Whom the kitchen lets keep people, devices and keys ([PER1]). */
export const mayManage = ({ session }: Pick<BoardState, 'session'>): boolean =>
  session.phase === 'signed-in' && session.person.role === 'manager';
