import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, BOT_USER, CHANNEL, GUILD, OTHER_CHANNEL, TOKEN } from './ids.js';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;

/** GUILD_PRESENCES, GUILD_MEMBERS, MESSAGE_CONTENT: they need Discord's leave. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  id: string;
  sequence: number;
  /** Everything dispatched, for replay. */
  sent: { sequence: number; event: string; data: unknown }[];
  socket: WebSocket | null;
}

/** What the gateway has seen of its client. */
export interface GatewayLog {
  identifies: number;
  resumes: number;
  heartbeats: number;
  shards: unknown[];
  intents: number[];
}

/** A gateway in the protocol's words: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, RECONNECT, INVALID_SESSION, dropped sockets. */
export function createGateway(server: Server, heartbeatInterval: number) {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const log: GatewayLog = { identifies: 0, resumes: 0, heartbeats: 0, shards: [], intents: [] };
  let current: Session | null = null;
  let refuseResume = false;

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.handleUpgrade(request, socket, head, (connection) => greet(connection));
  });

  function greet(socket: WebSocket): void {
    transmit(socket, { op: OP.hello, d: { heartbeat_interval: heartbeatInterval } });
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: never };
      if (op === OP.heartbeat) {
        log.heartbeats += 1;
        transmit(socket, { op: OP.ack });
      } else if (op === OP.identify) identify(socket, d);
      else if (op === OP.resume) resume(socket, d);
    });
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null;
    });
  }

  function identify(
    socket: WebSocket,
    { token, intents, shard }: { token: string; intents: number; shard?: unknown },
  ): void {
    log.identifies += 1;
    log.intents.push(intents);
    log.shards.push(shard);
    if (token !== TOKEN) return void socket.close(4004, 'Authentication failed.');
    if ((intents & PRIVILEGED) !== 0) return void socket.close(4014, 'Disallowed intent(s).');
    const session: Session = { id: `session-${log.identifies}`, sequence: 0, sent: [], socket };
    sessions.set(session.id, session);
    current = session;
    dispatch('READY', {
      v: 10,
      user: {
        id: BOT_USER,
        username: 'reports',
        discriminator: '0',
        global_name: null,
        avatar: null,
        bot: true,
        flags: 0,
      },
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `ws://127.0.0.1:${(server.address() as { port: number }).port}`,
      shard: shard ?? [0, 1],
      application: { id: APPLICATION, flags: 0 },
    });
    dispatch('GUILD_CREATE', guild());
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    log.resumes += 1;
    const session = sessions.get(session_id);
    if (session === undefined || refuseResume) {
      refuseResume = false;
      return void transmit(socket, { op: OP.invalid, d: false });
    }
    session.socket = socket;
    current = session;
    for (const { sequence, event, data } of session.sent.filter((sent) => sent.sequence > seq)) {
      transmit(socket, { op: OP.dispatch, t: event, s: sequence, d: data });
    }
    dispatch('RESUMED', {});
  }

  /** Sends an event, or keeps it for the replay where the client is away. */
  function dispatch(event: string, data: unknown): void {
    if (current === null) throw new Error('nobody has identified');
    current.sequence += 1;
    current.sent.push({ sequence: current.sequence, event, data });
    if (current.socket) transmit(current.socket, { op: OP.dispatch, t: event, s: current.sequence, d: data });
  }

  return {
    log,
    dispatch,
    /** Sends the last event of this kind again under a new number, as a faulty gateway might. */
    again(event: string): void {
      const last = current?.sent.filter((sent) => sent.event === event).at(-1);
      if (last) dispatch(event, last.data);
    },
    /** Cuts the connection without a close frame. */
    drop(): void {
      current?.socket?.terminate();
    },
    reconnect(): void {
      if (current?.socket) transmit(current.socket, { op: OP.reconnect, d: null });
    },
    /** The session is over: the client has to identify anew. */
    invalidate(): void {
      if (current?.socket) transmit(current.socket, { op: OP.invalid, d: false });
    },
    refuseNextResume(): void {
      refuseResume = true;
    },
    sendGarbage(): void {
      current?.socket?.send(
        JSON.stringify({ op: OP.dispatch, t: 'NOT_AN_EVENT', s: ++current.sequence, d: { a: [] } }),
      );
    },
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

export type Gateway = ReturnType<typeof createGateway>;

function transmit(socket: WebSocket, payload: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

function guild(): object {
  const channel = (id: string, name: string) => ({
    id,
    type: 0,
    guild_id: GUILD,
    name,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
  });
  return {
    id: GUILD,
    name: '研究组',
    icon: null,
    splash: null,
    owner_id: BOT_USER,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [
      {
        id: GUILD,
        name: '@everyone',
        color: 0,
        hoist: false,
        position: 0,
        permissions: '274877975552',
        managed: false,
        mentionable: false,
      },
    ],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_flags: 0,
    premium_tier: 0,
    preferred_locale: 'zh-CN',
    nsfw_level: 0,
    joined_at: new Date(0).toISOString(),
    large: false,
    member_count: 3,
    members: [],
    channels: [channel(CHANNEL, '提问'), channel(OTHER_CHANNEL, '闲聊')],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
