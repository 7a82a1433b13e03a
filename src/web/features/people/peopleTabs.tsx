import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { may, useEmployee } from '../../lib/session';
import classes from '../auth/placeLinks.module.css';
import { peoplePages } from './peoplePages';

/** Leads from one page around people to the others that are the reader's. */
export function PeopleTabs() {
  const { t } = useTranslation('people');
  const employee = useEmployee();
  const own = peoplePages.filter(({ permission }) => may(employee, permission));
  if (own.length < 2) return null;
  return (
    <nav aria-label={t('tab.label')} style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      {own.map(({ name, to }) => (
        <NavLink key={name} to={to} end className={classes.place} data-testid={`people-tab-${name}`}>
          {t(`tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
