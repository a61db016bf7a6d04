import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { isOwnMachine } from '../link/plain-http.ts';
import { useText } from '../messages/text-context.tsx';
import { Choice } from '../ui/choice.tsx';
import { useManager } from './manager-context.ts';
import { QrPicture } from './qr-picture.tsx';
import { useAsked } from './use-asked.ts';

/** Networks come and go: the computer may get its address while this is open. */
const everyMs = 5000;

/** What a tablet's camera reads, and what is typed where there is none ([PAI2]). */
export function PairCode({ secret }: { readonly secret: string }) {
  const t = useText();
  const api = useManager();
  const asked = useAsked(api.addresses, everyMs);
  const [chosen, setChosen] = useState<string>();
  const bases = isOwnMachine(location.hostname) ? asked.value : [location.origin];
  if (!bases) return null;
  const base = bases.find((one) => one === chosen) ?? bases[0];
  if (base === undefined) return <OnlyHere link={linkFor(location.origin, secret)} />;
  return (
    <div className="grid gap-4">
      <div className="grid items-center gap-5 sm:grid-cols-[15rem_1fr]">
        <div className="mx-auto w-full max-w-[18rem]">
          <QrPicture text={linkFor(base, secret)} label={t('door.qr')} />
        </div>
        <div className="grid gap-4 text-[1.25rem] leading-snug">
          <p className="font-semibold">{t('door.scan')}</p>
          <p>
            {t('door.noCamera')}
            <strong dir="ltr" data-address className="mt-1 block text-[1.375rem] font-bold wrap-anywhere">
              {`${base}/pair`}
            </strong>
          </p>
        </div>
      </div>
      {bases.length > 1 && (
        <fieldset aria-label={t('door.otherAddress')} className="grid min-w-0 gap-3 sm:grid-cols-2">
          <p className="text-chrome text-muted sm:col-span-2">{t('door.otherAddress')}</p>
          {bases.map((one) => (
            <Choice key={one} isChosen={one === base} onClick={() => setChosen(one)}>
              <span dir="ltr" className="text-[1.25rem]">
                {new URL(one).hostname}
              </span>
            </Choice>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const linkFor = (base: string, secret: string) => `${base}/pair#${secret}`;

/** No tablet would come through, however often it reads the QR ([PAI4]). */
function OnlyHere({ link }: { readonly link: string }) {
  const t = useText();
  return (
    <div
      data-only-here
      className="grid gap-3 rounded-xl bg-band-warn p-4 text-[1.25rem] leading-snug text-on-band-warn"
    >
      <p className="flex gap-3">
        <TriangleAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
        <span>
          <strong className="block font-bold">{t('door.onlyHere.title')}</strong>
          {t('door.onlyHere.detail')}
        </span>
      </p>
      <p>
        {t('door.onlyHere.link')}
        <span dir="ltr" className="mt-1 block font-semibold wrap-anywhere select-all">
          {link}
        </span>
      </p>
    </div>
  );
}
