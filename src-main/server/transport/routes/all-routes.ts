import type { RestaurantId } from '#shared/domain/id.ts';
import type { ApiKeys } from '../../auth/api-keys.ts';
import type { Devices } from '../../auth/devices.ts';
import type { Entrance } from '../../auth/entrance.ts';
import type { GuestAccounts } from '../../auth/guest-accounts.ts';
import type { GuestLinks } from '../../auth/guest-links.ts';
import type { Pairing } from '../../auth/pairing.ts';
import type { Sessions } from '../../auth/sessions.ts';
import type { Staff } from '../../auth/staff.ts';
import type { MenuDesk } from '../../core/menu-desk.ts';
import type { MenuImport } from '../../core/menu-import.ts';
import type { OrderDesk } from '../../core/order-desk.ts';
import type { PhotoDesk } from '../../core/photo-desk.ts';
import type { SiteDesk } from '../../core/site-desk.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { PeopleStore } from '../../people-ports.ts';
import type { Clock, OrderReader, ReportReader } from '../../ports.ts';
import type { Webhooks } from '../../webhooks/webhooks.ts';
import type { LiveStreams } from '../live-streams.ts';
import { accountRoutes } from './account-routes.ts';
import { authRoutes } from './auth-routes.ts';
import { bumpedRoutes } from './bumped-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import type { Door } from './door.ts';
import { guestRoutes } from './guest-routes.ts';
import { healthRoutes, type LiveCounts } from './health-routes.ts';
import { liveStatusRoutes } from './live-status-routes.ts';
import { manifestRoutes } from './manifest-routes.ts';
import { type MenuRoutesDeps, menuRoutes } from './menu-routes.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { openApiRoutes } from './openapi-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { pairRoutes } from './pair-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { type PhotoRoutesDeps, photoRoutes } from './photo-routes.ts';
import { type PrinterRoutesDeps, printerRoutes } from './printer-routes.ts';
import { productRoutes } from './product-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { screenReportRoutes } from './screen-report-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { streamRoutes } from './stream-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { workRoutes } from './work-routes.ts';

/** What the routes hand on to. */
export type RouteDeps = {
  readonly metrics: Metrics;
  /** Folder of the built pages. */
  readonly pagesDir: string;
  readonly sessions: Sessions;
  readonly entrance: Entrance;
  readonly people: PeopleStore;
  readonly staff: Staff;
  readonly devices: Devices;
  readonly keys: ApiKeys;
  readonly pairing: Pairing;
  /** The name over the board. */
  readonly restaurantName: (id: RestaurantId) => string | undefined;
  readonly desk: OrderDesk;
  readonly links: GuestLinks;
  readonly accounts: GuestAccounts;
  readonly menu: MenuDesk;
  readonly imports: MenuImport;
  readonly menuOf: MenuRoutesDeps['menuOf'];
  readonly photos: PhotoDesk;
  readonly photoOf: PhotoRoutesDeps['photoOf'];
  readonly guestMenuOf: MenuRoutesDeps['guestMenuOf'];
  readonly site: SiteDesk;
  readonly reader: OrderReader;
  readonly reports: ReportReader;
  readonly webhooks: Webhooks;
  readonly printing: PrinterRoutesDeps;
  readonly clock: Clock;
  readonly streams: LiveStreams;
  /** Of the live streams now: connections, and restaurants that have been followed. */
  readonly health: () => LiveCounts;
};

/** Everything that the server answers by HTTP; what is not here is not served, and no test knows of it ([PER1]). */
export function allRoutes(app: Door, deps: RouteDeps): void {
  openApiRoutes(app);
  metricsRoutes(app, deps.metrics);
  pageRoutes(app, deps.pagesDir);
  manifestRoutes(app);
  authRoutes(app, deps);
  peopleRoutes(app, deps.staff);
  deviceRoutes(app, deps.devices, deps.keys);
  pairRoutes(app, deps);
  orderRoutes(app, deps.desk, deps.reader);
  accountRoutes(app, deps.accounts, deps.sessions);
  guestRoutes(app, deps.links, deps.desk);
  bumpedRoutes(app, deps.reader, deps.clock);
  workRoutes(app, deps.desk);
  productRoutes(app, deps.menu, deps.reader);
  menuRoutes(app, deps);
  photoRoutes(app, deps);
  siteRoutes(app, deps.site);
  reportRoutes(app, deps.reports);
  webhookRoutes(app, deps.webhooks);
  printerRoutes(app, deps.printing);
  streamRoutes(app, deps.streams);
  liveStatusRoutes(app, deps.streams);
  screenReportRoutes(app, deps.metrics.screens);
  healthRoutes(app, deps.health);
}
