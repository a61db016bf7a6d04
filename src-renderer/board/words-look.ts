/** All that is said in that row looks alike, and is hardly higher than the tickets’ row below it ([WRD1]). */
export const wordsLook =
  'pointer-events-auto mx-auto flex w-full max-w-4xl items-center gap-4 rounded-xl border-2 bg-surface py-0.5 ps-4 pe-1 text-[1.375rem] leading-tight shadow-2xl max-sm:gap-2 max-sm:ps-3 max-sm:text-[1.25rem]';
