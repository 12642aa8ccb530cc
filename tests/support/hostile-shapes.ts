import { AWAY, type HostilePaste, html, plain, RUN } from '#tests/support/hostile-paste';

const sizes = html('size', [
  `${'<blockquote>'.repeat(2000)}kept`,
  `${'<ul><li>'.repeat(1000)}kept`,
  `${'<b><i>'.repeat(5000)}kept`,
  `${'<div>'.repeat(10_000)}kept`,
  `${'<table><tr><td>'.repeat(500)}kept`,
  `<p>kept${'x'.repeat(300_000)}</p>`,
  '<p>kept</p>'.repeat(2000),
  `<p>kept${'<br>'.repeat(3000)}</p>`,
  `<p ${'x=1 '.repeat(20_000)}>kept</p>`,
  `<p title="${'x'.repeat(500_000)}">kept</p>`,
  `<p>${'<a href="https://example.com/">kept</a>'.repeat(2000)}</p>`,
  `<p>kept${'&#x1f4a7;'.repeat(10_000)}</p>`,
]);

const characters = html('character', [
  '<p>kept\u0000kept</p>',
  '<p>kept&#0;&#x1;&#x7f;&#x85;</p>',
  '<p>kept\ud800 \udc00kept</p>',
  '<p>\u202ekept\u202c \u2066kept\u2069</p>',
  `<p>\u202e${'\u202e'.repeat(500)}kept</p>`,
  `<p>kept${'\u0301'.repeat(5000)}</p>`,
  '<p>k\u200be\u200cp\u200dt\ufeff</p>',
  '<p>kept\u2028kept\u2029kept</p>',
  '<p>kept\ufffe\uffff</p>',
  '<p>\u{e0001}\u{e0041}kept</p>',
  '<p>kept\u000b\u000c\u001b[31m</p>',
  '<p dir="rtl" lang="x-\u202e">kept</p>',
]);

const texts = plain('text', [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `[kept](javascript:${RUN})`,
  `![kept](${AWAY}.png)`,
  `[kept](${AWAY} "onmouseover=${RUN}")`,
  `<javascript:${RUN}>`,
  `[x]: javascript:${RUN}\n[kept][x]`,
  `<${AWAY}>`,
  `javascript:${RUN}`,
  `https://outside.example/\njavascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  '```html\n<script>window.hacked=1</script>\n```',
  `# <img src=x onerror=${RUN}>`,
  `- [x] <svg onload=${RUN}>`,
  `> `.repeat(5000),
  `${'#'.repeat(10_000)} kept`,
  `${'*'.repeat(20_000)}`,
  `${'['.repeat(20_000)}`,
  `| a | b |\n|---|---|\n| <script>${RUN}</script> | kept |`,
  '---\ntitle: !!js/function "kept"\n---',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would run.
  '${window.hacked=1} {{constructor.constructor("window.hacked=1")()}} <%= 1 %>',
  '\u0000\u0001\u001b]0;kept\u0007',
  '../../../../etc/passwd\nC:\\Windows\\System32\\cmd.exe',
  `${'line\n'.repeat(5000)}`,
  `=cmd|' /C calc'!A0`,
  '\u202etpek\u202c \ud83d',
]);

/** Pastes that are too deep, too long, written in odd characters, or plain text that looks like markup. */
export const hostileShapes: readonly HostilePaste[] = [...sizes, ...characters, ...texts];
