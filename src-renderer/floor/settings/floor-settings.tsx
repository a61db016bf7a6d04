import { LanguageSection } from '../../screen/settings/language-section.tsx';
import { PeopleSection } from '../../screen/settings/people-section.tsx';
import { PersonSection } from '../../screen/settings/person-section.tsx';
import { SettingsSheet } from '../../screen/settings/settings-sheet.tsx';
import { ThemeSection } from '../../screen/settings/theme-section.tsx';
import { SoundSection } from '../../sound/sound-section.tsx';
import { PhotosSection } from './photos-section.tsx';
import { TextSizeSection } from './text-size-section.tsx';

/** All that rings here. */
const kinds = ['ready', 'late', 'call'] as const;

const sections = {
  SoundSection: () => <SoundSection kinds={kinds} />,
  TextSizeSection,
  PhotosSection,
  LanguageSection,
  ThemeSection,
  PeopleSection,
  PersonSection,
};

/** How this one device looks and speaks, and who is at it. */
export const FloorSettings = ({ onClose }: { readonly onClose: () => void }) => (
  <SettingsSheet sections={sections} onClose={onClose} />
);
