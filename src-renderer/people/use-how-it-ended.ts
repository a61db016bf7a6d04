import { useEffect, useRef, useState } from 'react';
import type { DeviceOut, WindowOut } from '#shared/protocol/device-requests.ts';
import { useScreen } from '../screen/screen-context.ts';

export type HowItEnded = {
  /** `time`: by itself, after two minutes. `hand`: somebody has shut it, here or elsewhere. */
  readonly how: 'time' | 'hand';
  /** What has come in while it was open. */
  readonly names: readonly string[];
};

type Opened = { readonly expiresAtMs: number; readonly known: ReadonlySet<string> };

/** Pairing that has closed says so and why: a manager who looked away must not think that it is open still ([PAI4]). */
export function useHowItEnded(
  window: WindowOut | undefined,
  devices: readonly DeviceOut[] | undefined,
  refresh: () => Promise<void>,
): HowItEnded | null {
  const { ticker } = useScreen();
  const opened = useRef<Opened>(undefined);
  const [ended, setEnded] = useState<(Opened & Pick<HowItEnded, 'how'>) | null>(null);
  useEffect(() => {
    if (!window || !devices) return;
    if (window.open) {
      const known = opened.current?.known ?? new Set(devices.map(({ id }) => id));
      opened.current = { known, expiresAtMs: Date.parse(window.expires_at ?? '') };
      return setEnded(null);
    }
    const last = opened.current;
    if (!last) return;
    opened.current = undefined;
    setEnded({ ...last, how: ticker.now().serverMs >= last.expiresAtMs - aTickMs ? 'time' : 'hand' });
    void refresh();
  }, [window, devices, refresh, ticker]);
  if (!ended) return null;
  const names = (devices ?? []).filter(({ id }) => !ended.known.has(id)).map(({ name }) => name);
  return { how: ended.how, names };
}

/** The screen's clock stands still for up to a second. */
const aTickMs = 1500;
