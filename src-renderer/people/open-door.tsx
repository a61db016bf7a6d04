import { DoorClosed, Timer } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { DeviceRole } from '#shared/domain/role.ts';
import { useText } from '../messages/text-context.tsx';
import { useMoment } from '../screen/screen-context.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { formatDuration } from '../ui/duration.ts';
import { PairCode } from './pair-code.tsx';
import type { Deed } from './use-deed.ts';
import { WaitingList } from './waiting-list.tsx';

type OpenDoorProps = {
  readonly secret: string;
  readonly role: DeviceRole;
  readonly expiresAtMs: number;
  readonly closing: Deed;
  readonly onClose: () => void;
  readonly onChange: () => Promise<void>;
};

/** While pairing is open: the QR, what asks to be let in, how long it stays open, and the way to shut it. */
export function OpenDoor({ secret, role, expiresAtMs, closing, onClose, onChange }: OpenDoorProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The button that opened it has gone.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section data-let-in="open" className="grid gap-5 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h3 ref={heading} tabIndex={-1} className="min-w-0 flex-1 basis-64 text-[1.5rem] leading-tight font-bold">
          {t('door.openAs', { role: t(`device.role.${role}`) })}
        </h3>
        <TimeLeft untilMs={expiresAtMs} />
      </header>
      <PairCode secret={secret} />
      <WaitingList role={role} onChange={onChange} />
      {closing.problem && <Problem problem={closing.problem} />}
      <Button look="framed" wraps disabled={closing.isBusy} onClick={onClose}>
        <DoorClosed aria-hidden className="size-[1.3em] shrink-0" />
        {t('door.close')}
      </Button>
    </section>
  );
}

function TimeLeft({ untilMs }: { readonly untilMs: number }) {
  const t = useText();
  const seconds = useMoment(({ serverMs }) => Math.max(0, Math.floor((untilMs - serverMs) / 1000)));
  return (
    <p role="timer" className="tabular flex items-center gap-2 text-[1.375rem] font-semibold whitespace-nowrap">
      <Timer aria-hidden className="size-[1.2em]" />
      {t('door.left', { time: formatDuration(seconds * 1000) })}
    </p>
  );
}
