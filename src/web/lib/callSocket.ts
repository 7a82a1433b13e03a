import type { Socket } from 'socket.io-client';
import type { ClientToServerEvents } from '../../shared/chat';
import { noteRefusal } from './session';
import { dropConnection, socket } from './socket';

type Call = keyof ClientToServerEvents;
type Payload<Name extends Call> = Parameters<ClientToServerEvents[Name]>[0];
type Answer<Name extends Call> = Parameters<Parameters<ClientToServerEvents[Name]>[1]>[0];

/** A call that is not acknowledged within this time counts as not delivered; all calls may be repeated. */
const acknowledgeWithinMs = 10_000;

/** One acknowledged call over the socket. @returns undefined when it could not be delivered or was not answered. */
export async function callSocket<Name extends Call>(
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name> | undefined> {
  // Without its event map, which cannot follow a generic name; this function's own types take its place.
  const untyped = socket as Socket;
  const connection = socket.id;
  try {
    const answer = (await untyped.timeout(acknowledgeWithinMs).emitWithAck(name, payload)) as Answer<Name>;
    if (!answer.ok) noteRefusal(answer.error.code);
    return answer;
  } catch {
    if (connection && socket.id === connection) dropConnection();
    return undefined;
  }
}
