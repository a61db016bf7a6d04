import type { Language } from '../messages/language.ts';
import { useLanguage } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { kitchenOf } from '../store/screen-state.ts';

/** `28 Nov, 18:05` in the screen's language, on the restaurant's clock ([TOD1]) and in the figures that kitchens read ([LNG1]). */
export function useWhen(): (at: string) => string {
  const language = useLanguage();
  const timeZone = useScreenState((state) => kitchenOf(state).settings.timeZone);
  return (at) => formatFor(language, timeZone).format(new Date(at));
}

const look = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function formatFor(language: Language, timeZone: string | null): Intl.DateTimeFormat {
  const tag = `${language}-u-nu-latn`;
  try {
    return new Intl.DateTimeFormat(tag, timeZone === null ? look : { ...look, timeZone });
  } catch {
    // A zone that this browser does not know.
    return new Intl.DateTimeFormat(tag, look);
  }
}
