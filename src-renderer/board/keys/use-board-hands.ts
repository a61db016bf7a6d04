import { useCallback, useMemo, useState } from 'react';
import { useScreen } from '../../screen/screen-context.ts';
import type { Hands, Hint, SheetName } from './hands.ts';
import { keepKeyMap, readKeyMap } from './kept-key-map.ts';
import type { KeyMap } from './key-map.ts';
import { noPrefix, type SlotPrefix } from './slot-prefix.ts';

/** `setPrefix` is for the keys alone. */
type BoardHands = { readonly hands: Hands; readonly setPrefix: (prefix: SlotPrefix) => void };

export function useBoardHands(): BoardHands {
  const [keyMap, setKeyMap] = useState(readKeyMap);
  const [prefix, setPrefix] = useState(noPrefix);
  const panels = usePanels();
  const hinting = useHint();
  const changeKeys = useCallback((map: KeyMap) => {
    keepKeyMap(map);
    setKeyMap(map);
  }, []);
  const hands = useMemo(
    () => ({ keyMap, changeKeys, prefix, ...panels, ...hinting }),
    [keyMap, changeKeys, prefix, panels, hinting],
  );
  return { hands, setPrefix };
}

function usePanels() {
  const { guard } = useScreen();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [transferOf, setTransferOf] = useState<string | null>(null);
  const [heldOf, setHeldOf] = useState<string | null>(null);
  const [isCounting, setCounting] = useState(false);
  const [isLocked, setLocked] = useState(false);
  return useMemo(() => {
    /** Whatever goes away uncovers tickets ([TAP1]). */
    const uncovering = (change: () => void) => () => {
      guard.uncovered();
      change();
    };
    return {
      sheet,
      toggle: (wanted: SheetName) => {
        setHeldOf(null);
        setSheet((now) => (now === wanted ? null : wanted));
      },
      closeSheet: uncovering(() => setSheet(null)),
      transferOf,
      transfer: (ticketId: string) => {
        setTransferOf(ticketId);
        setSheet('transfer');
      },
      heldOf,
      showHeld: (ticketId: string | null) => {
        setHeldOf(ticketId);
        setSheet('held');
      },
      isCounting,
      toggleCounts: uncovering(() => setCounting((now) => !now)),
      closeCounts: uncovering(() => setCounting(false)),
      isLocked,
      lock: () => setLocked(true),
      unlock: uncovering(() => setLocked(false)),
    };
  }, [guard, sheet, transferOf, heldOf, isCounting, isLocked]);
}

function useHint() {
  const { ticker } = useScreen();
  const [hint, setHint] = useState<Hands['hint']>(null);
  return useMemo(
    () => ({ hint, say: (next: Hint) => setHint({ hint: next, atMs: ticker.now().steadyMs }) }),
    [hint, ticker],
  );
}
