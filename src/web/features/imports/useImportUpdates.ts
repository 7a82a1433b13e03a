import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { socket } from '../../lib/socket';
import { importsKey } from './importsApi';

/** Reads what is shown of imports again when the server tells that one has come further (`import:updated`). */
export function useImportUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: importsKey });
    socket.on('import:updated', readAgain);
    // What happened while there was no connection was not told.
    socket.on('connect', readAgain);
    return () => {
      socket.off('import:updated', readAgain);
      socket.off('connect', readAgain);
    };
  }, [queryClient]);
}
