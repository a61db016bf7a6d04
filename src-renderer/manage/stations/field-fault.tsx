import { TriangleAlert } from 'lucide-react';

/** What is wrong, next to what it is about. */
export const FieldFault = ({ words }: { readonly words: string }) => (
  <p role="alert" className="flex gap-2 text-chrome leading-snug font-semibold text-danger">
    <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
    {words}
  </p>
);
