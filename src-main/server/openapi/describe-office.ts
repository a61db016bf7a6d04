import { z } from 'zod';
import {
  apiKey,
  device,
  failedEvent,
  listOf,
  login,
  me,
  namedPerson,
  newApiKey,
  newPairRequest,
  newWebhook,
  paired,
  pairRequest,
  pairWindow,
  person,
  pickedUp,
  report,
  webhook,
  webhookTest,
} from './answer-office.ts';
import type { Descriptions } from './description.ts';

/** Coming in, and who one is. */
export const sessionDescriptions: Descriptions = {
  'POST /auth/login': {
    summary: 'Sign in with a name and a password',
    about:
      'For people; programs use an API key. JSON or a form. The token is good for 12 hours; browsers also get a cookie.',
    answer: login,
    refusals: ['wrong_login', 'too_many_tries', 'busy'],
  },
  'GET /auth/me': { summary: 'Who the caller is', answer: me },
  'GET /auth/people': { summary: 'Who a paired device can be changed over to', answer: listOf(namedPerson) },
  'POST /auth/pin': {
    summary: 'Change over to a person by PIN, on a paired device',
    answer: login,
    refusals: ['wrong_login', 'too_many_tries'],
  },
  'POST /auth/logout': { summary: 'End the session' },
  'POST /auth/password': {
    summary: 'Change the own password',
    about: 'Ends all other sessions of that person.',
    refusals: ['wrong_login', 'too_many_tries'],
  },
};

/** Devices and how they are let in. */
export const deviceDescriptions: Descriptions = {
  'GET /devices': { summary: 'List paired devices', answer: listOf(device) },
  'PATCH /devices/:id': { summary: 'Rename a device', answer: device, refusals: ['device_not_found'] },
  'DELETE /devices/:id': { summary: 'Sign a device out for good', refusals: ['device_not_found'] },
  'GET /pair/window': { summary: 'Whether pairing is open', answer: pairWindow },
  'POST /pair/window': { summary: 'Open pairing for two minutes', answer: pairWindow, status: 201 },
  'DELETE /pair/window': { summary: 'Shut pairing' },
  'GET /pair/addresses': { summary: 'Where tablets find this computer', answer: listOf(z.string()) },
  'POST /pair/claim': {
    summary: 'Pair with the secret of the QR',
    answer: paired,
    refusals: ['pairing_closed', 'too_many_tries'],
  },
  'GET /pair/requests': { summary: 'Devices that ask to be let in', answer: listOf(pairRequest) },
  'POST /pair/requests': {
    summary: 'Ask to be let in without a QR',
    answer: newPairRequest,
    status: 201,
    refusals: ['pairing_closed', 'too_many_tries'],
  },
  'POST /pair/pickup': { summary: 'What became of the request', answer: pickedUp, refusals: ['pairing_closed'] },
  'POST /pair/requests/:id/approve': { summary: 'Let a device in', refusals: ['device_not_found'] },
  'POST /pair/requests/:id/refuse': { summary: 'Keep a device out', refusals: ['device_not_found'] },
};

/** Who works here. */
export const peopleDescriptions: Descriptions = {
  'GET /users': { summary: 'List the people', answer: listOf(person) },
  'POST /users': { summary: 'Add a person', answer: person, status: 201, refusals: ['username_taken'] },
  'PATCH /users/:id': {
    summary: 'Change a person',
    answer: person,
    refusals: ['user_not_found', 'username_taken', 'first_manager'],
  },
  'DELETE /users/:id': { summary: 'Remove a person', refusals: ['user_not_found', 'first_manager'] },
};

/** Programs that come in, and programs that are told. */
export const programDescriptions: Descriptions = {
  'GET /api-keys': { summary: 'List API keys', answer: listOf(apiKey) },
  'POST /api-keys': {
    summary: 'Make an API key',
    about: 'The key itself stands in this answer, and nowhere else ever again.',
    answer: newApiKey,
    status: 201,
  },
  'POST /api-keys/:id/renew': {
    summary: 'Give an API key a new secret',
    about: 'The old one ends at once.',
    answer: newApiKey,
    refusals: ['key_not_found'],
  },
  'DELETE /api-keys/:id': { summary: 'Revoke an API key', refusals: ['key_not_found'] },
  'GET /webhooks': { summary: 'List webhooks', answer: listOf(webhook) },
  'POST /webhooks': {
    summary: 'Tell a program what happens',
    about: 'The secret stands in this answer, and nowhere else ever again. Without `types` all events are told.',
    answer: newWebhook,
    status: 201,
  },
  'DELETE /webhooks/:id': { summary: 'Tell it no more', refusals: ['webhook_not_found'] },
  'POST /webhooks/:id/test': {
    summary: 'Send a `ping` now',
    answer: webhookTest,
    refusals: ['webhook_not_found'],
  },
  'GET /webhooks/:id/failed': {
    summary: 'What was given up after the last try',
    answer: listOf(failedEvent),
    refusals: ['webhook_not_found'],
  },
  'POST /webhooks/:id/failed/retry': {
    summary: 'Try all of that once more',
    answer: z.object({ retried: z.int() }),
    refusals: ['webhook_not_found'],
  },
  'POST /webhooks/:id/failed/:seq/retry': {
    summary: 'Try one of that once more',
    about: '`retried` is 0 where it is not among them any more.',
    answer: z.object({ retried: z.int() }),
    refusals: ['webhook_not_found'],
  },
  'DELETE /webhooks/:id/failed/:seq': {
    summary: 'Keep one of that no more',
    about: 'Also answered so where it is not among them any more.',
    refusals: ['webhook_not_found'],
  },
};

const reporting = { answer: report, about: 'Business days, both included. `format=csv` for a spreadsheet.' } as const;
/** How soon the kitchen serves. */
export const reportDescriptions: Descriptions = {
  'GET /reports/tickets': { ...reporting, summary: 'Orders and how soon they were done' },
  'GET /reports/items': { ...reporting, summary: 'Dishes and how soon they were ready' },
  'GET /reports/stations': { ...reporting, summary: 'Stations and how soon they were done' },
};
