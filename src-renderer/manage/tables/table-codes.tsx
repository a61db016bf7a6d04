import { Printer, QrCode, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { phoneAddress } from '../../link/phone-address.ts';
import { useText } from '../../messages/text-context.tsx';
import { QrPicture } from '../../people/qr-picture.tsx';
import { useAnswer } from '../../screen/use-answer.ts';
import { useSettings } from '../../screen/use-site.ts';
import { tableLabel } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';

type Codes = {
  readonly items: readonly { readonly name: string; readonly area: string; readonly path: string }[];
  readonly bases: readonly string[];
};

/** The codes of all tables, to be printed and put there ([SLF5]). */
export function TableCodes() {
  const t = useText();
  const { selfOrdering, tables } = useSettings();
  const [isShown, setShown] = useState(false);
  if (!selfOrdering || tables.length === 0) return null;
  return (
    <>
      <Button look="framed" wraps data-codes aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        <QrCode aria-hidden className="size-[1.4em] shrink-0" />
        {t(isShown ? 'selfOrder.codes.hide' : 'selfOrder.codes.show')}
      </Button>
      {isShown && <Shown key={tables.map(({ name }) => name).join()} />}
    </>
  );
}

function Shown() {
  const t = useText();
  const { answer, again } = useAnswer('/tables/codes', codesIn);
  if (!answer) return <p className="text-[1.25rem] print:hidden">{t('selfOrder.codes.making')}</p>;
  if (answer.kind !== 'ok')
    return (
      <div role="alert" className="grid gap-4 print:hidden">
        <p className="text-[1.25rem] leading-snug">{t('selfOrder.codes.failed')}</p>
        <Button look="primary" onClick={again}>
          {t('selfOrder.codes.again')}
        </Button>
      </div>
    );
  return <Sheet codes={answer.value} />;
}

function Sheet({ codes: { items, bases } }: { readonly codes: Codes }) {
  const t = useText();
  const reached = items.flatMap(({ name, path }) => {
    const address = phoneAddress({ path, bases }, location);
    return address === undefined ? [] : [{ name, address }];
  });
  if (reached.length === 0)
    return (
      <p className="flex gap-3 rounded-xl bg-band-warn p-4 text-[1.25rem] leading-snug font-semibold text-on-band-warn">
        <TriangleAlert aria-hidden className="mt-0.5 size-7 shrink-0" />
        {t('selfOrder.codes.onlyHere')}
      </p>
    );
  return (
    <section data-print-alone aria-label={t('selfOrder.codes.show')} className="grid gap-4">
      <p className="text-[1.25rem] text-muted print:hidden">{t('selfOrder.codes.lead')}</p>
      <div className="print:hidden">
        <Button look="primary" onClick={() => window.print()}>
          <Printer aria-hidden className="size-6" />
          {t('selfOrder.codes.print')}
        </Button>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-4 print:grid-cols-3">
        {reached.map(({ name, address }) => (
          <li
            key={name}
            data-code-of={name}
            className="grid break-inside-avoid content-start gap-2 rounded-xl border border-edge bg-surface p-4 text-center print:bg-transparent"
          >
            <span className="words text-[1.5rem] font-bold">{tableLabel(name)}</span>
            <QrPicture text={address} label={t('selfOrder.codes.label', { table: name })} />
            <span className="text-[1rem] leading-snug">{t('selfOrder.codes.scan')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `undefined` for what is none ([ANS1]). */
function codesIn(body: unknown): Codes | undefined {
  const { items, bases } = (typeof body === 'object' && body !== null ? body : {}) as Partial<Codes>;
  return Array.isArray(items) && Array.isArray(bases) ? { items, bases } : undefined;
}
