import type { Logger } from 'pino';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { ReportReader } from '../ports.ts';

type KeepUpDeps = {
  readonly reports: ReportReader;
  readonly restaurantId: RestaurantId;
  readonly log: Logger;
};

/**
 * Makes what reports are made of in small bites, so that whoever opens one after months, or after an update, does not
 * wait for all the days since ([RPO2]).
 */
export async function keepReportsUp({ reports, restaurantId, log }: KeepUpDeps): Promise<void> {
  try {
    while ((await reports.keepUp(restaurantId)) > 0);
    await reports.rest();
  } catch (error) {
    log.warn({ err: error }, 'reports are not kept up; the next one takes longer');
  }
}
