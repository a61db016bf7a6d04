import type { ScreenLine } from './screen-line.ts';

/** Everything that the screens of a scene have told, and where each of them is now. */
export type ScreenLog = {
  readonly lines: readonly ScreenLine[];
  /** Starts of the server as the screens came to them, oldest first. */
  readonly epochs: readonly string[];
  take(line: ScreenLine): void;
  /** The newest line of this kind from this screen. */
  newest<Kind extends ScreenLine['kind']>(screen: string, kind: Kind): LineOf<Kind> | undefined;
  /** Resolves with true when `holds`, asked after every few lines; with false when the time is over. */
  until(holds: () => boolean, withinMs: number): Promise<boolean>;
};

export type LineOf<Kind extends ScreenLine['kind']> = Extract<ScreenLine, { readonly kind: Kind }>;

export function createScreenLog(): ScreenLog {
  const lines: ScreenLine[] = [];
  const newest = new Map<string, ScreenLine>();
  const epochs: string[] = [];
  const waiting = new Set<() => void>();
  let isLooking = false;

  function until(holds: () => boolean, withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const give = (answer: boolean) => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(answer);
      };
      const look = () => {
        if (holds()) give(true);
      };
      const timer = setTimeout(() => give(holds()), withinMs);
      waiting.add(look);
      look();
    });
  }

  /** Once for all lines of a turn: hundreds of screens speak at once. */
  function lookSoon(): void {
    if (isLooking || waiting.size === 0) return;
    isLooking = true;
    setImmediate(() => {
      isLooking = false;
      for (const look of [...waiting]) look();
    });
  }

  return {
    lines,
    epochs,
    take: (line) => {
      lines.push(line);
      newest.set(`${line.screen} ${line.kind}`, line);
      if (line.kind === 'shown' && !epochs.includes(line.epoch)) epochs.push(line.epoch);
      lookSoon();
    },
    newest: <Kind extends ScreenLine['kind']>(screen: string, kind: Kind) =>
      newest.get(`${screen} ${kind}`) as LineOf<Kind> | undefined,
    until,
  };
}
