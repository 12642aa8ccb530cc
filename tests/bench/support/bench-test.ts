import { test as base } from '@playwright/test';
import { type Size, type Vault, type Vaults, vaultsOfRun } from './vaults';

type PerTest = {
  /** A copy of a vault for this measurement alone. */
  readonly vaultOf: (size: Size) => Promise<Vault>;
  /** An empty folder for this measurement alone. */
  readonly freshFolder: () => string;
};

/** A measurement, with the vaults of the run. */
export const test = base.extend<PerTest, { readonly vaults: Vaults }>({
  vaults: [
    // Playwright wants to see what a fixture needs; this one needs nothing.
    async ({ browserName: _ }, use) => {
      const vaults = vaultsOfRun();
      await use(vaults);
      vaults.close();
    },
    { scope: 'worker' },
  ],
  vaultOf: async ({ vaults }, use) => {
    const copies: Vault[] = [];
    await use(async (size) => {
      const vault = await vaults.copyOf(size);
      copies.push(vault);
      return vault;
    });
    for (const vault of copies) vaults.discard(vault);
  },
  freshFolder: async ({ vaults }, use) => {
    const folders: string[] = [];
    await use(() => {
      const folder = vaults.fresh();
      folders.push(folder);
      return folder;
    });
    for (const userData of folders) vaults.discard({ userData });
  },
});
