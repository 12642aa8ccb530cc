const MANY = 100_000;

/** Markdown that would be slow, deep, run, or leave its folder. */
export const hostileMarkdown: readonly (readonly [string, string])[] = [
  ['quotations', `${'>'.repeat(MANY)}a`],
  ['quotations with spaces', `${'> '.repeat(MANY)}a`],
  ['brackets', '['.repeat(MANY)],
  ['pairs of brackets', `${'['.repeat(MANY)}${']'.repeat(MANY)}`],
  ['pictures begun', '!['.repeat(MANY)],
  ['embeds begun', '![['.repeat(MANY)],
  ['links begun', '[a]('.repeat(MANY)],
  ['links in angles begun', '[a](<b'.repeat(MANY)],
  ['titles begun', '[a](b "'.repeat(20_000)],
  ['stars', '*'.repeat(MANY)],
  ['stars and words', '*a '.repeat(MANY)],
  ['stars both ways', 'a**b'.repeat(MANY)],
  ['stars and lines', '*_a'.repeat(MANY)],
  ['backticks', Array.from({ length: 1000 }, (_, index) => `${'`'.repeat(index)}a`).join('')],
  ['angles', '<'.repeat(MANY)],
  ['tags begun', '<a href="'.repeat(MANY)],
  ['comments begun', '<!--'.repeat(MANY)],
  ['data begun', '<![CDATA['.repeat(MANY)],
  ['items in items', Array.from({ length: 1500 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
  ['items in a line', `${'- '.repeat(MANY)}a`],
  ['numbers in a line', `${'1. '.repeat(MANY)}a`],
  ['items and quotations in a line', `${'> - '.repeat(MANY)}a`],
  ['definitions', '[x]: y\n'.repeat(25_000)],
  [
    'definitions and uses',
    `${Array.from({ length: 5000 }, (_, index) => `[${index}]: u`).join('\n')}\n\n${'[1] '.repeat(5000)}`,
  ],
  [
    'definitions of prototypes',
    '[__proto__]: https://example.org\n[constructor]: https://example.org\n\n[__proto__] [constructor]',
  ],
  ['a table of many rows', `|a|b|\n|-|-|\n${'|x|\n'.repeat(50_000)}`],
  ['a table of many columns', `${'|'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|x\n'.repeat(5000)}`],
  ['many lines', 'a\n'.repeat(MANY)],
  ['many paragraphs', 'a\n\n'.repeat(MANY)],
  ['many headings', '#\n'.repeat(MANY)],
  ['many rules', '---\n'.repeat(MANY)],
  ['spaces', `a${' '.repeat(MANY)}b`],
  ['spaces on many lines', `a${' '.repeat(50_000)}\n${' '.repeat(50_000)}b`],
  ['empty lines in code', `~~~\na${'\n'.repeat(MANY)}b\n~~~`],
  ['empty lines', `a${'\n'.repeat(MANY)}b`],
  ['other spaces', `a${'\u00a0'.repeat(MANY)}b`],
  ['backslashes', '\\'.repeat(MANY)],
  ['references', '&#x'.repeat(MANY)],
  ['references to nothing', '&#0;&#xD800;&#x110000;&bogus;'],
  ['scripts', '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<svg/onload=alert(1)>'],
  [
    'scripts for links',
    '[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) [d](vbscript:x) <javascript:x> [e](file:///etc/passwd)',
  ],
  ['scripts with references', '[a](javascript&colon;alert(1)) [b](&#106;avascript:x) [c](java&#10;script:x)'],
  ['links with controls', '[a](https://a\u0000b) [b](<https://a b>) [c](https://a\u202eb)'],
  [
    'pictures from elsewhere',
    '![a](file:///etc/passwd) ![b](//host/x.png) ![c](\\\\host\\x.png) ![d](data:image/png;base64,AAAA)',
  ],
  [
    'pictures outside',
    '![](../x.png) ![](../../../../etc/passwd) ![](/etc/passwd) ![](..%2f..%2fetc/passwd) ![](%2e%2e/x.png) ![[../x.png]]',
  ],
  ['pictures of broken names', '![](%) ![](%ff.png) ![](\u0000.png) ![[]] ![](<>)'],
  ['NUL and controls', '\u0000\u0001\u001b[31m\u0085\ufffe'],
  ['only half pairs', '\\ud800 \ud800'],
];

/** Front matter of the same kinds. */
export const hostileFronts: readonly (readonly [string, string])[] = [
  ['front matter of brackets', `---\na: ${'['.repeat(20_000)}\n---\nb`],
  ['front matter of lists in lists', `---\n${'- '.repeat(20_000)}a\n---\nb`],
  ['front matter of braces', `---\n${'{a: '.repeat(10_000)}\n---\nb`],
  [
    'front matter that laughs',
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join()}]`)
      .join('\n')}\n---\nb`,
  ],
  ['front matter with a prototype', '---\n__proto__:\n  polluted: true\nconstructor: x\ndate: 2024-01-15\n---\nb'],
  ['front matter with tags of types', '---\ndate: !!js/function "x"\ntitle: !!binary aGk=\n---\nb'],
  ['front matter that never ends', `---\n${'a: b\n'.repeat(30_000)}`],
  ['front matter of other things', '---\n- a\n- b\n---\nc'],
  ['front matter with numbers', '---\ndate: 1e999\ntitle: 7\ntags: {a: b}\npinned: [true]\n---\nb'],
];
