import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { keepTheme, readTheme } from '../ui/theme.ts';

/** Dark for a kitchen at night, light for a bright pass; each screen keeps its own. */
export function ThemeSwitch() {
  const t = useText();
  const [theme, setTheme] = useState(readTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const Icon = other === 'dark' ? Moon : Sun;
  const change = () => {
    keepTheme(other);
    setTheme(other);
  };
  return (
    <Button
      look="quiet"
      onClick={change}
      aria-label={t('settings.switchTheme', { theme: t(`settings.theme.${other}`) })}
    >
      <Icon aria-hidden className="size-[1.3em]" />
      <span className="max-xl:sr-only">{t(`settings.theme.${other}`)}</span>
    </Button>
  );
}
