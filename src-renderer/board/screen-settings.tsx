import { BurnInSection } from '../burn-in/burn-in-section.tsx';
import { HouseSection } from '../house/house-section.tsx';
import { LanguageSection } from '../screen/settings/language-section.tsx';
import { PeopleSection } from '../screen/settings/people-section.tsx';
import { PersonSection } from '../screen/settings/person-section.tsx';
import { SettingsSheet } from '../screen/settings/settings-sheet.tsx';
import { ThemeSection } from '../screen/settings/theme-section.tsx';
import { SoundSection } from '../sound/sound-section.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { LayoutSection } from './layout-section.tsx';
import { StationSection } from './station-section.tsx';

/** What may differ from screen to screen, each subject by itself; whoever leaves does so at the end. */
const sections = {
  StationSection,
  LayoutSection,
  SoundSection,
  LanguageSection,
  ThemeSection,
  KeysSection,
  BurnInSection,
  PeopleSection,
  HouseSection,
  PersonSection,
};

/** How this one screen looks and speaks; everything holds at once and is kept here. */
export const ScreenSettings = ({ onClose }: { readonly onClose: () => void }) => (
  <SettingsSheet sections={sections} onClose={onClose} />
);
