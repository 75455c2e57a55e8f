import { afterEach, describe, expect, test, vi } from 'vitest';
import { isWriting, onceHandsRest, watchTyping } from './writing.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const line = (value: string) => ({ tagName: 'INPUT', value });
/** A page with these fields; answers how somebody types into one of them. */
const page = (fields: object[], more: object = {}) => {
  let hear: (event: { target: object }) => void = () => {};
  vi.stubGlobal('document', { querySelector: () => null, querySelectorAll: () => fields, activeElement: null, addEventListener: (_: string, heard: typeof hear) => (hear = heard), ...more });
  watchTyping();
  return (field: { value: string }, value: string) => {
    field.value = value;
    hear({ target: field });
  };
};

test('R-329 A newer desk never loads itself over what somebody typed, also into a line that they have left', () => {
  const remark = line('');
  const type = page([line('dana@customer.example'), remark]);
  expect(isWriting(), 'nobody typed what stood there').toBe(false);
  type(remark, 'Rang twice');
  expect(isWriting()).toBe(true);
  type(remark, ' ');
  expect(isWriting(), 'it was saved, or taken back').toBe(false);
});

test.each([
  ['a field has the hand', [line('')], (fields: object[]) => ({ activeElement: fields[0] })],
  ['a longer text stands there', [{ tagName: 'TEXTAREA', value: 'Dear Dana' }], () => ({})],
  ['a dialog is open', [], () => ({ querySelector: () => ({}) })],
])('Nor while %s', (_, fields, more) => {
  page(fields, more(fields));
  expect(isWriting()).toBe(true);
});

describe('What takes the field away', () => {
  const types = () => {
    vi.useFakeTimers();
    const type = page([]);
    const came = vi.fn<() => void>();
    return { came, letter: () => type(line(''), 'a') };
  };

  test('comes at once where nobody types', () => {
    const { came } = types();
    vi.advanceTimersByTime(1000);
    onceHandsRest(came);
    expect(came).toHaveBeenCalledOnce();
  });

  test('waits for the end of a word', () => {
    const { came, letter } = types();
    letter();
    onceHandsRest(came);
    vi.advanceTimersByTime(900);
    letter();
    vi.advanceTimersByTime(900);
    expect(came).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(came).toHaveBeenCalledOnce();
  });

  test('waits for nobody longer than a minute', () => {
    const { came, letter } = types();
    letter();
    onceHandsRest(came);
    for (let typed = 0; typed < 120; typed += 1) {
      vi.advanceTimersByTime(500);
      letter();
    }
    expect(came).toHaveBeenCalledOnce();
  });

  test('does not come once it was called off', () => {
    const { came, letter } = types();
    letter();
    onceHandsRest(came)();
    vi.advanceTimersByTime(60_000);
    expect(came).not.toHaveBeenCalled();
  });
});
