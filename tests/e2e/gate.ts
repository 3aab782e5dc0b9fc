/** Lets one in at a time, in the order they came; whoever leaves, even by dying, makes room for the next. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const HERE = '127.0.0.1';

export type Gate = { readonly port: number; close(): void };

export const openGate = (): Promise<Gate> => {
  /** The first of the line is inside. */
  const line: Socket[] = [];
  const leave = (socket: Socket): void => {
    const wasInside = line[0] === socket;
    line.splice(line.indexOf(socket), 1);
    if (wasInside) line[0]?.write('in');
  };
  const server = createServer((socket) => {
    socket.once('close', () => leave(socket)).on('error', () => undefined);
    if (line.push(socket) === 1) socket.write('in');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, HERE, () => resolve({ port: (server.address() as AddressInfo).port, close: () => void server.close() }));
  });
};

/** Resolves inside, with the way out. */
export const enter = (port: number): Promise<() => void> => new Promise((resolve, reject) => {
  const socket = connect(port, HERE).once('error', reject).once('data', () => resolve(() => void socket.destroy()));
});
