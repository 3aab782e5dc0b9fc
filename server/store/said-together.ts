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

const without = (part: 'sync' | 'describe', wire: Wire): Wire => Object.create(wire, { [part]: { value: () => undefined } }) as Wire;

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
    const refused = this.submit(look === undefined ? wire : without('describe', wire)) as unknown as Error | null;
    if (refused) this.handleError(refused, wire);
    else if (look) this.handleRowDescription(look);
    return !this.#failed;
  }
}

/** To pg's client one query; to PostgreSQL many, under one Sync, after which it answers them all. */
class Together extends HeardQuery {
  #waiting: One[];
  readonly #done: One[] = [];

  constructor(all: readonly One[]) {
    super('');
    this.#waiting = [...all];
    this.#show();
  }

  /** The client notes by its name and text which statement was prepared. */
  #show(): void {
    this.name = this.#waiting[0]?.name ?? '';
    this.text = this.#waiting[0]?.text ?? '';
  }

  /** What cannot be put into words, its value being of no kind that PostgreSQL knows, fails here, and what follows it is not said. */
  override submit = (wire: Connection): void => {
    const quiet = without('sync', wire as Wire);
    const all = this.#waiting;
    // One write: each costs a change of process.
    wire.stream.cork();
    const sent = all.findIndex((one) => !one.saidTo(quiet));
    if (sent >= 0) {
      this.#waiting = all.slice(0, sent);
      for (const one of all.slice(sent + 1)) one.handleError(aborted(), quiet);
    }
    this.#show();
    wire.sync();
    wire.stream.uncork();
  };

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
  }
}

export type Saying = {
  say<Row extends QueryResultRow>(statement: Named): Promise<QueryResult<Row>>;
  /** Sends what is gathered, before something else is sent on the connection. */
  flush(): void;
};

export const sayTogether = (client: PoolClient): Saying => {
  let gathered: One[] = [];
  const flush = (): void => {
    if (gathered.length === 0) return;
    const all = gathered;
    gathered = [];
    client.query(new Together(all));
  };
  return {
    flush,
    say: <Row extends QueryResultRow>(statement: Named) => new Promise<QueryResult<Row>>((resolve, reject) => {
      const query = new One(statement);
      query.callback = (error, result) => (error ? reject(error) : resolve(result as QueryResult<Row>));
      if (gathered.length === 0) process.nextTick(flush);
      gathered.push(query);
    }),
  };
};
