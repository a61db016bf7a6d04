import { LanguageSection } from '../screen/settings/language-section.tsx';
import { PersonSection } from '../screen/settings/person-section.tsx';
import { SettingsSheet } from '../screen/settings/settings-sheet.tsx';
import { ThemeSection } from '../screen/settings/theme-section.tsx';

const sections = { LanguageSection, ThemeSection, PersonSection };

/** How this one page looks, and who is at it; what holds for the house is the page itself. */
export const ManageSettings = ({ onClose }: { readonly onClose: () => void }) => (
  <SettingsSheet sections={sections} onClose={onClose} />
);
