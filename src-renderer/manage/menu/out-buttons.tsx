import { Ban, Clock, Undo2 } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import type { Deed } from '../../people/use-deed.ts';
import { Button } from '../../ui/button.tsx';
import { useMenuApi } from './use-menu-api.ts';

type OutButtonsProps = { readonly product: Product; readonly deed: Deed };

/** One tap takes a dish off until somebody puts it back; another one says that tomorrow does that by itself ([MEN7]). */
export function OutButtons({ product: { id, name, available, out }, deed }: OutButtonsProps) {
  const t = useText();
  const api = useMenuApi();
  const of = <span className="sr-only">: {name}</span>;
  if (available)
    return (
      <Button data-take-off disabled={deed.isBusy} onClick={() => deed.run(() => api.takeOff(id, 'changed'))}>
        <Ban aria-hidden className="size-[1.1em]" />
        {t('floor.out')}
        {of}
      </Button>
    );
  const other = out?.until === 'tomorrow' ? 'changed' : 'tomorrow';
  return (
    <>
      {out && (
        <Button
          look="framed"
          wraps
          data-until={other}
          disabled={deed.isBusy}
          onClick={() => deed.run(() => api.takeOff(id, other))}
        >
          <Clock aria-hidden className="size-[1.1em] shrink-0" />
          {t(`menuOffice.until.${other}`)}
          {of}
        </Button>
      )}
      <Button look="sure" data-put-back disabled={deed.isBusy} onClick={() => deed.run(() => api.putBack(id))}>
        <Undo2 aria-hidden className="size-[1.1em]" />
        {t('out.back')}
        {of}
      </Button>
    </>
  );
}
