/** What goes between the engine and its worker thread. Answers come in the order of the requests' ids. */
export type ToWorker = { id: number; kind: 'bytes'; bytes: Uint8Array } | { id: number; kind: 'close' };

export type FromWorker =
  { ready: true } | { id: number; bytes: Uint8Array; inTransaction: boolean } | { id: number; error: string };
