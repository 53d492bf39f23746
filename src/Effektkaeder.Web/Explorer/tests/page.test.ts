import { describe, expect, it } from 'vitest';
import { addressOf, toggle } from '../src/page';

describe('an address', () => {
  it('has a value added, and the same taken away again', () => {
    const parameters = new URLSearchParams('foldet=a&valgt=x');
    toggle(parameters, 'foldet', 'b');
    expect(parameters.getAll('foldet')).toEqual(['a', 'b']);
    toggle(parameters, 'foldet', 'a');
    expect(parameters.getAll('foldet')).toEqual(['b']);
    expect(parameters.get('valgt')).toBe('x');
  });

  it('is made of what a form has filled in, and of nothing that is empty', () => {
    document.body.innerHTML = `<form action="/koblinger"><input name="center" value="k/center/a"><input name="fra" value="">
      <input type="checkbox" name="kobling" value="lov" checked><input type="checkbox" name="kobling" value="emne"></form>`;
    const address = addressOf(document.querySelector('form')!);
    expect(address.pathname + address.search).toBe('/koblinger?center=k%2Fcenter%2Fa&kobling=lov');
  });
});
