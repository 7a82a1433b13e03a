/** A source of numbers from 0 up to 1 that gives the same ones each time. */
export type Random = () => number;

/** What is sent on a WebSocket: as text, or as it is. */
export type Frame = { text: string | Buffer } | { binary: Buffer } | { bytes: Buffer };

/** Larger than the server takes. */
const tooLarge = 'x'.repeat(5 * 1024 * 1024);

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"안녕"}';

/** Frames somebody thought of: each breaks Engine.IO, Socket.IO or the contract in its own way. */
const crafted: Frame[] = [
  // Engine.IO: no type, unknown ones, those only a server or an upgrade may send.
  ...['', '7', '9', 'x', ' ', '0', '0{}', '1', '2', '2probe', '3', '3probe', '5', '6', '\u0000', '4'].map(
    textFrame,
  ),
  // Socket.IO: unknown types, no payload, payloads of the wrong shape.
  ...[
    '47',
    '49',
    '4x',
    '40',
    '40[]',
    '40null',
    '40{"token":',
    '40"a"',
    '41',
    '42',
    '42[]',
    '42{}',
    '42null',
    '42[null]',
  ],
  ...[
    '42[1]',
    '42[{}]',
    '42["chat:send"',
    '42"chat:send"',
    '44',
    '44{}',
    '44{"message":"x"}',
    '43',
    '43[]',
    '430[]',
  ],
  // Names that are taken, and names of nothing.
  ...[
    'connect',
    'connect_error',
    'disconnect',
    'disconnecting',
    'error',
    'newListener',
    'removeListener',
    '__proto__',
  ]
    .concat('constructor', 'toString', 'hasOwnProperty', 'chat:nothing', 'x'.repeat(100_000))
    .map((name) => `421${JSON.stringify([name, {}])}`),
  // Numbers of acks.
  ...[
    '429999999999999999999["chat:stop",{}]',
    '42-1["chat:stop",{}]',
    '421e9["chat:stop",{}]',
    '43999[]',
    '430["x"]',
  ],
  // Payloads that are none of the contract's, with an ack and without.
  ...['chat:send', 'chat:stop', 'chat:resume', 'chat:regenerate', 'chat:feedback'].flatMap((name) => [
    `42["${name}"]`,
    `42["${name}",${polluting}]`,
    `427["${name}",${polluting}]`,
    `427["${name}",null]`,
    `427["${name}",[]]`,
    `427["${name}",{"text":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}]`,
    `427["${name}",{"clientMessageId":"\\u0000","text":"\\ud800","conversationId":"x","turnId":"x","lastSeq":-1e308}]`,
    `427["${name}",${deep}]`,
  ]),
  // Attachments that never come, or are not asked for.
  ...[
    '451-["chat:send",{"_placeholder":true,"num":0}]',
    '459999999-["chat:send",{}]',
    '451-[',
    '45-["x"]',
    '451',
  ],
  ...['451-["chat:send",{"_placeholder":true,"num":9}]', '461-7[{"_placeholder":true,"num":0}]'],
  // Namespaces that are not there.
  ...[
    '40/admin,',
    '40/admin,{"token":"x"}',
    '42/admin,["chat:send",{}]',
    '40/,',
    '40/__proto__,',
    `40/${'n'.repeat(9_000)},`,
  ],
].map((frame) => (typeof frame === 'string' ? textFrame(frame) : frame));

const large: Frame[] = [
  { text: tooLarge },
  { text: `42["chat:send","${tooLarge.slice(0, 3 * 1024 * 1024)}"]` },
  { binary: Buffer.alloc(5 * 1024 * 1024) },
];

/** The next frame: mostly crafted, then changed at random places, or random altogether. */
export function malformedFrame(random: Random): Frame {
  const kind = random();
  if (kind < 0.5) return pick(crafted, random);
  if (kind < 0.75) return changed(pick(crafted, random), random);
  if (kind < 0.85) return { binary: randomBytes(random) };
  // Invalid UTF-8 as text, and bytes that are no frame of a WebSocket at all.
  if (kind < 0.92)
    return { text: Buffer.concat([Buffer.from('42["'), randomBytes(random), Buffer.from('"]')]) };
  if (kind < 0.995) return { bytes: randomBytes(random) };
  return pick(large, random);
}

/** The body of a poll that is none: packets run together, not separated, cut off, or bytes. */
export function malformedBody(random: Random): Buffer {
  const packets = Array.from({ length: 1 + Math.floor(random() * 4) }, () => malformedFrame(random));
  return Buffer.concat(
    packets.flatMap((packet) => [Buffer.from(contentOf(packet)), Buffer.from(random() < 0.8 ? '\x1e' : '')]),
  );
}

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

function textFrame(text: string): Frame {
  return { text };
}

function changed(frame: Frame, random: Random): Frame {
  const content = Buffer.from(contentOf(frame));
  for (let count = 0; count < 3 && content.length > 0; count += 1) {
    content[Math.floor(random() * content.length)] = 32 + Math.floor(random() * 95);
  }
  return { text: content.subarray(0, Math.ceil(random() * content.length)) };
}

function contentOf(frame: Frame): string | Buffer {
  if ('text' in frame) return frame.text;
  return 'binary' in frame ? frame.binary : frame.bytes;
}

function randomBytes(random: Random): Buffer {
  return Buffer.from(
    Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)),
  );
}
