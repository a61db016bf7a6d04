import type { StationId } from '#shared/domain/id.ts';

/** As many columns as have room, or so many tickets of one size ([GRD4]). */
export const gridSizes = ['columns', 4, 6, 8, 10, 12, 15] as const;
export type GridSize = (typeof gridSizes)[number];

/** Height of a dish's name on a screen of 1080 lines, in pixels; in proportion on others ([GRD6]). */
export const textSizes = [24, 28, 32, 40, 48, 56, 64] as const;
export type TextSize = (typeof textSizes)[number];

/** How large everything is that a finger taps; no page can measure its own screen in millimetres ([HIT2]). */
export const hitSizes = ['smaller', 'standard', 'larger', 'largest'] as const;
export type HitSize = (typeof hitSizes)[number];

/** What each screen chooses for itself; everything else holds for all of them. */
export type ScreenChoice = {
  /** Null for the whole kitchen. */
  readonly station: StationId | null;
  readonly grid: GridSize;
  readonly textSize: TextSize;
  readonly hitSize: HitSize;
  readonly overview: boolean;
};

export const firstChoice: ScreenChoice = {
  station: null,
  grid: 'columns',
  textSize: 32,
  hitSize: 'standard',
  overview: true,
};

/** What was kept, as far as it makes sense; rubbish and what is missing count as never chosen. */
export function choiceIn(kept: string | null): ScreenChoice {
  const { station, grid, textSize, hitSize, overview } = fieldsIn(kept);
  return {
    station: typeof station === 'string' && station !== '' ? (station as StationId) : firstChoice.station,
    grid: gridSizes.find((size) => size === grid) ?? firstChoice.grid,
    textSize: textSizes.find((size) => size === textSize) ?? firstChoice.textSize,
    hitSize: hitSizes.find((size) => size === hitSize) ?? firstChoice.hitSize,
    overview: typeof overview === 'boolean' ? overview : firstChoice.overview,
  };
}

function fieldsIn(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
