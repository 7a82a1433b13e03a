import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

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
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <Tabs value={pathname} onChange={(to) => to && void navigate(to)}>
      <Tabs.List aria-label={t('title')}>
        {pages.map(({ name, to }) => (
          <Tabs.Tab key={name} value={to} data-testid={`audit-tab-${name}`}>
            {t(`tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
