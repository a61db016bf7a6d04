export type Bar = {
  readonly key: string;
  /** Under it. */
  readonly label: string;
  /** Null where there is nothing to tell. */
  readonly value: number | null;
  /** A second figure, at or above the first. */
  readonly mark?: number | null;
};

export type BarSizes = {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  /** The first stands at the right. */
  readonly isMirrored: boolean;
};

export type DrawnBar = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  readonly middle: number;
  /** Null where its neighbours' need the room. */
  readonly label: string | null;
  readonly told: string | null;
  readonly markY: number | null;
};

/** Letters of that size are about so wide, in rem. */
const letterRem = 0.56;

/** Where each bar and each word stands, so that no two words touch at any width; the figures that all have are in the table. */
export function layBars(
  bars: readonly Bar[],
  format: (value: number) => string,
  least: number,
  { width, height, rem, isMirrored }: BarSizes,
): { readonly drawn: readonly DrawnBar[]; readonly baseline: number } {
  const [baseline, top] = [height - 1.75 * rem, 1.5 * rem];
  const step = width / Math.max(1, bars.length);
  const wide = Math.max(1, Math.min(step * 0.72, 4 * rem));
  const most = Math.max(least, ...bars.flatMap(({ value, mark }) => [value ?? 0, mark ?? 0])) || 1;
  const highOf = (value: number) => (value / most) * (baseline - top);
  const told = bars.map(({ value, mark }) => (value === null ? '' : format(mark ?? value)));
  const labelEvery = everyNth(
    bars.map(({ label }) => label),
    step,
    rem,
  );
  const toldEvery = everyNth(told, step, rem);
  const drawn = bars.map(({ key, label, value, mark }, index): DrawnBar => {
    const middle = step * ((isMirrored ? bars.length - 1 - index : index) + 0.5);
    const high = value === null || value === 0 ? 0 : Math.max(2, highOf(value));
    return {
      ...{ key, middle, wide, high, x: middle - wide / 2, y: baseline - high },
      label: index % labelEvery === 0 ? label : null,
      // Figures that only some bars can show would be chance: all of them, or none.
      told: toldEvery === 1 && value !== null && value > 0 ? (told[index] ?? null) : null,
      markY: value === null || mark === undefined || mark === null ? null : baseline - highOf(mark),
    };
  });
  return { drawn, baseline };
}

function everyNth(words: readonly string[], step: number, rem: number): number {
  const longest = Math.max(0, ...words.map(({ length }) => length));
  return Math.max(1, Math.ceil(((longest + 1) * letterRem * rem) / Math.max(step, 1)));
}
