import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';

/** Why a dish cannot be ordered now, and until when ([MEN7], [STK2]). */
export function OutMark({ product: { out } }: { readonly product: Pick<Product, 'out'> }) {
  const t = useText();
  return t(`menuOffice.outUntil.${out?.until ?? 'counted'}`);
}
