import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint?: string;
  /** Stands at the end of the box: a switch, a unit. */
  readonly end?: ReactNode;
};

/** A labelled box to type into. */
export function Field({ label, hint, end, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-chrome font-semibold">
        {label}
      </label>
      <div className="flex items-stretch rounded-lg border-2 border-edge focus-within:border-accent">
        <input
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="min-h-hit w-full min-w-0 rounded-lg bg-transparent px-4 text-[1.375rem] outline-none"
          {...rest}
        />
        {end}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-chrome text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
