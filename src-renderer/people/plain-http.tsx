import { ShieldAlert } from 'lucide-react';
import { isPlainHttp, isReadableByOthers } from '../link/plain-http.ts';
import { useText } from '../messages/text-context.tsx';
import { useManager } from './manager-context.ts';
import { useAsked } from './use-asked.ts';

/** Networks come and go while this is open. */
const everyMs = 5000;

/** What it means for this page, or on the kitchen's own computer for all that come to it ([HTP1]). */
export function PlainHttp() {
  const t = useText();
  const { value: addresses = [] } = useAsked(useManager().addresses, everyMs);
  const isHere = isReadableByOthers(location);
  if (!isHere && !addresses.some(isPlainHttp)) return null;
  return (
    <p data-plain-http className="flex gap-3 text-chrome leading-snug text-muted">
      <ShieldAlert aria-hidden className="size-[1.4em] shrink-0" />
      {t(isHere ? 'people.plainHttp' : 'people.plainHttpThere')}
    </p>
  );
}
