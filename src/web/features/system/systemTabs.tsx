import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Permission } from '../../../shared/people';
import { may, useEmployee } from '../../lib/session';
import classes from '../auth/placeLinks.module.css';

/** The pages where admins look after the installation, each with the right it needs. */
const pages = [
  { name: 'status', to: '/system', permission: 'system.view' },
  { name: 'prompts', to: '/prompts', permission: 'prompts.manage' },
  { name: 'limits', to: '/system/limits', permission: 'system.view' },
  { name: 'migrations', to: '/system/migrations', permission: 'migrations.run' },
] as const satisfies { name: string; to: string; permission: Permission }[];

/** Leads from one page of the system to the others. */
export function SystemTabs() {
  const { t } = useTranslation('system');
  const employee = useEmployee();
  return (
    <nav aria-label={t('title')} style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      {pages
        .filter(({ permission }) => may(employee, permission))
        .map(({ name, to }) => (
          <NavLink key={name} to={to} end className={classes.place} data-testid={`system-tab-${name}`}>
            {t(`tab.${name}`)}
          </NavLink>
        ))}
    </nav>
  );
}
