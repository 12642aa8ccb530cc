import sodium from 'libsodium-wrappers-sumo';

/** libsodium, once its WebAssembly is ready. */
export const loadSodium = async (): Promise<typeof sodium> => {
  await sodium.ready;
  return sodium;
};

export type Sodium = typeof sodium;
