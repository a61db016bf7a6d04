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

/** How far apart the lines of the scale may be, smallest first. */
export type Scale = { readonly steps: readonly number[]; readonly least: number };

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

export type Drawing = {
  readonly drawn: readonly DrawnBar[];
  readonly lines: readonly { readonly y: number; readonly label: string }[];
  readonly baseline: number;
  /** Where the scale's figures end, or from the right begin. */
  readonly gutter: number;
};

/** Letters of that size are about so wide, in rem. */
const letterRem = 0.56;
const mostLines = 4;

/** Where each bar and each word stands, so that no two words touch at any width ([RPO5]). */
export function layBars(
  bars: readonly Bar[],
  format: (value: number) => string,
  scale: Scale,
  { width, height, rem, isMirrored }: BarSizes,
): Drawing {
  const [baseline, top] = [height - 1.75 * rem, 1.6 * rem];
  const { most, step: lineStep } = scaleOf(bars, scale);
  const yOf = (value: number) => baseline - (value / most) * (baseline - top);
  const values = Array.from({ length: Math.floor(most / lineStep + 1e-9) }, (_, index) => (index + 1) * lineStep);
  const lines = values.map((value) => ({ y: yOf(value), label: format(value) }));
  const gutter = (longest(lines.map(({ label }) => label)) + 1) * letterRem * rem;
  const step = Math.max(0, width - gutter) / Math.max(1, bars.length);
  const wide = Math.max(1, Math.min(step * 0.72, 4 * rem));
  const told = bars.map(({ value, mark }) => (value === null ? '' : format(mark ?? value)));
  const labelEvery = everyNth(
    bars.map(({ label }) => label),
    step,
    rem,
  );
  const toldEvery = everyNth(told, step, rem);
  const drawn = bars.map(({ key, label, value, mark }, index): DrawnBar => {
    const fromStart = gutter + step * (index + 0.5);
    const middle = isMirrored ? width - fromStart : fromStart;
    const y = value === null || value === 0 ? baseline : Math.min(baseline - 2, yOf(value));
    return {
      ...{ key, middle, wide, y, high: baseline - y, x: middle - wide / 2 },
      label: index % labelEvery === 0 ? label : null,
      // Figures that only some bars can show would be chance: all of them, or none.
      told: toldEvery === 1 && value !== null && value > 0 ? (told[index] ?? null) : null,
      markY: value === null || mark === undefined || mark === null ? null : yOf(mark),
    };
  });
  return { drawn, lines, baseline, gutter };
}

/** Ends on a line, and has few of them. */
function scaleOf(bars: readonly Bar[], { steps, least }: Scale): { readonly most: number; readonly step: number } {
  const highest = Math.max(least, ...bars.flatMap(({ value, mark }) => [value ?? 0, mark ?? 0]));
  const last = steps.at(-1) ?? 1;
  const step = steps.find((one) => highest / one <= mostLines) ?? last * Math.ceil(highest / last / mostLines);
  return { step, most: step * Math.max(1, Math.ceil(highest / step - 1e-9)) };
}

const longest = (words: readonly string[]) => Math.max(0, ...words.map(({ length }) => length));

const everyNth = (words: readonly string[], step: number, rem: number): number =>
  Math.max(1, Math.ceil(((longest(words) + 1) * letterRem * rem) / Math.max(step, 1)));
