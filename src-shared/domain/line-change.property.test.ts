import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, runs, serve, service } from '../../test/harness/kitchen-service.ts';

test('[CHG1] old stands beside new just as long as a station has yet to acknowledge it', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world) => {
        for (const { line } of linesOf(world.orders)) {
          if (line.changedFrom === null) continue;
          expect(line.progress.map(({ acknowledgedAtMs }) => acknowledgedAtMs)).toContain(null);
        }
      });
    }),
    runs,
  );
});
