import { useEffect, useState } from 'react';

/** Whether something is on the screen at this moment; `onLift` when the last has gone. */
export function useFingerDown(onLift: () => void): boolean {
  const [isDown, setDown] = useState(false);
  useEffect(() => {
    const fingers = new Set<number>();
    const press = ({ pointerId, isPrimary }: PointerEvent) => {
      // What was lifted out of sight is never heard of.
      if (isPrimary) fingers.clear();
      fingers.add(pointerId);
      setDown(true);
    };
    const lift = ({ pointerId }: PointerEvent) => {
      if (!fingers.delete(pointerId) || fingers.size > 0) return;
      setDown(false);
      onLift();
    };
    addEventListener('pointerdown', press, true);
    addEventListener('pointerup', lift, true);
    addEventListener('pointercancel', lift, true);
    return () => {
      removeEventListener('pointerdown', press, true);
      removeEventListener('pointerup', lift, true);
      removeEventListener('pointercancel', lift, true);
    };
  }, [onLift]);
  return isDown;
}
