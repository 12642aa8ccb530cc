/**
 * The flags and environment root needs: Chromium refuses it its sandbox, and Ebb refuses to run without one unless
 * that is allowed by name. Nothing for anybody else.
 */
export function sandboxOptions() {
  if (process.getuid?.() !== 0) return { flags: [], env: process.env };
  return { flags: ['--no-sandbox'], env: { ...process.env, EBB_ALLOW_NO_SANDBOX: '1' } };
}
