import { describe, expect, it } from 'vitest';
import { Decisions } from '../src/decisions';

interface Sent {
  afgoerelser: { kant: string; status: string }[];
  revision: number;
}

/** A server that takes what is sent, one revision each, or refuses it in these words. */
function server(refusal?: string) {
  const sent: Sent[] = [];
  const send = async (_: string, { input }: Record<string, unknown>) => {
    sent.push(input as Sent);
    return { afgoerKoblinger: { revision: refusal ? null : { nummer: 10 + sent.length }, fejl: refusal ? [{ besked: refusal }] : [] } };
  };
  return { sent, send: send as never };
}

describe('decisions', () => {
  it('are taken back in the order that they were made, each to what it was', async () => {
    const { sent, send } = server();
    const decisions = new Decisions(5, send);
    await decisions.decide('a', 'BEKRAEFTET', 'FORESLAAET');
    await decisions.decide('b', 'AFVIST', 'BEKRAEFTET');
    expect(await decisions.undo()).toEqual({ edge: 'b', status: 'BEKRAEFTET' });
    expect(await decisions.undo()).toEqual({ edge: 'a', status: 'FORESLAAET' });
    expect(await decisions.undo()).toBeUndefined();
    expect(sent.at(-1)!.afgoerelser).toEqual([{ kant: 'a', status: 'FORESLAAET' }]);
  });

  it('stand on what was seen of their own edge, so that what others did meanwhile is refused', async () => {
    const { sent, send } = server();
    const decisions = new Decisions(5, send);
    await decisions.decide('a', 'BEKRAEFTET', 'FORESLAAET');
    await decisions.decide('b', 'AFVIST', 'FORESLAAET');
    await decisions.decide('a', 'AFVIST', 'BEKRAEFTET');
    expect(sent.map((s) => s.revision)).toEqual([5, 5, 11]);
  });

  it('that are refused say why and leave nothing to take back', async () => {
    const decisions = new Decisions(5, server('Ændret af en anden').send);
    await expect(decisions.decide('a', 'AFVIST', 'FORESLAAET')).rejects.toThrow('Ændret af en anden');
    expect(await decisions.undo()).toBeUndefined();
  });
});
