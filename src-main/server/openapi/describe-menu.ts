import { z } from 'zod';
import { guestMenu, menuPreview, menuTaken, product, settings, stations, stationsPage } from './answer-kitchen.ts';
import { pageOf } from './answer-order.ts';
import type { Description, Descriptions } from './description.ts';

const change = {
  answer: product,
  command: 'versioned',
  refusals: ['product_not_found'],
} as const satisfies Partial<Description>;

/** Menu, 86 and stock. */
export const menuDescriptions: Descriptions = {
  'GET /menu': {
    summary: 'The menu as guests may read it',
    about: 'Open. `If-None-Match` with the last `ETag` is answered 304 while nothing has changed.',
    answer: guestMenu,
    isVersioned: true,
    refusals: ['not_found'],
    also: { 304: 'Nothing has changed.' },
    headers: { 'If-None-Match': 'The `ETag` of the last answer.' },
  },
  'GET /products': { summary: 'List the menu', answer: pageOf(product) },
  'POST /products': {
    summary: 'Add a dish to the menu',
    answer: product,
    status: 201,
    command: 'new',
    refusals: ['sku_taken'],
  },
  'GET /products/:id': { summary: 'Read a dish', answer: product, isVersioned: true, refusals: ['product_not_found'] },
  'PATCH /products/:id': {
    ...change,
    summary: 'Change a dish',
    about: 'What is not named stays. Orders keep the name and the price that they were sold with.',
    refusals: ['product_not_found', 'sku_taken'],
  },
  'DELETE /products/:id': {
    ...change,
    summary: 'Take a dish off the menu for good',
    about: 'Orders keep what they have. The answer is the dish as it was, with `deleted_at`.',
  },
  'PATCH /products/:id/availability': {
    ...change,
    summary: '86 a dish, or put it back',
    about: '`until` is `changed` (when somebody puts it back) or `tomorrow`.',
  },
  'PATCH /products/:id/inventory': {
    ...change,
    summary: 'Say how many portions are there',
    about: 'Orders take from it, and at 0 the dish is out. `null`: nobody counts any more.',
  },
  'PUT /products/:id/photo': {
    ...change,
    summary: 'Give a dish a photo',
    about:
      'The body is the picture itself: JPEG, PNG or WebP, at most 200 kB and 1,600 pixels wide or high. What it is goes by its first bytes, whatever the `Content-Type`. Everybody who knows the name in `photo` can look at it at `/photos/{photo}`, so leave out what a camera writes into pictures.',
    refusals: ['product_not_found', 'too_large'],
  },
  'DELETE /products/:id/photo': { ...change, summary: 'Take the photo of a dish away' },
  'GET /products/export': {
    summary: 'The menu as a file',
    about: '`format=csv` or `format=json`; the JSON is `{items: […]}` as the import takes it.',
    answer: z.union([z.string(), z.looseObject({})]),
  },
  'POST /products/import/preview': {
    summary: 'What a menu file would change',
    about:
      'Changes nothing. With a mistake in the file: 400 `invalid`, and each of `errors[].path` begins with the line.',
    answer: menuPreview,
  },
  'POST /products/import': {
    summary: 'Take a menu file',
    about: 'With the `basis` of the preview: what was looked at is what is done, or nothing.',
    answer: menuTaken,
    command: 'new',
    refusals: ['version_mismatch'],
  },
};

/** How the kitchen is set up. */
export const siteDescriptions: Descriptions = {
  'GET /stations': { summary: 'List the stations', answer: stationsPage, isVersioned: true },
  'PUT /stations': {
    summary: 'Set all stations',
    about: 'All of them at once. What is under way stays where it is.',
    answer: stations,
    command: 'versioned',
  },
  'GET /settings': { summary: 'Read the rules of the kitchen', answer: settings, isVersioned: true },
  'PATCH /settings': {
    summary: 'Change the rules of the kitchen',
    about: 'What is not named stays.',
    answer: settings,
    command: 'versioned',
  },
};
