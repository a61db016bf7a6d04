import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

const themes = { dark: tokensIn(':root {'), light: tokensIn('[data-theme="light"] {') };

/** What a focused button is framed with: outside, and within that. */
const ringTones = tonesIn(':focus-visible:not(input) {');

/** Foreground on background, as they meet on the screens. */
const pairs = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text', 'raised'],
  ['text', 'raised-strong'],
  ['text', 'note'],
  ['muted', 'ground'],
  ['muted', 'surface'],
  ['muted', 'note'],
  ['danger', 'surface'],
  ['done', 'surface'],
  // While they are pressed.
  ['muted', 'raised'],
  ['muted', 'raised-strong'],
  ['accent', 'raised'],
  ['danger', 'raised'],
  ['done', 'raised'],
  ['on-accent', 'accent'],
  ['on-band-new', 'band-new'],
  ['on-band-warn', 'band-warn'],
  ['on-band-late', 'band-late'],
  ['on-done-solid', 'done-solid'],
  ['on-allergy', 'allergy'],
  ['on-chip', 'chip'],
] as const;

const cases = Object.keys(themes).flatMap((theme) => pairs.map(([front, back]) => [theme, front, back] as const));

test.each(cases)('[LOK1] %s: %s on %s has a contrast of at least 7:1', (theme, front, back) => {
  const colours = themes[theme as keyof typeof themes];
  expect(contrast(colours.get(front), colours.get(back))).toBeGreaterThanOrEqual(7);
});

const everyColour = Object.entries(themes).flatMap(([theme, colours]) =>
  [...colours.keys()].map((colour) => [theme, colour] as const),
);

/** As WCAG 1.4.11 asks of what is no text. */
const leastOfRing = 3;

test.each(everyColour)('[KEY8] %s: the ring of the focus can be seen on %s', (theme, colour) => {
  const colours = themes[theme as keyof typeof themes];
  const on = (tone: string) => contrast(colours.get(tone), colours.get(colour));
  expect(Math.max(...ringTones.map(on))).toBeGreaterThanOrEqual(leastOfRing);
});

test.each(Object.entries(themes))('[KEY8] %s: the two tones of the ring stand out from each other', (_, colours) => {
  const [outer = '', inner = ''] = ringTones.map((tone) => colours.get(tone));
  expect(ringTones).toHaveLength(2);
  expect(contrast(outer, inner)).toBeGreaterThanOrEqual(leastOfRing);
});

/** The colours of the first block that opens with `selector`. */
function tokensIn(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  );
}

function tonesIn(selector: string): readonly string[] {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf('}', start));
  return Array.from(block.matchAll(/var\(--([\w-]+)\)/g), ([, name = '']) => name);
}

/** WCAG 2.2. */
function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
