import { HandPlatter } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { tableLabel } from '../../store/ticket-label.ts';
import { addressOf, home, usePlace } from '../place.ts';
import { useAsked } from './use-asked.ts';

/** The same for whoever is somewhere else on the floor: which table waits longest, and the way to it. */
export function AskedBar() {
  const t = useText();
  const place = usePlace();
  const [first] = useAsked();
  if (!first || place.kind === 'orders') return null;
  return (
    <a
      data-asked-bar
      href={addressOf(home)}
      className="flex min-h-hit items-center gap-3 bg-accent px-4 text-chrome font-bold text-on-accent"
    >
      <HandPlatter aria-hidden className="size-6 shrink-0" />
      <span role="status" className="words min-w-0 flex-1">
        {t('selfOrderDesk.waits', { table: tableLabel(first.table) })}
      </span>
    </a>
  );
}
