import { ImageOff, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { DishPhoto } from '../../ui/dish-photo.tsx';
import { FormSection, Wrong } from './form-section.tsx';
import { PhotoPick } from './photo-pick.tsx';
import type { PhotoTrouble } from './photo-trouble.ts';
import { type SmallPhoto, smallPhoto } from './small-photo.ts';
import { useMenuApi } from './use-menu-api.ts';

type PhotoFieldProps = {
  readonly product: Product | undefined;
  /** Somebody wants to save the form with a photo that they have not decided about. */
  readonly isForgotten: boolean;
  /** There is one that is not sent yet, or no more. */
  readonly onChosen: (isChosen: boolean) => void;
};

/**
 * The photo of a dish: picked, dropped, pasted or taken, looked at, and sent. It holds at once, so that no saved form and
 * no photo wait for each other ([PHO6]).
 */
export function PhotoField({ product, isForgotten, onChosen }: PhotoFieldProps) {
  const t = useText();
  const api = useMenuApi();
  const deed = useDeed(`photo ${product?.id}`);
  const [chosen, setChosen] = useState<SmallPhoto | null>(null);
  const choose = (made: SmallPhoto | null) => {
    setChosen(made);
    onChosen(made !== null);
  };
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);
  const [isReading, setReading] = useState(false);

  async function pick(file: File): Promise<void> {
    setReading(true);
    deed.forget();
    const made = await smallPhoto(file).catch(() => 'unreadable' as const);
    setReading(false);
    setTrouble(typeof made === 'string' ? made : null);
    if (typeof made !== 'string') choose(made);
  }

  if (!product) return <FormSection title={t('photo.title')} hint={t('photo.saveFirst')} />;
  const { id, name, photo } = product;
  const give = () =>
    chosen &&
    deed.run(
      () => api.givePhoto(id, chosen.file),
      () => choose(null),
    );
  return (
    <FormSection
      title={t('photo.title')}
      hint={t('photo.hint')}
      error={trouble ? t(`photo.wrong.${trouble}`) : undefined}
    >
      {chosen ? (
        <div data-photo-chosen className="grid gap-3 rounded-xl border-2 border-accent bg-surface p-3">
          {isForgotten && <Wrong words={t('photo.decide')} />}
          <img src={chosen.shown} alt={t('photo.preview', { dish: name })} className={look} />
          <div className="flex flex-wrap gap-3">
            <Button look="primary" wraps autoFocus data-photo-give disabled={deed.isBusy} onClick={give}>
              <Send aria-hidden className="size-[1.2em] shrink-0 rtl:-scale-x-100" />
              {t(deed.isBusy ? 'photo.sending' : 'photo.use')}
            </Button>
            <Button look="framed" disabled={deed.isBusy} onClick={() => choose(null)}>
              <Undo2 aria-hidden className="size-[1.2em] shrink-0" />
              {t('action.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {photo !== null && <DishPhoto photo={photo} at="office" />}
          <PhotoPick isReading={isReading} hasPhoto={photo !== null} onPick={(file) => void pick(file)} />
          {photo !== null && (
            <div>
              <Button
                look="framed"
                wraps
                data-photo-remove
                disabled={deed.isBusy}
                onClick={() => deed.run(() => api.takePhoto(id))}
              >
                <ImageOff aria-hidden className="size-[1.2em] shrink-0" />
                {t('photo.remove')}
              </Button>
            </div>
          )}
        </>
      )}
      {deed.problem && <Problem problem={deed.problem} />}
    </FormSection>
  );
}

const look = 'max-h-64 max-w-full justify-self-start rounded-lg bg-raised object-contain';
