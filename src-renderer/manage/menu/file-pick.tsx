import { FileUp } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Wrong } from './form-section.tsx';

type FilePickProps = { readonly onPick: (file: File) => void; readonly isTooLarge: boolean };

/** A file of the device, by its own picker or dropped here. */
export function FilePick({ onPick, isTooLarge }: FilePickProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => file && onPick(file);
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    take(currentTarget.files?.[0]);
    // The same one can be picked again when it was mended.
    currentTarget.value = '';
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is for all
    <div
      data-drop
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      className={`grid justify-items-center gap-3 rounded-xl border-2 border-dashed p-5 text-center ${isOver ? 'border-accent bg-raised' : 'border-edge bg-surface'}`}
    >
      <Button look="primary" wraps onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-[1.4em] shrink-0" />
        {t('menuOffice.pickFile')}
      </Button>
      <p className="text-chrome text-muted">{t('menuOffice.dropFile')}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('menuOffice.pickFile')}
        accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
        onChange={picked}
      />
      {isTooLarge && <Wrong words={t('menuOffice.tooLarge')} />}
    </div>
  );
}
