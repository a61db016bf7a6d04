import { HandPlatter } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { tableLabel } from '../store/ticket-label.ts';
import { useGuestsAsking } from './use-guests-asking.ts';

/** For whoever is somewhere else: which table waits longest, and the way to where it is answered ([SLF2]). */
export function AskedBar({ href }: { readonly href: string }) {
  const t = useText();
  const [first] = useGuestsAsking();
  if (!first) return null;
  return (
    <a
      data-asked-bar
      href={href}
      className="flex min-h-hit items-center gap-3 bg-accent px-4 text-chrome font-bold text-on-accent print:hidden"
    >
      <HandPlatter aria-hidden className="size-6 shrink-0" />
      <span role="status" className="words min-w-0 flex-1">
        {t('selfOrderDesk.waits', { table: tableLabel(first.table) })}
      </span>
    </a>
  );
}
