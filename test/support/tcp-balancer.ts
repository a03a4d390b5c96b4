import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/**
 * Passes each connection on to the next of several ports in turn, byte for byte; where one does not answer, to the one
 * after it. It knows nothing of HTTP, as a balancer before replicas need not.
 */
export class TcpBalancer {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #ports: readonly number[] = [];
  #turn = 0;
  /** How many connections each port has taken. */
  readonly taken = new Map<number, number>();

  private constructor() {
    this.#server = createServer((client) => void this.#pass(client));
  }

  static async start(ports: readonly number[]): Promise<TcpBalancer> {
    const balancer = new TcpBalancer();
    balancer.#ports = ports;
    balancer.#server.listen(0, '127.0.0.1');
    await once(balancer.#server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #pass(client: Socket): Promise<void> {
    this.#keep(client);
    for (let tries = 0; tries < this.#ports.length; tries += 1) {
      const port = this.#ports[this.#turn++ % this.#ports.length] ?? 0;
      const replica = connect(port, '127.0.0.1');
      this.#keep(replica);
      const isUp = await new Promise<boolean>((resolve) => {
        replica.once('connect', () => resolve(true));
        replica.once('close', () => resolve(false));
      });
      if (!isUp) continue;
      this.taken.set(port, (this.taken.get(port) ?? 0) + 1);
      replica.on('close', () => client.destroy());
      client.on('close', () => replica.destroy());
      client.pipe(replica).pipe(client);
      return;
    }
    client.destroy();
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    // What breaks is told by its end.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#open.delete(socket));
  }
}
