import { useCallback, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { type ActionGroup, actionGroups, type BoardAction } from './board-action.ts';
import { useHands } from './hands.ts';
import { withoutKey } from './key-map.ts';
import { KeyTester } from './key-tester.tsx';
import { LearnRow } from './learn-row.tsx';
import { type Heard, lessonOf } from './learning.ts';
import { PresetChoice } from './preset-choice.tsx';
import { type OnKey, useKeyPresses } from './use-key-presses.ts';

/** Teaches this screen the keys of its keyboard or bar ([KEY6]); whatever is pressed is shown at once. */
export function LearnSheet() {
  const t = useText();
  const { keyMap, changeKeys, closeSheet } = useHands();
  const [wanted, setWanted] = useState<BoardAction | null>(null);
  const heard = useHeard(wanted, () => setWanted(null));
  return (
    <GuardedDialog title={t('keys.learnTitle')} onClose={closeSheet}>
      <div data-keys={wanted === null ? undefined : 'own'} className="grid gap-6">
        <KeyTester heard={heard} wanted={wanted} onCancel={() => setWanted(null)} />
        <PresetChoice map={keyMap} onChoose={changeKeys} />
        {(Object.keys(actionGroups) as ActionGroup[]).map((group) => (
          <section key={group}>
            <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{t(`keys.group.${group}`)}</h3>
            <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
              {actionGroups[group].map((action) => (
                <LearnRow
                  key={action}
                  action={action}
                  isWanted={wanted === action}
                  onWant={() => setWanted(action)}
                  onForget={(stroke) => changeKeys(withoutKey(keyMap, stroke))}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </GuardedDialog>
  );
}

/** The last key, and what became of it. While an action waits for its key, no key does anything else. */
function useHeard(wanted: BoardAction | null, onLearned: () => void): Heard | null {
  const { keyMap, changeKeys } = useHands();
  const [heard, setHeard] = useState<Heard | null>(null);
  const latest = useRef({ wanted, onLearned, keyMap, changeKeys });
  latest.current = { wanted, onLearned, keyMap, changeKeys };
  useKeyPresses(
    useCallback<OnKey>(({ strokes, isHeld }, event) => {
      const now = latest.current;
      if (now.wanted !== null) {
        event.preventDefault();
        event.stopPropagation();
      }
      const lesson = isHeld ? undefined : lessonOf(now.keyMap, now.wanted, strokes);
      if (!lesson) return;
      setHeard(lesson.heard);
      if (now.wanted === null) return;
      if (lesson.map !== now.keyMap) now.changeKeys(lesson.map);
      now.onLearned();
    }, []),
  );
  return heard;
}
