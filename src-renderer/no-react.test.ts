import { expect, test, vi } from 'vitest';

/** `link`, `outbox` and `store` serve any screen, also one without React: they must load where there is none ([PUR1]). */
const absent = vi.hoisted(() => (name: string) => () => {
  throw new Error(`${name} was loaded`);
});
vi.mock('react', absent('react'));
vi.mock('react-dom', absent('react-dom'));
vi.mock('react-dom/client', absent('react-dom/client'));
vi.mock('react/jsx-runtime', absent('react/jsx-runtime'));
vi.mock('react/jsx-dev-runtime', absent('react/jsx-dev-runtime'));

const pure = import.meta.glob(['./link/**/*.ts', './outbox/**/*.ts', './store/**/*.ts', '!./**/*.test.ts']);

test('there are modules to load', () => {
  expect(Object.keys(pure).length).toBeGreaterThan(15);
});

test.each(Object.entries(pure))('[PUR1] %s loads without React', async (_path, load) => {
  await expect(load()).resolves.toBeDefined();
});

test('[PUR1] a module that needs React is found out', async () => {
  await expect(import('./screen/screen-context.ts')).rejects.toThrow();
});
