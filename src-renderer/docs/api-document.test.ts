import { expect, test } from 'vitest';
import { type ApiDocument, chaptersOf, nameIn } from './api-document.ts';

const operation = (tag: string, summary: string) => ({
  operationId: summary,
  tags: [tag],
  summary,
  'x-roles': [],
  responses: {},
});

const document: ApiDocument = {
  info: { title: 'Kitchen Pass', version: '1', description: '' },
  tags: [
    { name: 'Orders', description: 'Take orders.' },
    { name: 'Menu', description: 'Dishes.' },
  ],
  paths: {
    '/orders': { get: operation('Orders', 'List orders'), post: operation('Orders', 'Place an order') },
    '/products': { get: operation('Menu', 'List the menu') },
    '/new': { get: operation('Nothing we know', 'New') },
    '/other': { get: operation('Other', 'Not described') },
  },
  components: { schemas: {}, responses: {} },
};

const found = (sought: string) =>
  chaptersOf(document, sought).map(({ name, entries }) => [
    name,
    entries.map(({ method, path }) => `${method} ${path}`),
  ]);

test('[POS3] chapters have what they are about, and whoever looks for words finds what has all of them', () => {
  expect(found('')).toEqual([
    ['Orders', ['GET /orders', 'POST /orders']],
    ['Menu', ['GET /products']],
    ['Other', ['GET /other']],
  ]);
  expect(found('list MENU')).toEqual([['Menu', ['GET /products']]]);
  expect(found('post order')).toEqual([['Orders', ['POST /orders']]]);
  expect(found('unicorn')).toEqual([]);
});

test('[POS3] a reference is called by its last part', () => {
  expect(nameIn('#/components/schemas/Order')).toBe('Order');
});
