import { afterAll, describe, expect, it } from 'vitest';
import { contract, type Method } from '#core/contract';
import { ok, type Result } from '#core/result';
import { ipcRouter } from '#main/ipc-router';
import { anything, seededRandom, spoiled } from '#tests/support/hostile-input';
import { howOften, noteFault } from '#tests/support/how-often';
import { validInputs } from '#tests/support/valid-inputs';

/** How many hostile inputs each call is sent. */
const PAYLOADS = howOften({ short: 4_000, full: 100_000 });

const methods = Object.keys(contract) as Method[];

/** A router whose far side only notes what got through. */
const notingRouter = () => {
  const reached: { method: Method; input: unknown }[] = [];
  const note = async (method: Method, input: unknown): Promise<Result<unknown>> => {
    reached.push({ method, input });
    return ok(null);
  };
  return { reached, route: ipcRouter({ shell: note, worker: note }) };
};

describe('the gate between the window and the rest', () => {
  let sent = 0;
  afterAll(() =>
    noteFault(`hostile inputs through the gate (${methods.length} calls)`, sent, '0 let through, 0 crashes'),
  );

  it.each(methods)('lets a proper input of %s through as it is', async (method) => {
    const { reached, route } = notingRouter();
    expect(await route(method, validInputs[method])).toEqual(ok(null));
    expect(reached).toEqual([{ method, input: validInputs[method] }]);
  });

  it.each(['', 'toString', 'constructor', '__proto__', 'vault.Status', 42, null, {}, ['vault.status']])(
    'knows no call named %s',
    async (name) => {
      const { reached, route } = notingRouter();
      expect(await route(name, {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
      expect(reached).toEqual([]);
    },
  );

  it('refuses an input beyond the size of its call without reading it to the end', async () => {
    const { reached, route } = notingRouter();
    const huge = { ...validInputs['entries.search'], text: 'x'.repeat(300 * 1024) };
    expect(await route('entries.search', huge)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    const wide = { ...validInputs['checkIns.save'], feelings: new Array(5_000_000).fill('a') };
    const began = performance.now();
    expect(await route('checkIns.save', wide)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(reached).toEqual([]);
  });

  it.each(methods)(
    `answers ${PAYLOADS} hostile inputs of %s and lets none through that breaks the contract`,
    async (method) => {
      const { reached, route } = notingRouter();
      const random = seededRandom(methods.indexOf(method) + 1);
      for (let count = 0; count < PAYLOADS; count += 1) {
        const hostile = random.next() < 0.8 ? spoiled(random, validInputs[method]) : anything(random);
        const result = await route(method, hostile);
        if (!result.ok && !['INVALID_INPUT', 'TOO_LARGE'].includes(result.error.code))
          throw new Error(result.error.code);
      }
      const schema = contract[method].input;
      sent += PAYLOADS;
      for (const { input } of reached) expect(schema.safeParse(input).success).toBe(true);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
    600_000,
  );
});
