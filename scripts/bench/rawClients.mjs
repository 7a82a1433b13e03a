// Child of fanOutCost.mjs: the other end of raw WebSockets, in a process of its own.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { serveParent } from './benchChild.mjs';

let frames = 0;

serveParent(
  {},
  {
    async open({ url, count }) {
      for (let at = 0; at < count; at += 1) {
        const socket = new WebSocket(url, { perMessageDeflate: false });
        socket.on('message', () => (frames += 1));
        await once(socket, 'open');
      }
    },
    /** Settles when so many frames have come since the last time. */
    async came(count) {
      while (frames < count) await new Promise((resolve) => setTimeout(resolve, 10));
      frames -= count;
    },
  },
);
