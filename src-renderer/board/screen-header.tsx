import { CloudUpload, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../messages/en.ts';
import { Button } from '../ui/button.tsx';
import { FreshnessMark } from './freshness-mark.tsx';
import { useBoard, useMoment, useScreen } from './screen-context.ts';
import { ThemeSwitch } from './theme-switch.tsx';

type ScreenHeaderProps = { readonly count: number | undefined; readonly pager: ReactNode };

/** What this screen is, how much is open, and whether it can be trusted. */
export function ScreenHeader({ count, pager }: ScreenHeaderProps) {
  const { client } = useScreen();
  /** Neither can it be told to an absent server, nor are taps left behind. */
  const mayLeave = useBoard(({ pending, link }) => pending.length === 0 && link.phase === 'live');
  return (
    <header className="flex min-h-18 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1 max-sm:gap-x-1">
      <h1 className="text-[1.5rem] font-bold whitespace-nowrap max-lg:sr-only">{messages.product}</h1>
      {count !== undefined && (
        <p
          data-open-count={count}
          className="tabular text-[1.5rem] font-semibold whitespace-nowrap max-sm:text-[1.25rem]"
        >
          {messages.openTickets(count)}
        </p>
      )}
      <div className="flex flex-1 justify-center max-sm:order-last max-sm:basis-full">{pager}</div>
      <Unsent />
      <FreshnessMark />
      <WallClock />
      <div className="flex">
        <ThemeSwitch />
        <Button look="quiet" onClick={client.signOut} disabled={!mayLeave} aria-label={messages.signOut}>
          <LogOut aria-hidden className="size-[1.3em] rtl:rotate-180" />
          <span className="max-xl:sr-only">{messages.signOut}</span>
        </Button>
      </div>
    </header>
  );
}

const sendingTakesMs = 3000;

/** A tap that takes longer than a moment is said, so that nobody believes it lost or done. */
function Unsent() {
  const pending = useBoard((state) => state.pending);
  const late = useMoment(
    ({ serverMs }) =>
      pending.filter((one) => one.storedVersion === null && serverMs - one.madeAtMs > sendingTakesMs).length,
  );
  if (late === 0) return null;
  return (
    <p
      role="status"
      className="flex min-h-12 items-center gap-2 rounded-lg bg-band-warn px-3 text-chrome font-semibold text-on-band-warn"
    >
      <CloudUpload aria-hidden className="size-[1.3em]" />
      {messages.unsent(late)}
    </p>
  );
}

/** The server's time, in this screen's zone. */
function WallClock() {
  const time = useMoment(({ serverMs }) => clock.format(serverMs));
  return <p className="tabular text-[1.5rem] font-semibold max-md:sr-only">{time}</p>;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
