import type { ReactNode } from 'react';

type FullPageProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: ReactNode;
  readonly action?: ReactNode;
  /** It is all that there is: then a screen reader finds its beginning here. */
  readonly isAlone?: boolean;
};

/** One calm message in the middle of an otherwise empty screen. */
export function FullPage({ icon, title, detail, action, isAlone = false }: FullPageProps) {
  const Box = isAlone ? 'main' : 'section';
  const Title = isAlone ? 'h1' : 'h2';
  return (
    <Box className="grid h-full place-items-center p-6">
      <div className="grid max-w-2xl justify-items-center gap-4 text-center text-muted">
        {icon}
        <Title className="text-[2.25rem] font-bold text-text">{title}</Title>
        <p className="text-[1.375rem]">{detail}</p>
        {action}
      </div>
    </Box>
  );
}
