import { useEffect, useState } from 'react';
import { useGuestScreen } from './guest-context.ts';

/** Asked once; where nobody answers there is nothing to offer. */
export function useHasAccounts(): boolean {
  const { hasAccounts } = useGuestScreen();
  const [isSo, setIsSo] = useState(false);
  useEffect(() => {
    let isOver = false;
    void hasAccounts().then((said) => isOver || setIsSo(said));
    return () => {
      isOver = true;
    };
  }, [hasAccounts]);
  return isSo;
}
