import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AuditExportDto } from '../../../shared/auditExports';
import type { AuditExportUpdate } from '../../../shared/auditExportUpdate';
import type { Page } from '../../../shared/problem';
import { socket } from '../../lib/socket';
import { exportsKey } from './auditExportsApi';

type ExportPages = InfiniteData<Page<AuditExportDto>>;

/** Keeps what is shown of exports as the server tells (`audit-export:updated`): each reading of the list is a record of its own. */
export function useExportUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: exportsKey });
    const apply = ({ exportId, status, rows }: AuditExportUpdate) => {
      let isShown = false;
      queryClient.setQueriesData<ExportPages>({ queryKey: exportsKey }, (data) => {
        const pages = data?.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => {
            if (item.id !== exportId || item.status !== status) return item;
            isShown = true;
            return { ...item, rows };
          }),
        }));
        return data && { ...data, pages: pages! };
      });
      // A change of state says more than an update carries.
      if (status !== 'running' || !isShown) readAgain();
    };
    socket.on('audit-export:updated', apply);
    // What happened while there was no connection was not told.
    socket.on('connect', readAgain);
    return () => {
      socket.off('audit-export:updated', apply);
      socket.off('connect', readAgain);
    };
  }, [queryClient]);
}
