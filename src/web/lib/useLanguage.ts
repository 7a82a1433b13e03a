import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/problem';

/** The language on the screen; a component that formats figures or dates follows it. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'ko';
}
