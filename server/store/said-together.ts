/** Statements said in one turn go to PostgreSQL behind each other and are answered together: each answer by itself would wake both sides once more. */
import { Query } from 'pg';
import type { Connection, PoolClient, QueryResult, QueryResultRow } from 'pg';

type Named = { readonly name: string; readonly text: string; readonly values: unknown[] };

/** What pg's client calls on the query whose answers it reads, which its types leave out. */
interface Heard extends Query {
  text: string;
  name: string;
  callback: (error: Error | null, result?: QueryResult) => void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}
interface Wire extends Connection { readonly parsedStatements: Record<string, string>; readonly submittedNamedStatements: Record<string, string> }
const HeardQuery = Query as unknown as new (config: Named | string) => Heard;

/** What PostgreSQL says of all that follows a failure in its transaction. */
const aborted = (): Error => Object.assign(new Error('A statement said before this one failed.'), { code: '25P02' });

/** How the rows of prepared statements look, by connection and name; null where there are none. PostgreSQL refuses a statement whose rows came to look otherwise. */
const looks = new WeakMap<Connection['stream'], Map<string, unknown>>();
const looksOn = ({ stream }: Connection): Map<string, unknown> => {
  const known = looks.get(stream) ?? new Map<string, unknown>();
  looks.set(stream, known);
  return known;
};

/** The same connections, on which a query says no Sync by itself, or does not ask how its rows look either. */
const quiet = new WeakMap<Connection, { readonly asking: Wire; readonly knowing: Wire }>();
const quietOn = (wire: Wire): { readonly asking: Wire; readonly knowing: Wire } => {
  const known = quiet.get(wire);
  if (known) return known;
  const asking = Object.assign(Object.create(wire) as Wire, { sync: () => undefined });
  const made = { asking, knowing: Object.assign(Object.create(asking) as Wire, { describe: () => undefined }) };
  quiet.set(wire, made);
  return made;
};

class One extends HeardQuery {
  #failed = false;
  #look: unknown = null;

  override handleRowDescription(message: unknown): void {
    this.#look = message;
    super.handleRowDescription(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    looksOn(wire).set(this.name, this.#look);
    super.handleCommandComplete(message, wire);
  }

  override handleError(error: Error, wire: Wire): void {
    this.#failed = true;
    super.handleError(error, wire);
  }

  /** False where it could not be sent, and was answered so. */
  saidTo(wire: Wire): boolean {
    const look = looksOn(wire).get(this.name);
    const { asking, knowing } = quietOn(wire);
    const refused = this.submit(look === undefined ? asking : knowing) as unknown as Error | null;
    if (refused) this.handleError(refused, asking);
    else if (look) this.handleRowDescription(look);
    return !this.#failed;
  }
}

/** To pg's client one query; to PostgreSQL many, under one Sync, after which it answers them all. It works on what was sent before the Sync is. */
class Together extends HeardQuery {
  #waiting: One[] = [];
  readonly #done: One[] = [];
  #wire: Wire | undefined;
  #failed = false;

  constructor() {
    super('');
  }

  /** The client notes by its name and text which statement was prepared. */
  #show(): void {
    this.name = this.#waiting[0]?.name ?? '';
    this.text = this.#waiting[0]?.text ?? '';
  }

  override submit = (wire: Connection): void => void (this.#wire = wire as Wire);

  /** What cannot be put into words, its value being of no kind that PostgreSQL knows, fails here, and what follows it is not said. */
  #tell(all: readonly One[], wire: Wire): void {
    for (const one of all) {
      if (this.#failed) one.handleError(aborted(), quietOn(wire).asking);
      else if (one.saidTo(wire)) this.#waiting.push(one);
      else this.#failed = true;
    }
    this.#show();
  }

  /** In one write: each costs a change of process. `last` ends the turn. */
  tell(all: readonly One[], last: boolean): void {
    const wire = this.#wire;
    // A client whose connection is gone takes no query, and soon says so.
    if (!wire) return void this.#waiting.push(...all);
    wire.stream.cork();
    this.#tell(all, wire);
    if (last && wire.stream.writable) wire.sync();
    wire.stream.uncork();
  }

  override handleRowDescription(message: unknown): void { this.#waiting[0]?.handleRowDescription(message); }
  override handleDataRow(message: unknown): void { this.#waiting[0]?.handleDataRow(message); }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    const one = this.#waiting.shift();
    one?.handleCommandComplete(message, wire);
    if (one) this.#done.push(one);
    this.#show();
  }

  override handleReadyForQuery(wire: Wire): void { for (const one of this.#done) one.handleReadyForQuery(wire); }

  /** PostgreSQL passes over what follows a failure: none of it is done, nor prepared. */
  override handleError(error: Error, wire: Wire): void {
    for (const one of this.#done) one.handleReadyForQuery(wire);
    for (const [i, one] of this.#waiting.entries()) {
      delete wire.submittedNamedStatements[one.name];
      one.handleError(i === 0 ? error : aborted(), wire);
    }
    this.#waiting = [];
    this.#failed = true;
  }
}

export type Saying = {
  say<Row extends QueryResultRow>(statement: Named): Promise<QueryResult<Row>>;
  /** Sends what is gathered, and lets more follow in the same turn: PostgreSQL works on it meanwhile. */
  push(): void;
  /** Sends what is gathered and ends the turn, before something else is sent on the connection. */
  flush(): void;
};

export const sayTogether = (client: PoolClient): Saying => {
  let gathered: One[] = [];
  let turn: Together | null = null;
  const send = (last: boolean): void => {
    if (gathered.length === 0 && !turn) return;
    if (!turn) {
      turn = new Together();
      client.query(turn);
    }
    const [all, to] = [gathered, turn];
    gathered = [];
    if (last) turn = null;
    to.tell(all, last);
  };
  const flush = (): void => send(true);
  return {
    flush,
    push: () => send(false),
    say: <Row extends QueryResultRow>(statement: Named) => new Promise<QueryResult<Row>>((resolve, reject) => {
      const query = new One(statement);
      query.callback = (error, result) => (error ? reject(error) : resolve(result as QueryResult<Row>));
      if (gathered.length === 0 && !turn) process.nextTick(flush);
      gathered.push(query);
    }),
  };
};
