import type { ReactNode } from 'react';

type CardProps = {
  readonly product: string;
  readonly title: string;
  readonly lead: string;
  /** In the corner: what may be set before anything else. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
};

/** One task in the middle of the screen. */
export function Card({ product, title, lead, corner, children }: CardProps) {
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex min-h-18 items-center justify-between px-4 py-2">
        <p className="text-[1.5rem] font-bold">{product}</p>
        {corner}
      </header>
      <main className="grid flex-1 place-items-center p-4 pb-24">
        <section className="w-full max-w-[30rem] rounded-2xl border border-edge bg-surface p-6 sm:p-8">
          <h1 className="text-[2.25rem] leading-tight font-bold">{title}</h1>
          <p className="mt-1 mb-6 text-[1.25rem] text-muted">{lead}</p>
          {children}
        </section>
      </main>
    </div>
  );
}
