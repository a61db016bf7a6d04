import type { ReactNode } from 'react';

const looks = {
  alarm: 'bg-band-late text-on-band-late',
  caution: 'bg-band-warn text-on-band-warn',
} as const;

type BannerProps = {
  readonly look: keyof typeof looks;
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
};

/** Says something that must not be overlooked, over the whole width. */
export function Banner({ look, icon, title, detail, action }: BannerProps) {
  return (
    <div
      role="alert"
      className={`${looks[look]} flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-[1.375rem]`}
    >
      {icon}
      <p className="min-w-0 flex-1 basis-64 max-sm:basis-[calc(100%-4rem)]">
        <strong className="font-bold">{title}</strong> {detail}
      </p>
      {action}
    </div>
  );
}
