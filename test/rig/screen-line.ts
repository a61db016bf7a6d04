import type { Freshness } from '../../src-renderer/store/freshness.ts';

/** What a screen of the rig tells about itself; one line of JSON each when it runs in another process. Times are wall clock. */
export type ScreenLine = { readonly screen: string; readonly atMs: number } & (
  | { readonly kind: 'phase'; readonly phase: string; readonly path: string | null }
  /** By events one after the other, `from` to `seq`; or by a snapshot, when `from` is null. */
  | { readonly kind: 'shown'; readonly epoch: string; readonly from: number | null; readonly seq: number }
  /** What a person sees at this moment. */
  | { readonly kind: 'sample'; readonly freshness: Freshness; readonly epoch: string; readonly seq: number }
  /** Something reached the screen twice, or something before it never did. */
  | { readonly kind: 'fault'; readonly fault: 'repeat' | 'hole'; readonly what: string }
  | { readonly kind: 'hash'; readonly hash: string }
);

/** A line without what every line has. */
type Without<Line, Keys extends string> = Line extends unknown ? Omit<Line, Keys> : never;
export type ScreenNews = Without<ScreenLine, 'screen' | 'atMs'>;

/** What a screen of the rig is told to do. */
export type ScreenOrder = 'wake' | 'online' | 'hash' | 'stop';
