import { useEffect, useState } from 'react';
import { useSound } from './sound-context.ts';

/** As long as the still frame of those who asked for no motion is to be seen. */
const shownMs = 2000;

/** The edge of the screen lights up with each sound, where somebody wants it: for ears that hear nothing in the noise. */
export function FlashFrame() {
  const { bell, settings } = useSound();
  const [flashes, setFlashes] = useState(0);
  const [isOn, setOn] = useState(false);
  useEffect(
    () =>
      bell.onRing(() => {
        if (!settings.getState().flash) return;
        setFlashes((count) => count + 1);
        setOn(true);
      }),
    [bell, settings],
  );
  // Begun anew with each flash.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each flash is another one
  useEffect(() => {
    const timer = setTimeout(() => setOn(false), shownMs);
    return () => clearTimeout(timer);
  }, [flashes]);
  if (!isOn) return null;
  return (
    <div
      key={flashes}
      aria-hidden
      data-flash={flashes}
      className="flashes pointer-events-none fixed inset-0 z-20 border-[1.25rem] border-accent"
    />
  );
}
