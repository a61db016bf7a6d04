import { isErrorCode } from '#shared/errors/catalogue.ts';
import type { Objection } from '../link/answer.ts';
import { useLanguage, useText } from '../messages/text-context.tsx';

/**
 * Why something was refused, in the screen's language ([LNG1]). The server's own sentence is English and says more, so
 * it stands where the screen is English too, and for a code that only a newer server knows.
 */
export function useRefusal(): (objection: Objection) => string {
  const t = useText();
  const language = useLanguage();
  return ({ code, detail }) => (language === 'en' || !isErrorCode(code) ? detail : t(`error.${code}`));
}
