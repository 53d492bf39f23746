import { afterEach, describe, expect, it, vi } from 'vitest';
import { endsOf } from '../src/ribbons';
import { change } from '../src/scenarios';
import { shortAddress } from '../src/views';

afterEach(() => vi.unstubAllGlobals());

describe('a short address', () => {
  it('is the page’s own where that is short, and nothing is saved', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    expect(await shortAddress(new URL('http://x/koblinger?center=a'))).toBe('http://x/koblinger?center=a');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is one of a view that is saved where the page’s own is long', async () => {
    const fetched = vi.fn(async () => Response.json({ adresse: '/visning/1a2b' }));
    vi.stubGlobal('fetch', fetched);
    const long = `http://x/?${'aabnet=k%2Findsats%2Fa&'.repeat(200)}`;
    expect(await shortAddress(new URL(long))).toBe('http://x/visning/1a2b');
    const [[path, { body }]] = fetched.mock.calls as unknown as [[string, { body: URLSearchParams }]];
    expect(path).toBe('/visninger');
    expect(body.get('adresse')).toBe(long.slice('http://x'.length));
  });

  it('that cannot be saved says why in the server’s words', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ detail: 'Der er gemt 500 visninger' }, { status: 400 }));
    await expect(shortAddress(new URL(`http://x/?${'a'.repeat(2000)}`))).rejects.toThrow('500 visninger');
  });
});

describe('what addresses and lines name', () => {
  it('is a change of a node, whatever its key holds', () => {
    expect(change('k/bidrag/a=b=udskydes:P6M')).toEqual({ node: 'k/bidrag/a=b', art: 'UDSKYDES', varighed: 'P6M' });
    expect(change('k/bidrag/a=bortfalder')).toEqual({ node: 'k/bidrag/a', art: 'BORTFALDER' });
  });

  it('is a centre, at the end of a line of couplings', () => {
    expect(endsOf({ from: 'bånd k/organisation/a', to: 'bånd k/organisation/b' })).toEqual(['k/organisation/a', 'k/organisation/b']);
  });
});
