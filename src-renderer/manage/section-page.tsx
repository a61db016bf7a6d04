import type { ComponentType } from 'react';
import { HouseRules } from '../house/house-rules.tsx';
import { DevicesTab } from '../people/devices-tab.tsx';
import { KeysTab } from '../people/keys-tab.tsx';
import { PlainHttp } from '../people/plain-http.tsx';
import { StaffTab } from '../people/staff-tab.tsx';
import { GuestsSection } from './guests/guests-section.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { MenuSection } from './menu/menu-section.tsx';
import { PrintersPage } from './printers/printers-page.tsx';
import { ProgramsPage } from './programs/programs-page.tsx';
import { ReportsPage } from './reports/reports-page.tsx';
import type { SectionName } from './sections.ts';
import { StationsPage } from './stations/stations-page.tsx';
import { TablesSection } from './tables/tables-section.tsx';

type Pages = Readonly<Record<SectionName, ComponentType>>;

const pages: Pages = {
  menu: MenuSection,
  devices: () => (
    <>
      <PlainHttp />
      <DevicesTab />
    </>
  ),
  people: StaffTab,
  tables: TablesSection,
  keys: KeysTab,
  programs: ProgramsPage,
  house: HouseRules,
  stations: StationsPage,
  history: HistoryPage,
  reports: ReportsPage,
  printers: PrintersPage,
  guests: GuestsSection,
};

/** One section, as it is drawn. */
export function SectionPage({ section }: { readonly section: SectionName }) {
  const Page = pages[section];
  return (
    <div
      data-section={section}
      className={`mx-auto grid ${section === 'reports' ? 'max-w-7xl' : 'max-w-5xl'} min-w-0 grid-cols-[minmax(0,1fr)] gap-6 p-4 sm:p-6 print:max-w-none print:p-0`}
    >
      <Page />
    </div>
  );
}
