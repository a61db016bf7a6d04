import type { ComponentType } from 'react';
import { HouseRules } from '../house/house-rules.tsx';
import { DevicesTab } from '../people/devices-tab.tsx';
import { KeysTab } from '../people/keys-tab.tsx';
import { PlainHttp } from '../people/plain-http.tsx';
import { StaffTab } from '../people/staff-tab.tsx';
import { ProgramsPage } from './programs/programs-page.tsx';
import type { SectionName } from './sections.ts';

type Pages = Readonly<Record<SectionName, ComponentType>>;

const pages: Pages = {
  devices: () => (
    <>
      <PlainHttp />
      <DevicesTab />
    </>
  ),
  people: StaffTab,
  keys: KeysTab,
  programs: ProgramsPage,
  house: HouseRules,
};

/** One section, as it is drawn. */
export function SectionPage({ section }: { readonly section: SectionName }) {
  const Page = pages[section];
  return (
    <div data-section={section} className="mx-auto grid max-w-5xl gap-6 p-4 sm:p-6">
      <Page />
    </div>
  );
}
