import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';

const looks = {
  primary: 'bg-accent text-on-accent font-bold active:brightness-90',
  plain: 'bg-raised text-text font-semibold active:bg-raised-strong',
  /** Where the ground is as light as a plain button. */
  framed: 'border-2 border-edge bg-surface text-text font-semibold active:bg-raised',
  quiet: 'text-muted font-semibold active:bg-raised',
  /** Asks before it does it. */
  sure: 'bg-band-warn text-on-band-warn font-bold active:brightness-90',
  inverse: 'bg-on-band-late text-band-late font-bold active:brightness-90',
} as const;

/** 20 mm for a gloved finger, whatever it is for ([HIT1]). */
const hit = 'min-h-hit min-w-hit';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly look?: keyof typeof looks;
  /** What it says may be long, such as the name of a dish: then it takes another row instead of leaving its box ([GRD3]). */
  readonly wraps?: boolean;
};

const shape = 'inline-flex items-center justify-center gap-2 rounded-lg px-4 text-chrome max-sm:px-3';
const wrapping = (wraps: boolean) =>
  wraps ? 'max-w-full py-2 text-start leading-tight wrap-anywhere' : 'whitespace-nowrap';

/** A button that a wet thumb finds. */
export function Button({ look = 'plain', wraps = false, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${looks[look]} ${hit} ${shape} ${wrapping(wraps)} disabled:opacity-60`} {...rest} />
  );
}

type ButtonLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> &
  Pick<ButtonProps, 'look' | 'wraps'> & { readonly href: string };

/** Leads elsewhere, or brings a file: a new tab, a bookmark and the way back work with it. */
export function ButtonLink({ look = 'plain', wraps = false, ...rest }: ButtonLinkProps) {
  return <a className={`${looks[look]} ${hit} ${shape} ${wrapping(wraps)}`} {...rest} />;
}
