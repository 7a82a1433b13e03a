import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { socket } from '../../lib/socket';
import { exportsKey } from './auditExportsApi';

/** Reads what is shown of exports again when the server tells that one has come further (`audit-export:updated`). */
export function useExportUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: exportsKey });
    socket.on('audit-export:updated', readAgain);
    // What happened while there was no connection was not told.
    socket.on('connect', readAgain);
    return () => {
      socket.off('audit-export:updated', readAgain);
      socket.off('connect', readAgain);
    };
  }, [queryClient]);
}
