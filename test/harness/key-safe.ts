import type { KeySafe } from '../../src-main/server/auth/signing-key.ts';

/** A store of secrets of one machine: what another has sealed it cannot open. */
export const safeOf = (machine: string): KeySafe => ({
  seal: async (text) => Buffer.from(`${machine}:${Buffer.from(text).toString('hex')}`),
  open: async (sealed) => {
    const [by, hex = ''] = String(sealed).split(':');
    if (by !== machine) throw new Error('sealed elsewhere');
    return Buffer.from(hex, 'hex').toString();
  },
});

/** The same, but it opens nothing before it is told to. */
export function slowSafeOf(machine: string): KeySafe & { answer(): void } {
  let answer: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const safe = safeOf(machine);
  return { ...safe, open: (sealed) => told.then(() => safe.open(sealed)), answer: () => answer() };
}
