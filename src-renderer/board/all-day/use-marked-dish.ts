import { useMemo, useState } from 'react';
import type { MarkedDish } from './marked-dish.ts';

/** Nothing is marked once the counts are put away. */
export function useMarkedDish(isCounting: boolean): MarkedDish {
  const [name, setName] = useState<string | null>(null);
  if (!isCounting && name !== null) setName(null);
  return useMemo(
    () => ({ name, mark: (wanted: string) => setName((now) => (now === wanted ? null : wanted)) }),
    [name],
  );
}
