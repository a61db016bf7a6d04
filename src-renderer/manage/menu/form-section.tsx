import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type FormSectionProps = {
  readonly title: string;
  readonly hint: string;
  /** What is wrong with it as a whole. */
  readonly error?: string | undefined;
  readonly children?: ReactNode;
};

/** One subject of a dish, with what it means in plain words. */
export function FormSection({ title, hint, error, children }: FormSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3 border-t border-edge pt-6">
      <div className="grid gap-1">
        <h3 id={id} className="text-[1.375rem] leading-tight font-bold">
          {title}
        </h3>
        <p className="text-chrome leading-snug text-muted">{hint}</p>
      </div>
      {error && <Wrong words={error} />}
      {children}
    </section>
  );
}

/** What is wrong with something that has no box of its own. */
export const Wrong = ({ words }: { readonly words: string }) => (
  <p data-wrong tabIndex={-1} className="flex gap-2 text-chrome leading-snug font-semibold text-danger">
    <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
    {words}
  </p>
);
