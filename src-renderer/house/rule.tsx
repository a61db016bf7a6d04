import { type ReactNode, useId } from 'react';

type RuleProps = { readonly title: string; readonly hint: string; readonly children: ReactNode };

/** One rule of the house, what it means in plain words, and what can be chosen. */
export function Rule({ title, hint, children }: RuleProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h4 id={id} className="text-[1.375rem] leading-tight font-bold">
        {title}
      </h4>
      <div className="grid gap-3 sm:grid-cols-2">{children}</div>
      <p className="text-[1.25rem] leading-snug text-muted">{hint}</p>
    </section>
  );
}
