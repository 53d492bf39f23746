import { ask } from './graphql';
import { mine } from './live';

export type Status = 'BEKRAEFTET' | 'AFVIST' | 'FORESLAAET';

interface Answer {
  afgoerKoblinger: { revision: { nummer: number } | null; fejl: { besked: string }[] };
}

const mutation = `mutation Afgoer($input: AfgoerKoblingerInput!) {
  afgoerKoblinger(input: $input) { revision { nummer } fejl { besked } }
}`;

/** What is decided of couplings, in order, so that the last decision can be taken back. */
export class Decisions {
  readonly #seen = new Map<string, number>();
  readonly #made: { edge: string; before: Status }[] = [];

  /**
   * @param revision What the page was made of. An edge is decided on what was seen of it: the page's revision, or the one that our own
   * last decision of it made; what others did meanwhile is refused by the server.
   */
  constructor(
    readonly revision: number,
    readonly send: typeof ask = ask,
  ) {}

  async decide(edge: string, status: Status, before: Status): Promise<void> {
    await this.#put(edge, status);
    this.#made.push({ edge, before });
  }

  /** @returns The edge whose decision was taken back, and what it is again; undefined where none is left. */
  async undo(): Promise<{ edge: string; status: Status } | undefined> {
    const last = this.#made.at(-1);
    if (!last) return undefined;
    await this.#put(last.edge, last.before);
    this.#made.pop();
    return { edge: last.edge, status: last.before };
  }

  async #put(edge: string, status: Status): Promise<void> {
    const revision = this.#seen.get(edge) ?? this.revision;
    const { afgoerKoblinger } = await this.send<Answer>(mutation, { input: { afgoerelser: [{ kant: edge, status }], revision } });
    if (afgoerKoblinger.fejl.length > 0) throw new Error(afgoerKoblinger.fejl.map((f) => f.besked).join(' '));
    if (!afgoerKoblinger.revision) return;
    this.#seen.set(edge, afgoerKoblinger.revision.nummer);
    mine(afgoerKoblinger.revision.nummer);
  }
}
