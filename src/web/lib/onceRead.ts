/** For what the server records each reading of, and what does not change: read once, not again when the reader comes back to it. */
export const onceRead = { staleTime: Infinity, refetchOnWindowFocus: false } as const;
