import type { StartFailureCode } from '#shared/errors/start-failure.ts';
import type { StartTrouble } from '#shared/ipc/start-state.ts';

export type Choice = 'try-again' | 'take-port' | 'choose-data-folder' | 'show-data-folder' | 'quit';

/** What the start page says: what is wrong, the particulars, what a person can do, and with which buttons. */
export type FailureWords = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The first is the one to press when in doubt. */
  readonly choices: readonly Choice[];
  /** What a choice brings with it that cannot be seen from here. */
  readonly notes: readonly string[];
};

type Wording = (trouble: StartTrouble) => FailureWords;

const wordings: Record<StartFailureCode, Wording> = {
  bad_setting: ({ detail }) => ({
    title: 'A setting is wrong',
    paragraphs: [detail, 'Correct it where it stands, then try again.'],
    choices: ['try-again', 'show-data-folder', 'quit'],
    notes: [],
  }),
  runtime_too_old: ({ detail }) => ({
    title: 'Kitchen Pass cannot run here',
    paragraphs: [detail, 'Install the current version of Kitchen Pass.'],
    choices: ['quit'],
    notes: [],
  }),
  port_taken: portTaken,
  address_unavailable: ({ detail }) => ({
    title: 'The network address is missing',
    paragraphs: [detail, 'The network may not be up yet. Check the cable or the Wi-Fi, then try again.'],
    choices: ['try-again', 'quit'],
    notes: [],
  }),
  data_locked: ({ detail }) => ({
    title: 'Another Kitchen Pass has this kitchen open',
    paragraphs: [detail, 'Close the other one, then try again.'],
    choices: ['try-again', 'quit'],
    notes: [],
  }),
  data_read_only: (trouble) => ({
    title: 'Orders cannot be stored',
    paragraphs: [trouble.detail, 'Allow writing there and try again, or choose another folder.'],
    choices: ['try-again', 'choose-data-folder', 'quit'],
    notes: folderNotes(trouble),
  }),
  disk_full: (trouble) => ({
    title: 'The disk is full',
    paragraphs: [trouble.detail, 'Free some space and try again. Every order that was confirmed is stored.'],
    choices: ['try-again', 'show-data-folder', 'choose-data-folder', 'quit'],
    notes: folderNotes(trouble),
  }),
  schema_newer: ({ detail }) => ({
    title: 'Kitchen Pass must be updated',
    paragraphs: [detail],
    choices: ['show-data-folder', 'quit'],
    notes: [],
  }),
  database_damaged: ({ detail }) => ({
    title: 'The stored orders cannot be read',
    paragraphs: [detail, 'Copy the folder before anything else is done with it.'],
    choices: ['show-data-folder', 'try-again', 'quit'],
    notes: [],
  }),
  unexpected: ({ detail }) => ({
    title: 'Kitchen Pass could not start',
    paragraphs: [detail, 'More is in the log: logs/kitchen-pass.log in the data folder.'],
    choices: ['try-again', 'show-data-folder', 'quit'],
    notes: [],
  }),
};

export function failureWords(trouble: StartTrouble): FailureWords {
  return wordings[trouble.code](trouble);
}

function portTaken({ detail, freePort, portFixedBy }: StartTrouble): FailureWords {
  const close = 'Close the other program and try again';
  if (freePort === null) {
    return { title: withoutStop(detail), paragraphs: [`${close}.`], choices: ['try-again', 'quit'], notes: [] };
  }
  const moved = `With port ${freePort}, every tablet and till must be pointed to the new address, which ends in :${freePort}.`;
  const fixed = `${portFixedBy} names the old port and will do so again at the next start; change it there too.`;
  return {
    title: withoutStop(detail),
    paragraphs: [`${close}, or let Kitchen Pass use another port.`],
    choices: ['try-again', 'take-port', 'quit'],
    notes: portFixedBy === null ? [moved] : [moved, fixed],
  };
}

function folderNotes({ dataDirFixedBy }: StartTrouble): readonly string[] {
  const stay = 'Another folder starts with an empty board. Orders in the present folder stay there.';
  const fixed = `${dataDirFixedBy} names the present folder and will do so again at the next start; change it there too.`;
  return dataDirFixedBy === null ? [stay] : [stay, fixed];
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');

export function choiceLabel(choice: Choice, { freePort }: StartTrouble): string {
  const labels: Record<Choice, string> = {
    'try-again': 'Try again',
    'take-port': `Use port ${freePort} instead`,
    'choose-data-folder': 'Choose another folder…',
    'show-data-folder': 'Show folder',
    quit: 'Quit',
  };
  return labels[choice];
}

export const startingWords = 'Starting…';
