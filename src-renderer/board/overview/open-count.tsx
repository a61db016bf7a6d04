import type { ReactNode } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { HeldWay, useHeldCount } from '../held/held-button.tsx';
import { HeaderNews } from './header-news.tsx';
import { useHasStrip } from './use-has-strip.ts';

type OpenCountProps = {
  readonly count: number;
  /** Which of them are shown; it stands below where nothing else does. */
  readonly range: ReactNode;
};

/**
 * How much is open. Where there is no row of all tickets, what it would tell stands below; where something is on hold, the
 * whole of that is the way to it: as large as a finger needs, without taking any room ([OVW3]).
 */
export function OpenCount({ count, range }: OpenCountProps) {
  return useHasStrip() ? (
    <div className="sm:portrait:flex-1">
      <Open count={count} />
      {range}
    </div>
  ) : (
    <CountWithNews count={count} />
  );
}

function CountWithNews({ count }: Pick<OpenCountProps, 'count'>) {
  const held = useHeldCount();
  const content = (
    <>
      <Open count={count} />
      <HeaderNews held={held} />
    </>
  );
  if (held === 0) return <div className={box}>{content}</div>;
  return (
    <HeldWay
      count={held}
      look={`${box} -mx-2 -my-1 min-h-hit min-w-hit px-1.5 text-start sm:min-w-60 max-sm:-mx-1 max-sm:my-0 max-sm:px-0.5 2xl:min-w-84`}
    >
      {content}
    </HeldWay>
  );
}

/** What it keeps for news goes to the way to what is to be seen, where that stands beside it. */
const box =
  'grid min-w-0 content-center max-sm:min-h-22 sm:min-w-56 sm:portrait:flex-1 2xl:min-w-80 sm:[header:has([data-to-be-seen])_&]:min-w-0';

function Open({ count }: Pick<OpenCountProps, 'count'>) {
  const t = useText();
  return (
    <span
      data-open-count={count}
      className="tabular block text-[1.5rem] leading-tight font-semibold whitespace-nowrap max-sm:text-[1.25rem]"
    >
      {t('board.openTickets', { count })}
    </span>
  );
}
