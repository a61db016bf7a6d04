import type { StartFailureCode } from '#shared/errors/start-failure.ts';
import type { StartTrouble } from '#shared/ipc/start-state.ts';
import type { Text } from '../messages/text.ts';

export type Choice = 'try-again' | 'take-port' | 'choose-data-folder' | 'show-data-folder' | 'quit';

/** What the start page says: what is wrong, the particulars, what a person can do, and with which buttons. */
export type FailureWords = {
  readonly title: string;
  /** The program's own sentence, always English: it names the folder, the file, the other program. */
  readonly detail: string;
  /** Empty where a button says it all. */
  readonly advice: string;
  /** The first is the one to press when in doubt. */
  readonly choices: readonly Choice[];
  /** What a choice brings with it that cannot be seen from here. */
  readonly notes: readonly string[];
};

const choicesFor: Readonly<Record<StartFailureCode, readonly Choice[]>> = {
  bad_setting: ['try-again', 'show-data-folder', 'quit'],
  runtime_too_old: ['quit'],
  port_taken: ['try-again', 'take-port', 'quit'],
  address_unavailable: ['try-again', 'quit'],
  data_locked: ['try-again', 'quit'],
  data_read_only: ['try-again', 'choose-data-folder', 'quit'],
  disk_full: ['try-again', 'show-data-folder', 'choose-data-folder', 'quit'],
  schema_newer: ['show-data-folder', 'quit'],
  database_damaged: ['show-data-folder', 'try-again', 'quit'],
  unexpected: ['try-again', 'show-data-folder', 'quit'],
};

export function failureWords(trouble: StartTrouble, t: Text): FailureWords {
  const { code, detail, port, freePort } = trouble;
  const isOffered = (choice: Choice) => choice !== 'take-port' || freePort !== null;
  return {
    title: code === 'port_taken' ? t('failure.title.port_taken', { port }) : t(`failure.title.${code}`),
    detail,
    advice: adviceFor(trouble, t),
    choices: choicesFor[code].filter(isOffered),
    notes: notesFor(trouble, t),
  };
}

function adviceFor({ code, freePort }: StartTrouble, t: Text): string {
  if (code === 'schema_newer') return '';
  return code === 'port_taken' && freePort !== null ? t('failure.advice.orOtherPort') : t(`failure.advice.${code}`);
}

function notesFor({ code, freePort, portFixedBy, dataDirFixedBy }: StartTrouble, t: Text): readonly string[] {
  if (code === 'port_taken' && freePort !== null) {
    const fixed = portFixedBy === null ? [] : [t('failure.note.portFixed', { name: portFixedBy })];
    return [t('failure.note.newPort', { port: freePort }), ...fixed];
  }
  if (!choicesFor[code].includes('choose-data-folder')) return [];
  const fixed = dataDirFixedBy === null ? [] : [t('failure.note.folderFixed', { name: dataDirFixedBy })];
  return [t('failure.note.otherFolder'), ...fixed];
}

export function choiceLabel(choice: Choice, { freePort }: StartTrouble, t: Text): string {
  return choice === 'take-port'
    ? t('failure.choice.take-port', { port: freePort ?? '' })
    : t(`failure.choice.${choice}`);
}
