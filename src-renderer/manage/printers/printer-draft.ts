import type { PrinterIn, PrinterOut } from '#shared/protocol/printer-requests.ts';
import { type PrinterLanguage, printerLanguages, printerPorts } from '#shared/protocol/printer-words.ts';
import type { Language } from '../../messages/language.ts';
import { wholeIn } from '../../ui/typed-number.ts';

/** A printer as it stands in the form: what is typed is kept as it was typed. */
export type PrinterDraft = Omit<PrinterIn, 'port'> & { readonly port: string };

/** A new one writes as this screen does, as far as printers can. */
export function draftOf(printer: PrinterOut | null, screen: Language): PrinterDraft {
  if (printer) {
    const { name, host, port, paper, letters, language, stations, guest } = printer;
    return { name, host, port: String(port), paper, letters, language, stations: [...stations], guest };
  }
  const language = languageFor(screen);
  return {
    name: '',
    host: '',
    port: String(printerPorts.first),
    paper: 80,
    letters: language === 'zh' ? 'chinese' : 'latin',
    language,
    stations: [],
    guest: false,
  };
}

const languageFor = (screen: Language): PrinterLanguage => printerLanguages.find((one) => one === screen) ?? 'en';

/** A port that is no number goes as none that could be right, and is refused by its name. */
export const printerFrom = (draft: PrinterDraft): PrinterIn => ({
  ...draft,
  name: draft.name.trim(),
  host: draft.host.trim(),
  port: wholeIn(draft.port, 1, 65_535) ?? 0,
});

export const toggled = (stations: readonly string[], id: string): string[] =>
  stations.includes(id) ? stations.filter((one) => one !== id) : [...stations, id];
