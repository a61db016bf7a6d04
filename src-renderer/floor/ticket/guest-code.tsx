import { QrCode, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { isOpen, type Order } from '#shared/domain/order.ts';
import type { GuestLinkOut } from '#shared/protocol/wire-guest.ts';
import { phoneAddress } from '../../link/phone-address.ts';
import { useText } from '../../messages/text-context.tsx';
import { QrPicture } from '../../people/qr-picture.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useAnswer } from '../../screen/use-answer.ts';
import { Button } from '../../ui/button.tsx';

/** The way to the order's page, for the phone of whoever waits for it ([GST3]). */
export function GuestCode({ order }: { readonly order: Order }) {
  const t = useText();
  const [isShown, setIsShown] = useState(false);
  if (!isOpen(order)) return null;
  return (
    <>
      <Button look="framed" wraps data-act="guest-code" onClick={() => setIsShown(true)}>
        <QrCode aria-hidden className="size-6 shrink-0" />
        {t('guest.code.show')}
      </Button>
      {isShown && (
        <GuardedDialog title={t('guest.code.show')} onClose={() => setIsShown(false)}>
          <Code id={order.id} />
        </GuardedDialog>
      )}
    </>
  );
}

function Code({ id }: { readonly id: string }) {
  const t = useText();
  const { answer, again } = useAnswer(`/orders/${encodeURIComponent(id)}/guest-link`, linkIn);
  if (!answer) return <p className="text-[1.25rem]">{t('guest.code.making')}</p>;
  if (answer.kind !== 'ok') return <Failed onAgain={again} />;
  const address = phoneAddress(answer.value, location);
  if (address === undefined) return <OnlyHere />;
  return (
    <div className="mx-auto grid max-w-md gap-4 text-center">
      <QrPicture text={address} label={t('guest.code.label')} />
      <p className="text-[1.25rem] leading-snug font-semibold">{t('guest.code.scan')}</p>
      <p className="text-[1.125rem] leading-snug">{t('guest.code.shows')}</p>
    </div>
  );
}

/** `undefined` for what is none ([ANS1]). */
function linkIn(body: unknown): GuestLinkOut | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { path, bases } = body as Partial<GuestLinkOut>;
  return typeof path === 'string' && Array.isArray(bases) ? { path, bases } : undefined;
}

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="grid gap-4">
      <p className="text-[1.25rem] leading-snug">{t('guest.code.failed')}</p>
      <Button look="primary" onClick={onAgain}>
        {t('guest.code.again')}
      </Button>
    </div>
  );
}

function OnlyHere() {
  const t = useText();
  return (
    <p
      data-only-here
      className="flex gap-3 rounded-xl bg-band-warn p-4 text-[1.25rem] leading-snug font-semibold text-on-band-warn"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
      {t('guest.code.onlyHere')}
    </p>
  );
}
