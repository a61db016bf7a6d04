import type { Line } from '#shared/domain/line.ts';

type QuantityProps = { readonly line: Line; readonly was: number | undefined; readonly look: string };

/** More than one is what gets overlooked, so it stands out. */
export function Quantity({ line, was, look }: QuantityProps) {
  const frame = line.quantity > 1 ? 'bg-text text-surface' : look;
  return (
    <span className="row-span-2 flex min-w-[2.25rem] flex-col items-center text-item leading-[1.15] font-bold">
      {was !== undefined && was !== line.quantity && (
        <del className="tabular px-1.5 text-detail text-muted decoration-4">{was}</del>
      )}
      <span className={`tabular w-full rounded-md px-1.5 text-center ${frame}`}>{line.quantity}</span>
    </span>
  );
}
