import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { choiceIn, firstChoice, gridSizes, hitSizes, type ScreenChoice, textSizes } from './screen-choice.ts';

test('[SCR1] what was chosen comes back as it was', () => {
  const anyChoice: fc.Arbitrary<ScreenChoice> = fc.record({
    station: fc.option(fc.string({ minLength: 1 }).map(stationId)),
    grid: fc.constantFrom(...gridSizes),
    textSize: fc.constantFrom(...textSizes),
    hitSize: fc.constantFrom(...hitSizes),
    overview: fc.boolean(),
  });
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect(choiceIn(JSON.stringify(choice))).toEqual(choice);
    }),
  );
});

test('[SCR1] rubbish counts as never chosen, field by field', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(choiceIn(text)).toEqual(firstChoice);
    }),
  );
  fc.assert(fc.property(fc.json(), (text) => void choiceIn(text)));
  expect(choiceIn(null)).toEqual(firstChoice);
  expect(choiceIn('{"grid":7,"textSize":"32","overview":1,"station":{}}')).toEqual(firstChoice);
  expect(choiceIn('{"hitSize":"huge"}')).toEqual(firstChoice);
  expect(choiceIn('{"grid":6,"textSize":9}')).toEqual({ ...firstChoice, grid: 6 });
});
