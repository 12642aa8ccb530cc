import { expect, test } from '@playwright/test';
import { anEntry } from '#tests/support/builders';
import { callFrom, discard, launch, type RunningApp } from './launch';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launch({ args: ['--sample'] });
  await expect(running.page.getByRole('navigation')).toBeVisible();
});

test.afterAll(async () => {
  await running.app.close();
  discard(running.userData);
});

/** Runs code in the page as the page's own (not past the policy, as a debugger would) and gives back which directives it broke. */
const violations = (code: string): Promise<string[]> =>
  running.app.evaluate(
    async ({ BrowserWindow }, source) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`(async () => {
        const seen = [];
        const note = (event) => seen.push(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', note);
        ${source}
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.removeEventListener('securitypolicyviolation', note);
        return seen;
      })()`) as Promise<string[]>,
    code,
  );

test.describe('the window', () => {
  test('has a sandbox and no way into Node or the system', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined
      )?.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true });
    // Electron names a preference here only when it is on or was ever different from its default.
    const dangerous = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'navigateOnDragDrop',
      'spellcheck',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ];
    expect(dangerous.filter((name) => Boolean(preferences?.[name]))).toEqual([]);
    const spelling = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.session.isSpellCheckerEnabled(),
    );
    expect(spelling).toBe(false);
    const globals = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
    expect(await running.page.evaluate(() => Object.keys(window.ebb).sort())).toEqual(['call', 'on']);
  });

  test('keeps nothing on the disk: its session is in memory only', async () => {
    const facts = await running.app.evaluate(({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return { persistent: session?.isPersistent(), path: session?.storagePath ?? null };
    });
    expect(facts).toEqual({ persistent: false, path: null });
  });

  test('refuses every permission', async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ];
    const states = await running.page.evaluate(
      (asked) =>
        Promise.all(
          asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
        ),
      names,
    );
    expect(states).toEqual(names.map(() => 'denied'));
    const answers = await running.page.evaluate(async () => {
      const refusedWith = (work: Promise<unknown>) => work.then(String, (error: Error) => error.name);
      return {
        notification: await refusedWith(Notification.requestPermission()),
        clipboard: await refusedWith(navigator.clipboard.readText()),
      };
    });
    expect(answers).toEqual({ notification: 'denied', clipboard: 'NotAllowedError' });
  });

  for (const [what, code] of [
    ['another site', "window.location.href = 'https://example.com/'"],
    ['a file', "window.location.href = 'file:///etc/passwd'"],
    ['another page of its own', "window.location.href = 'app://ebb/other.html'"],
    ['a script address', "window.location.href = 'javascript:document.body.remove()'"],
    ['a new window', "window.open('https://example.com/')"],
    ['a window of its own', "window.open('app://ebb/')"],
    [
      'a link',
      "const a = document.createElement('a'); a.href = 'https://example.com/'; document.body.append(a); a.click(); a.remove()",
    ],
    [
      'a link to a new window',
      "const a = document.createElement('a'); a.href = 'https://example.com/'; a.target = '_blank'; document.body.append(a); a.click(); a.remove()",
    ],
    [
      'a form',
      "const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit(); f.remove()",
    ],
    [
      'a download',
      "const a = document.createElement('a'); a.href = 'data:text/plain,x'; a.download = 'x.txt'; document.body.append(a); a.click(); a.remove()",
    ],
  ] as const) {
    test(`stays where it is, whatever asks it to go: ${what}`, async () => {
      const seen = await running.app.evaluate(async ({ BrowserWindow }, source) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const before = contents?.getURL();
        await contents?.executeJavaScript(`{ ${source}; 0 }`, true);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return {
          moved: contents?.getURL() !== before,
          windows: BrowserWindow.getAllWindows().length,
          alive: await contents?.executeJavaScript("document.querySelector('nav') !== null"),
        };
      }, code);
      expect(seen).toEqual({ moved: false, windows: 1, alive: true });
    });
  }
});

test.describe('the Content-Security-Policy', () => {
  const provocations: readonly (readonly [what: string, directive: string, code: string])[] = [
    [
      'an inline script',
      'script-src-elem',
      "const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s); s.remove();",
    ],
    [
      'a script from elsewhere',
      'script-src-elem',
      "const s = document.createElement('script'); s.src = 'https://example.com/x.js'; document.body.append(s); s.remove();",
    ],
    [
      'an inline style element',
      'style-src-elem',
      "const s = document.createElement('style'); s.textContent = 'body { display: none }'; document.head.append(s); s.remove();",
    ],
    [
      'an inline style attribute',
      'style-src-attr',
      "const d = document.createElement('div'); d.innerHTML = '<p style=\"color: red\">x</p>';",
    ],
    [
      'an inline handler',
      'script-src-attr',
      "const d = document.createElement('div'); d.innerHTML = '<img src=x onerror=\"window.hacked = 1\">'; document.body.append(d); await new Promise((r) => setTimeout(r, 50)); d.remove();",
    ],
    ['a picture from elsewhere', 'img-src', "const i = new Image(); i.src = 'https://example.com/x.png';"],
    ['a request', 'connect-src', "await fetch('https://example.com/').catch(() => undefined);"],
    ['a request to our own files', 'connect-src', "await fetch('app://ebb/index.html').catch(() => undefined);"],
    ['a web socket', 'connect-src', "try { new WebSocket('wss://example.com/'); } catch { }"],
    [
      'a frame',
      'frame-src',
      "const f = document.createElement('iframe'); f.src = 'https://example.com/'; document.body.append(f); await new Promise((r) => setTimeout(r, 50)); f.remove();",
    ],
    [
      'a base address',
      'base-uri',
      "const b = document.createElement('base'); b.href = 'https://example.com/'; document.head.append(b); b.remove();",
    ],
    [
      'a form sent elsewhere',
      'form-action',
      "const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit(); f.remove();",
    ],
    ['a worker from a blob', 'worker-src', "try { new Worker(URL.createObjectURL(new Blob(['1']))); } catch { }"],
    [
      'an object',
      'object-src',
      "const o = document.createElement('object'); o.data = 'https://example.com/x.swf'; document.body.append(o); await new Promise((r) => setTimeout(r, 50)); o.remove();",
    ],
    [
      'a font from elsewhere',
      'font-src',
      "await new FontFace('x', 'url(https://example.com/x.woff2)').load().catch(() => undefined);",
    ],
  ];

  for (const [what, directive, code] of provocations) {
    test(`refuses ${what}`, async () => {
      const seen = await violations(code);
      expect(seen).toContain(directive);
      expect(await running.page.evaluate(() => 'hacked' in window)).toBe(false);
    });
  }

  test('knows no eval', async () => {
    const outcome = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "(() => { try { return String((0, eval)('1 + 1')); } catch (e) { return e.name; } })()",
      ),
    );
    expect(outcome).toBe('EvalError');
  });
});

test.describe('the app protocol', () => {
  for (const path of [
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain%2fmain.js',
    '/package.json',
    '/assets/',
    '/index.html%00.js',
    '//etc/passwd',
  ]) {
    test(`serves nothing but the app's own pages: not ${path}`, async () => {
      const status = await running.app.evaluate(
        async ({ session }, url) => (await session.fromPartition('ebb', { cache: false }).fetch(url)).status,
        `app://ebb${path}`,
      );
      expect(status).toBe(404);
    });
  }

  test('serves its page with the policy and refuses other hosts and methods', async () => {
    const answers = await running.app.evaluate(async ({ session }) => {
      const own = session.fromPartition('ebb', { cache: false });
      const page = await own.fetch('app://ebb/');
      return {
        policy: page.headers.get('content-security-policy'),
        type: page.headers.get('content-type'),
        host: (await own.fetch('app://other/')).status,
        post: (await own.fetch('app://ebb/', { method: 'POST', body: 'x' })).status,
      };
    });
    expect(answers.policy).toContain("default-src 'none'");
    expect(answers.policy).not.toContain('unsafe');
    expect(answers).toMatchObject({ type: 'text/html; charset=utf-8', host: 404, post: 404 });
  });

  test('lets no request out to anywhere else', async () => {
    const outcome = await running.app.evaluate(async ({ session }) =>
      session
        .fromPartition('ebb', { cache: false })
        .fetch('http://127.0.0.1:9/')
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    );
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  });
});

test.describe('the interface', () => {
  test('answers nobody but our own window', async () => {
    const answer = await running.app.evaluate(async ({ BrowserWindow, app }) => {
      const own = BrowserWindow.getAllWindows()[0];
      const preload = `${app.getAppPath()}/out/app/preload/preload.cjs`;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, session: own?.webContents.session },
      });
      await stranger.loadURL('app://ebb/');
      const result = await stranger.webContents.executeJavaScript("window.ebb.call('vault.status', {})");
      stranger.destroy();
      return result;
    });
    expect(answer).toEqual({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  test('refuses what is not in the contract', async () => {
    const { page } = running;
    const call = (method: string, input: unknown) =>
      page.evaluate(([name, value]) => window.ebb.call(name as string, value), [method, input] as const);
    expect(await call('vault.everything', {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await call('entries.list', { before: null, limit: 10, extra: 1 })).toMatchObject({ ok: false });
    expect(
      await callFrom(page, 'entries.save', {
        ...anEntry(),
        body: { type: 'doc', content: [{ type: 'script' }] } as never,
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
  });
});
