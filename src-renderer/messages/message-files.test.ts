import { expect, test } from 'vitest';
import { errorCatalogue } from '#shared/errors/catalogue.ts';
import ar from './ar.json';
import { blanks } from './blanks.ts';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import { languageCodes } from './language.ts';
import zh from './zh.json';

type Texts = Readonly<Record<string, string>>;

function flat(tree: object, path = ''): Texts {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : Object.entries(flat(value, `${path}${key}.`)),
    ),
  );
}

const files = { en: flat(en), es: flat(es), fr: flat(fr), de: flat(de), zh: flat(zh), ar: flat(ar) };
const translations = languageCodes.filter((language) => language !== 'en');
const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

const formsOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;
const baseOf = (key: string) => key.replace(pluralEnding, '');
const basesIn = (texts: Texts) => [...new Set(Object.keys(texts).map(baseOf))].sort();
const countedIn = (texts: Texts) => [
  ...new Set(
    Object.keys(texts)
      .filter((key) => pluralEnding.test(key))
      .map(baseOf),
  ),
];
const blanksIn = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();

/** The same in every language: a name, a unit, an unspoken pattern, or a word that the other language has taken over. */
const sameAsEnglish = new Set([
  'app.name',
  'board.turn',
  'delivery.command.availability',
  'delivery.commandOn',
  'link.cause',
  'layout.sample',
  'floor.out',
  'link.seconds',
  'de:link.live.websocket',
  'de:ticket.name',
  'de:keys.preset.standard',
  'fr:keys.preset.standard',
  'de:keys.group.board',
  'de:station.kind.expo',
  'de:staff.pin',
  'es:staff.pin',
  'es:floor.total',
  'fr:floor.table',
  'fr:photo.title',
  'fr:guest.table',
  'fr:floor.total',
  'stationOffice.why',
  'de:stationOffice.name',
  'de:orderHistory.priority.normal',
  'es:orderHistory.priority.normal',
  'de:menuOffice.field.name',
  'es:menuOffice.allergen.gluten',
  'fr:menuOffice.allergen.gluten',
  'fr:menuOffice.allergen.lupin',
  'fr:report.portions',
  'es:printer.millimetres',
  'fr:printer.millimetres',
  'de:printer.millimetres',
  'fr:floor.view.tables',
  'de:webhook.title',
  'es:webhook.title',
  'fr:webhook.title',
]);

test.each(languageCodes)('[LNG1] %s has every text, in all plural forms of its language', (language) => {
  expect(basesIn(files[language])).toEqual(basesIn(files.en));
  for (const base of countedIn(files.en)) {
    const forms = Object.keys(files[language]).filter((key) => baseOf(key) === base);
    expect(forms.sort()).toEqual(
      formsOf(language)
        .map((form) => `${base}_${form}`)
        .sort(),
    );
  }
});

test.each(languageCodes)('[LNG1] %s fills in what English fills in, and what the code gives', (language) => {
  const table: Readonly<Record<string, readonly string[]>> = blanks;
  for (const [key, text] of Object.entries(files[language])) {
    const isCounted = pluralEnding.test(key);
    const wanted = [...(table[baseOf(key)] ?? [])].sort();
    const found = blanksIn(text).filter((name) => !(isCounted && name === 'count'));
    expect({ key, blanks: found }).toEqual({ key, blanks: wanted });
  }
});

/** Dual and singular may be words of their own; every other form without its figure would say something false. */
test.each(languageCodes)('[LNG1] %s tells the count wherever the form does not', (language) => {
  const needsFigure = /_(?:few|many|other)$/;
  const mute = Object.entries(files[language]).filter(
    ([key, text]) => needsFigure.test(key) && !/\{\{count\}\}/.test(text),
  );
  expect(mute).toEqual([]);
});

test.each(translations)('[LNG1] %s is translated', (language) => {
  const left = Object.entries(files[language]).filter(
    ([key, text]) =>
      text === (files.en as Texts)[key] && !sameAsEnglish.has(key) && !sameAsEnglish.has(`${language}:${key}`),
  );
  expect(left).toEqual([]);
});

test.each(languageCodes)(
  '[LNG1] %s has no empty text, and its figures are those that every kitchen reads',
  (language) => {
    const strange = Object.entries(files[language]).filter(
      ([, text]) => text.trim() !== text || text === '' || /[٠-٩]/.test(text),
    );
    expect(strange).toEqual([]);
  },
);

/** What stands side by side on a ticket, in its sheet and in the lists: each deed with all its names. */
const deeds: Readonly<Record<string, readonly string[]>> = {
  start: ['sheet.start', 'keys.action.start', 'delivery.command.start'],
  ready: ['line.ready', 'sheet.state.ready', 'sound.kind.ready', 'delivery.command.ready', 'guests.ready'],
  done: ['ticket.done', 'sheet.state.done'],
  bump: ['ticket.bump', 'keys.action.bump', 'delivery.command.bump'],
  handOver: ['ticket.handOver'],
  fire: ['ticket.fire', 'delivery.command.fire', 'keys.action.fire'],
  hold: ['sheet.hold', 'keys.action.hold', 'delivery.command.hold'],
  held: ['line.held', 'sheet.state.held', 'held.title'],
  slow: ['ticket.age.warn'],
  waiting: ['sheet.state.waiting'],
  later: ['sheet.state.later'],
  recall: ['recall.open', 'recall.restart', 'delivery.command.recall', 'sheet.cookAgain'],
  review: ['recall.review', 'sheet.bringBack', 'sheet.notHandedOver'],
  undo: ['slot.undo', 'delivery.command.undo', 'keys.action.undo'],
  cancel: ['action.cancel', 'keys.cancel'],
  acknowledge: ['delivery.command.acknowledge'],
  reroute: ['delivery.command.reroute', 'keys.action.transfer'],
  priority: ['ticket.priority', 'delivery.command.priority', 'sheet.prioritise', 'keys.action.prioritise'],
  out: ['delivery.command.availability', 'out.takeOff', 'out.again', 'out.open', 'sheet.outOf'],
  isOut: ['out.isOut'],
  isBack: ['out.isBack'],
  backOn: ['delivery.command.backOn', 'out.back'],
};

test.each(languageCodes)('[LNG4] %s has no word that means two things to be done', (language) => {
  const texts: Texts = files[language];
  const meanings = new Map<string, Set<string>>();
  for (const [deed, keys] of Object.entries(deeds)) {
    for (const key of keys) {
      expect({ key, text: texts[key] }).toEqual({ key, text: expect.any(String) });
      const word = texts[key]?.toLocaleLowerCase(language) ?? '';
      meanings.set(word, (meanings.get(word) ?? new Set()).add(deed));
    }
  }
  const twofold = [...meanings].filter(([, of]) => of.size > 1).map(([word, of]) => [word, ...of]);
  expect(twofold).toEqual([]);
});

/** The word by which a deed is known wherever it is offered, whatever stands beside it. */
const stems: Readonly<Record<string, Readonly<Record<'recall' | 'review' | 'undo' | 'priority' | 'hold', RegExp>>>> = {
  en: { recall: /recall/i, review: /bring back/i, undo: /undo/i, priority: /priority/i, hold: /hold/i },
  es: { recall: /recuperar/i, review: /traer de vuelta/i, undo: /deshacer/i, priority: /urgente/i, hold: /retener/i },
  de: { recall: /zurückholen/i, review: /nur zurück/i, undo: /rückgängig/i, priority: /eil/i, hold: /warten lassen/i },
  fr: { recall: /rappel/i, review: /ramener/i, undo: /défaire/i, priority: /priorité/i, hold: /mettre en attente/i },
  zh: { recall: /召回/, review: /恢复/, undo: /撤销/, priority: /加急/, hold: /^暂缓/ },
  ar: { recall: /استرجاع/, review: /إعادة فقط/, undo: /تراجع/, priority: /ستع/, hold: /تعليق/ },
};

test.each(languageCodes)('[LNG4] %s calls a deed by one word wherever it is offered', (language) => {
  const texts: Texts = files[language];
  const strangers = Object.entries(stems[language] ?? {}).flatMap(([deed, stem]) =>
    (deeds[deed] ?? []).filter((key) => !stem.test(texts[key] ?? '')).map((key) => `${deed}: ${key} ${texts[key]}`),
  );
  expect(stems[language]).toBeDefined();
  expect(strangers).toEqual([]);
});

test.each(languageCodes)('[LNG4] %s lists its keys, states, sounds and commands by different words', (language) => {
  for (const list of ['keys.action.', 'sheet.state.', 'sound.kind.', 'delivery.command.']) {
    const words = Object.entries(files[language]).flatMap(([key, text]) => (key.startsWith(list) ? [text] : []));
    expect({ list, words }).toEqual({ list, words: [...new Set(words)] });
  }
});

/** Words that another one has taken the place of. */
const replaced: Partial<Readonly<Record<string, RegExp>>> = {
  es: /partida|ordenador|prioridad/i,
  de: /\bStation|vorrang/i,
  fr: /urgen/i,
  zh: /岗位|优先/,
  ar: /أولوية|ابدأ الدفعة/,
};

test.each(translations)('[LNG4] %s has one word for one thing', (language) => {
  const pattern = replaced[language];
  const left = Object.entries(files[language]).filter(([, text]) => pattern?.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
  expect(left).toEqual([]);
});

test('[LNG1] every code of the server has a message, in English the catalogue’s title', () => {
  const titles = Object.fromEntries(Object.entries(errorCatalogue).map(([code, { title }]) => [code, title]));
  expect(en.error).toEqual(titles);
});

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./blanks.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Literals and templates that begin like a key; what is filled into a template stands for one step of the path. */
function keyPatterns(source: string): readonly RegExp[] {
  const literal = /(['`])([a-z]\w*\.(?:\$\{[^`]*?\}|[\w.-])+)\1/g;
  return [...source.matchAll(literal)].map(([, , key = '']) => {
    const parts = key.split(/\$\{.*?\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });
}

test('[LNG1] every text is used somewhere', () => {
  const patterns = Object.values(sources).flatMap(keyPatterns);
  expect(patterns.length).toBeGreaterThan(50);
  expect(basesIn(files.en).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});
