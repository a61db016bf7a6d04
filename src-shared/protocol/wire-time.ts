/** Times are ISO 8601 UTC with milliseconds on the wire and epoch milliseconds inside ([WIR3]). */
export function toIso(ms: number): string;
export function toIso(ms: number | null): string | null;
export function toIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

export function toMs(iso: string): number;
export function toMs(iso: string | null): number | null;
export function toMs(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
