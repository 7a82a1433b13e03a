// Child of socketMemory.mjs: a Socket.IO server that does nothing.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serveParent } from './benchChild.mjs';
import { usedHeap } from './usedHeap.mjs';

const http = createServer();
const server = new Server(http, { serveClient: false });
server.on('connection', () => {});
http.listen(0, '127.0.0.1');
await once(http, 'listening');

serveParent({ url: `http://127.0.0.1:${http.address().port}` }, { usedHeap });
