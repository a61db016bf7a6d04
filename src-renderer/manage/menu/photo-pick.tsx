import { ImagePlus } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';

type PhotoPickProps = {
  readonly isReading: boolean;
  readonly hasPhoto: boolean;
  readonly onPick: (file: File) => void;
};

/** By the device's own picker, which has the camera on a phone; dropped here, or pasted anywhere on the page. */
export function PhotoPick({ isReading, hasPhoto, onPick }: PhotoPickProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  usePasted(onPick);
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (file) onPick(file);
    // The same one can be picked again.
    currentTarget.value = '';
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onPick(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is for all
    <div
      data-photo-drop
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      className={`grid justify-items-center gap-3 rounded-xl border-2 border-dashed p-5 text-center ${isOver ? 'border-accent bg-raised' : 'border-edge bg-surface'}`}
    >
      <Button look="framed" wraps data-photo-pick disabled={isReading} onClick={() => input.current?.click()}>
        <ImagePlus aria-hidden className="size-[1.4em] shrink-0" />
        {t(isReading ? 'photo.reading' : hasPhoto ? 'photo.another' : 'photo.pick')}
      </Button>
      <p className="text-chrome text-muted">{t('photo.drop')}</p>
      <input ref={input} type="file" hidden aria-label={t('photo.pick')} accept="image/*" onChange={picked} />
    </div>
  );
}

/** Text is pasted where it always is; only a picture is taken. */
function usePasted(onPick: (file: File) => void): void {
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
