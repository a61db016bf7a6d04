import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { PrinterDraft } from './printer-draft.ts';

type SlipPreviewProps = { readonly draft: Pick<PrinterDraft, 'paper' | 'letters' | 'language'> };

type Shown = 'kitchen' | 'guest';

/** What will come out, in the width, the letters and the language that are chosen; paper is white on every screen. */
export function SlipPreview({ draft: { paper, letters, language } }: SlipPreviewProps) {
  const t = useText();
  const [slip, setSlip] = useState<Shown>('kitchen');
  const address = `/api/v1/printers/preview?${new URLSearchParams({ paper: String(paper), letters, language, slip })}`;
  return (
    <section className="grid content-start gap-3">
      <h4 className="text-chrome font-semibold">{t('printer.preview.title')}</h4>
      <Segments
        label={t('printer.preview.title')}
        options={[
          ['kitchen', t('printer.preview.kitchen')],
          ['guest', t('printer.preview.guest')],
        ]}
        chosen={slip}
        onChoose={setSlip}
      />
      <div className="grid justify-items-center overflow-hidden rounded-xl border border-edge bg-raised p-3">
        <img
          data-preview
          src={address}
          alt={t('printer.preview.picture')}
          className={`h-auto max-w-full ${paper === 58 ? 'w-72' : 'w-[26rem]'}`}
        />
      </div>
    </section>
  );
}
