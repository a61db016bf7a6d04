import { useState } from 'react';

type DishPhotoProps = {
  /** Names the picture by what is in it. */
  readonly photo: string | null;
  /** `tile`: over its whole width; `row`: a square beside it; `sheet`: over its width; `office`: whole. */
  readonly at: keyof typeof looks;
  /** Not to be had now. */
  readonly isFaded?: boolean;
};

/** The name beside it says all: a picture that cannot be had is left out without a word ([PHO5]). */
export function DishPhoto({ photo, at, isFaded = false }: DishPhotoProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (photo === null || photo === broken) return null;
  return (
    <img
      data-photo
      src={`/photos/${photo}`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(photo)}
      className={`${looks[at]} bg-raised object-cover ${isFaded ? 'opacity-50 grayscale' : ''}`}
    />
  );
}

const looks = {
  tile: 'h-20 w-full rounded-lg',
  row: 'size-14 shrink-0 rounded-lg',
  office: 'max-h-64 max-w-full justify-self-start rounded-xl',
  sheet: 'max-h-48 w-full rounded-xl',
} as const;
