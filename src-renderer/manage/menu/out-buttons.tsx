import { Ban, Clock, Undo2 } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import type { Deed } from '../../people/use-deed.ts';
import { Button } from '../../ui/button.tsx';
import { useMenuApi } from './use-menu-api.ts';

type OutButtonsProps = { readonly product: Product; readonly deed: Deed };

/** One tap takes a dish off until somebody puts it back, another one does that ([MNE1]). */
export function OutButton({ product: { id, name, available }, deed }: OutButtonsProps) {
  const t = useText();
  const api = useMenuApi();
  const Icon = available ? Ban : Undo2;
  const tap = () => deed.run(() => (available ? api.takeOff(id, 'changed') : api.putBack(id)));
  return (
    <Button
      look={available ? 'plain' : 'sure'}
      data-out={available ? 'take-off' : 'put-back'}
      disabled={deed.isBusy}
      onClick={tap}
    >
      <Icon aria-hidden className="size-[1.1em]" />
      {t(available ? 'floor.out' : 'out.back')}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}

/** Of one that was taken off by hand: that tomorrow puts it back by itself, or that it does not ([MEN7]). */
export function UntilButton({ product: { id, name, out }, deed }: OutButtonsProps) {
  const t = useText();
  const api = useMenuApi();
  if (!out) return null;
  const other = out.until === 'tomorrow' ? 'changed' : 'tomorrow';
  return (
    <Button
      look="framed"
      wraps
      data-until={other}
      disabled={deed.isBusy}
      onClick={() => deed.run(() => api.takeOff(id, other))}
    >
      <Clock aria-hidden className="size-[1.1em] shrink-0" />
      {t(`menuOffice.until.${other}`)}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
