import '../ui/tokens.css';
import '../manage/sizes.css';
import { createRoot } from 'react-dom/client';
import { readTheme, showTheme } from '../ui/theme.ts';
import { DocsApp } from './docs-app.tsx';

showTheme(readTheme());
const element = document.getElementById('screen');
if (element) createRoot(element).render(<DocsApp />);
