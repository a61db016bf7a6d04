import { useCallback, useEffect, useRef } from 'react';
import { useBoard } from '../board-context.ts';
import type { BoardAction } from './board-action.ts';
import { boardDeeds, type PageTurns } from './board-deeds.ts';
import { hasFingerFocus, watchFocus } from './finger-focus.ts';
import type { Hands } from './hands.ts';
import { actionFor } from './key-map.ts';
import { leaveBox, openSheet, pressSelected, selectSlot } from './selection.ts';
import { isForBox, pressInSheet } from './sheet-keys.ts';
import { isPrefix, noPrefix, prefixPressed, type SlotPrefix, slotMeant } from './slot-prefix.ts';
import { type OnKey, useKeyPresses } from './use-key-presses.ts';
import { useKeySilence } from './use-key-silence.ts';

export type BoardKeys = {
  readonly hands: Hands;
  readonly turns: PageTurns;
  readonly setPrefix: (prefix: SlotPrefix) => void;
  readonly recallLast: () => void;
  /** This screen has a keyboard: slots show their numbers. */
  readonly onUsed: () => void;
};

/** The board in the hands of a keyboard or a bump bar ([KEY1]). */
export function useBoardKeys(keys: BoardKeys): void {
  const screen = useBoard();
  const latest = useRef(keys);
  latest.current = keys;
  const silence = useKeySilence(keys.hands.isLocked);

  const act = useCallback(
    (action: BoardAction) => {
      const { hands, setPrefix, onUsed } = latest.current;
      const nowMs = screen.ticker.now().steadyMs;
      onUsed();
      if (isPrefix(action, hands.prefix, nowMs)) return setPrefix(prefixPressed(hands.prefix, nowMs));
      if (hands.prefix !== noPrefix) setPrefix(noPrefix);
      const slot = slotMeant(action, hands.prefix, nowMs);
      if (slot === undefined) return deed(action, boardDeeds({ screen, ...latest.current }));
      const isThere = selectSlot(slot);
      if (isThere && hands.keyMap.slotsBump) pressSelected();
    },
    [screen],
  );

  // Before the keys are heard: they move the focus themselves.
  useEffect(watchFocus, []);
  useKeyPresses(
    useCallback<OnKey>(
      ({ strokes, isHeld }, event) => {
        if (silence.swallows()) return event.preventDefault();
        const sheet = openSheet();
        const action = actionFor(latest.current.hands.keyMap, strokes);
        if (action === undefined) return;
        if (sheet) return pressInSheet(sheet, action, isHeld, event);
        if (isTyping(event)) return pressInBox(action, event);
        const isBounce = action === 'bump' && !isHeld && !screen.guard.isFirst('bump key');
        if (isHeld || isBounce || !isNative(event)) event.preventDefault();
        if (isHeld || isBounce || isNative(event)) return;
        act(action);
      },
      [act, screen, silence],
    ),
  );
}

function deed(action: BoardAction, deeds: Readonly<Partial<Record<BoardAction, () => void>>>): void {
  deeds[action]?.();
}

/** What types nothing leads out of the box, or a bump bar would be caught in it. */
function pressInBox(action: BoardAction, event: KeyboardEvent): void {
  const by = outOfBox[action];
  if (by !== undefined && !isForBox(event) && leaveBox(by)) event.preventDefault();
}

const outOfBox: Partial<Readonly<Record<BoardAction, 1 | -1>>> = {
  next: 1,
  'line-down': 1,
  previous: -1,
  'line-up': -1,
};

/** What is typed is meant for the box it is typed into. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable);

/** A button that has the focus by keys is pressed by the browser itself, wherever it is. */
const isNative = ({ key }: KeyboardEvent) =>
  (key === 'Enter' || key === ' ') && document.activeElement instanceof HTMLButtonElement && !hasFingerFocus();
