import { expect, test } from 'vitest';
import { startFailureCodes } from '#shared/errors/start-failure.ts';
import type { StartTrouble } from '#shared/ipc/start-state.ts';
import { createTranslator } from '../messages/translator.ts';
import { choiceLabel, failureWords } from './words.ts';

const { t } = createTranslator('en').speech();

const buildTrouble = (part: Partial<StartTrouble> = {}): StartTrouble => ({
  code: 'unexpected',
  detail: 'The particulars.',
  port: 4480,
  dataDir: '/data',
  freePort: null,
  portFixedBy: null,
  dataDirFixedBy: null,
  ...part,
});

test.each(startFailureCodes)('[STA2] %s is told in words, with the particulars and a way to end', (code) => {
  const words = failureWords(buildTrouble({ code }), t);
  expect(words.detail).toBe('The particulars.');
  expect(words.title).not.toBe('');
  expect(words.choices).toContain('quit');
  expect(words.choices.map((choice) => choiceLabel(choice, buildTrouble(), t)).join(' ')).not.toContain('null');
});

test('[STA2] a taken port offers the next free one and says what that means for the tablets', () => {
  const trouble = buildTrouble({ code: 'port_taken', detail: 'Port 4480 is used by another program.', freePort: 4481 });
  const { title, choices, notes } = failureWords(trouble, t);
  expect(title).toBe('Port 4480 cannot be used');
  expect(choices.map((choice) => choiceLabel(choice, trouble, t))).toEqual([
    'Try again',
    'Use port 4481 instead',
    'Quit',
  ]);
  expect(notes).toEqual([expect.stringContaining(':4481')]);
});

test('[STA2] without a free port none is offered', () => {
  expect(failureWords(buildTrouble({ code: 'port_taken' }), t).choices).toEqual(['try-again', 'quit']);
});

test('[STA2] a choice that a variable will undo says so', () => {
  const port = failureWords(buildTrouble({ code: 'port_taken', freePort: 1, portFixedBy: 'KDS_PORT' }), t);
  expect(port.notes.at(-1)).toContain('KDS_PORT');
  const folder = failureWords(buildTrouble({ code: 'data_read_only', dataDirFixedBy: '--data' }), t);
  expect(folder.notes.at(-1)).toContain('--data');
});

test.each(['es', 'fr', 'de', 'zh', 'ar'] as const)(
  '[LNG1] %s: every failure is told in it, the particulars as they are',
  (language) => {
    const other = createTranslator(language).speech().t;
    for (const code of startFailureCodes) {
      const trouble = buildTrouble({ code, freePort: 4481 });
      const [words, english] = [failureWords(trouble, other), failureWords(trouble, t)];
      expect(words.title).not.toBe(english.title);
      expect(words.detail).toBe(trouble.detail);
      expect(words.choices).toEqual(english.choices);
    }
  },
);
