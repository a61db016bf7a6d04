import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { TicketFrame } from './ticket-frame.tsx';
import type { GridBox, Part, Place } from './ticket-layout.ts';

const box: GridBox = { columns: 3, columnWidth: 300, height: 800, gap: 10 };
const part = (column: number, from: number, to: number): Part => ({ column, top: 0, from, to, scrolls: false });
const place = (...parts: Part[]): Place => ({ column: 0, top: 0, span: 1, height: 400, scrolls: false, parts });
const rows = ['soup', 'bread', 'wine'].map((name) => ({
  node: <i key={name}>{name}</i>,
  under: name === 'bread' ? { course: 2, isHeld: false } : name === 'wine' ? { course: 3, isHeld: true } : null,
}));

function htmlOf(spot: Place): string {
  return renderToStaticMarkup(
    <TextProvider translator={createTranslator('en')}>
      <TicketFrame
        id="1"
        label="T 5"
        slot={1}
        spot={spot}
        box={box}
        isMarked={false}
        head={<b>head</b>}
        rows={rows}
        more={<b>more</b>}
        foot={<b>foot</b>}
      />
    </TextProvider>,
  );
}

/** The words of each part. */
function draw(spot: Place): string[] {
  const parts = htmlOf(spot)
    .split(/<div data-part="\d"/)
    .slice(1);
  return parts.map((one) =>
    `<${one}`
      .replaceAll(/<svg.*?<\/svg>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

test('[GRD5] [CRD3] head in the first part, button in the last, and each says which part it is, and of which course', () => {
  expect(draw(place(part(0, 0, 1), part(1, 1, 2), part(2, 2, 3)))).toEqual([
    'head soup 1/3 continues',
    'T 5 · 2/3 Course 2 bread 2/3 continues',
    'T 5 · 3/3 Course 3 · on hold wine foot',
  ]);
});

test('[GRD5] a line that has come since the places were made is in the last part', () => {
  expect(draw(place(part(0, 0, 1), part(1, 1, 2)))).toEqual([
    'head soup 1/2 continues',
    'T 5 · 2/2 Course 2 bread wine foot',
  ]);
});

test('[GRD5] a part that scrolls says what is out of sight', () => {
  expect(draw(place(part(0, 0, 1), { ...part(1, 1, 3), scrolls: true }))[1]).toBe(
    'T 5 · 2/2 Course 2 bread wine more foot',
  );
});

test('[GRD2] lines are as wide in a ticket of several columns as in one of one column', () => {
  const { columnWidth, gap } = box;
  for (const span of [2, 3]) {
    const html = htmlOf({ column: 0, top: 0, span, height: box.height, scrolls: false });
    const [, width] = /width:(\d+)px/.exec(html) ?? [];
    const [, between] = /column-gap:(\d+)px/.exec(html) ?? [];
    const inner = (Number(width) - 2 - (span - 1) * Number(between)) / span;
    expect([Number(width), inner]).toEqual([span * columnWidth + (span - 1) * gap, columnWidth - 2]);
  }
});
