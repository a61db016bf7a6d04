import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useRead } from '../../screen/screen-context.ts';
import { useFloor } from '../floor-context.ts';

/** Said where it matters, before anything is lost: what is rung in lives as long as this page ([RNG5]). */
export function KeepsNothing() {
  const t = useText();
  const isKept = useRead(useFloor().carts.isKept, (is) => is);
  if (isKept) return null;
  return (
    <p
      role="status"
      data-keeps-nothing
      className="flex items-start gap-2 rounded-lg border-2 border-danger bg-surface px-3 py-2 text-chrome font-semibold"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0 text-danger" />
      <span className="words">{t('floor.keepsNothing')}</span>
    </p>
  );
}
