import type { ButtonHTMLAttributes } from 'react';

const looks = {
  primary: 'bg-accent text-on-accent font-bold active:brightness-90',
  plain: 'bg-raised text-text font-semibold active:bg-raised-strong',
  quiet: 'text-muted font-semibold active:bg-raised',
  inverse: 'bg-on-band-late text-band-late font-bold active:brightness-90',
} as const;

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { readonly look?: keyof typeof looks };

/** A button that a wet thumb finds. */
export function Button({ look = 'plain', type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`${looks[look]} inline-flex min-h-12 items-center justify-center gap-2 rounded-lg px-5 text-chrome whitespace-nowrap disabled:opacity-60`}
      {...rest}
    />
  );
}
