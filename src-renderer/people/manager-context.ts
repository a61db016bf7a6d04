import { createContext, use } from 'react';
import type { ManagerApi } from './manager-api.ts';

export const ManagerContext = createContext<ManagerApi | undefined>(undefined);

export function useManager(): ManagerApi {
  const api = use(ManagerContext);
  if (!api) throw new Error('drawn outside of the panel of people and devices');
  return api;
}
