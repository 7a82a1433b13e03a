import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from '../auth/placeLinks.module.css';

/** The pages where analysts work, in the order of a working day. */
const pages = [
  { name: 'turns', to: '/audit' },
  { name: 'review', to: '/audit/review' },
  { name: 'numbers', to: '/audit/numbers' },
  { name: 'rules', to: '/audit/rules' },
  { name: 'evaluationCases', to: '/audit/evaluation-cases' },
  { name: 'chain', to: '/audit/chain' },
  { name: 'exports', to: '/audit/exports' },
] as const;

/** Leads from one page of the audit to the others. */
export function AuditTabs() {
  const { t } = useTranslation('audit');
  return (
    <nav aria-label={t('title')} style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      {pages.map(({ name, to }) => (
        <NavLink key={name} to={to} end className={classes.place} data-testid={`audit-tab-${name}`}>
          {t(`tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
