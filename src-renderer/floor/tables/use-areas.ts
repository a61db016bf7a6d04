import { useMemo } from 'react';
import { useSettings } from '../../screen/use-site.ts';
import { useServed } from '../orders/use-closed.ts';
import { useOrders } from '../orders/use-orders.ts';
import { type Area, areasOf } from './table-state.ts';

/** The house as it is at this moment. */
export function useAreas(): readonly Area[] {
  const { tables } = useSettings();
  const open = useOrders();
  const served = useServed();
  return useMemo(() => areasOf(tables, [...open, ...served]), [tables, open, served]);
}
