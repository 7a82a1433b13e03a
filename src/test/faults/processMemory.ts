import { once } from 'node:events';
import { WebSocket } from 'ws';
import { readFigures } from '../figures';

/** Connections a server process holds, those to its stores included. */
export async function openConnections(url: string): Promise<number> {
  return (await readFigures(url)).get('nodejs_active_handles{type="Socket"}') ?? 0;
}

/** Bytes a server process with an inspector holds on its heap and in buffers, once everything that can be collected has been. */
export async function memoryInUse(url: string, inspectorPort: number): Promise<number> {
  await heapInUse(inspectorPort);
  const figures = await readFigures(url);
  return figures.get('nodejs_heap_size_used_bytes')! + figures.get('nodejs_external_memory_bytes')!;
}

/** Bytes in use on the heap of a process with an inspector, once everything that can be collected has been. */
export async function heapInUse(inspectorPort: number): Promise<number> {
  const targets = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
  const [target] = (await targets.json()) as { webSocketDebuggerUrl: string }[];
  const inspector = new WebSocket(target!.webSocketDebuggerUrl);
  await once(inspector, 'open');
  let id = 0;
  const ask = async (method: string): Promise<unknown> => {
    id += 1;
    inspector.send(JSON.stringify({ id, method }));
    for (;;) {
      const [data] = (await once(inspector, 'message')) as [Buffer];
      const answer = JSON.parse(data.toString()) as { id?: number; result?: unknown };
      if (answer.id === id) return answer.result;
    }
  };
  await ask('HeapProfiler.collectGarbage');
  const { usedSize } = (await ask('Runtime.getHeapUsage')) as { usedSize: number };
  inspector.close();
  return usedSize;
}
