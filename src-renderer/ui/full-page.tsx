import type { ReactNode } from 'react';

type FullPageProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: ReactNode;
  readonly action?: ReactNode;
};

/** One calm message in the middle of an otherwise empty screen. */
export function FullPage({ icon, title, detail, action }: FullPageProps) {
  return (
    <section className="grid h-full place-items-center p-6">
      <div className="grid max-w-2xl justify-items-center gap-4 text-center text-muted">
        {icon}
        <h2 className="text-[2.25rem] font-bold text-text">{title}</h2>
        <p className="text-[1.375rem]">{detail}</p>
        {action}
      </div>
    </section>
  );
}
