import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from '../auth/placeLinks.module.css';

const sections = [
  { path: '/documents', label: 'sections.documents' },
  { path: '/documents/search-test', label: 'sections.searchTest' },
  { path: '/documents/content-gaps', label: 'sections.contentGaps' },
  { path: '/documents/search-words', label: 'sections.searchWords' },
] as const;

/** The pages around documents and how they are found. */
export function DocumentSections() {
  const { t } = useTranslation('documents');
  return (
    <nav aria-label={t('sections.label')} style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      {sections.map(({ path, label }) => (
        <NavLink key={path} to={path} end className={classes.place}>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
