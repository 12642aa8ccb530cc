/** What other programs put on the clipboard, in their ways (own words in their form), and what the page then is. */
export type RealPaste = { readonly from: string; readonly html: string; readonly page: readonly string[] };

export const realPastes: readonly RealPaste[] = [
  {
    from: 'Word',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head><body lang=EN-GB><!--StartFragment-->
<h1 style='margin-top:12.0pt'><span style='font-family:"Calibri Light"'>Monday<o:p></o:p></span></h1>
<p class=MsoNormal><span style='font-size:12.0pt;color:#2F5496'>It was <b>hard</b> and
then <i>easier</i>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Tea<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>A walk<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Call Dana</p>
<!--EndFragment--></body></html>`,
    page: ['heading1 Monday', 'p It was **hard** and then *easier*.', '- Tea', '- A walk', '1. Call Dana'],
  },
  {
    from: 'Google Docs',
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><p dir="ltr" style="line-height:1.38;"><span
style="font-size:11pt;font-family:Arial;font-weight:400;font-style:normal;">Plain, then </span><span
style="font-size:11pt;font-weight:700;font-style:normal;">bold</span><span style="font-weight:400;"> and </span><span
style="font-weight:400;font-style:italic;">slanted</span></p><br /><ul style="margin-top:0;"><li dir="ltr"
style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">one</span></p></li></ul></b>`,
    page: ['p Plain, then **bold** and *slanted*', 'p ', '- one'],
  },
  {
    from: 'LibreOffice',
    html: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2"/><style type="text/css">p { color: #000 }</style></head>
<body lang="en-GB" text="#000000"><p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif"><font
size="3" style="font-size: 12pt"><span style="font-weight: bold">Rain</span> all day.</font></font></p><p align="center">Late.</p></body></html>`,
    page: ['p **Rain** all day.', 'p Late.'],
  },
  {
    from: 'a web page',
    html: `<html><head><title>T</title><style>body{display:none}</style><script>window.hacked=1</script></head><body>
<nav class="top"><ul><li><a href="https://site.example/home">Home</a></li></ul></nav><article><h2>Sleep</h2>
<p style="color:red">Go to bed <a href="https://site.example/why" target="_blank" onclick="x()">early</a>.</p>
<img src="https://site.example/a.png" width="600"><iframe src="https://site.example/ad"></iframe>
<img src="https://track.example/p.gif?id=1" width="1" height="1"><noscript><img src="https://track.example/n"></noscript>
</article><link rel="stylesheet" href="https://site.example/s.css"></body></html>`,
    page: ['- [Home](https://site.example/home)', 'heading2 Sleep', 'p Go to bed [early](https://site.example/why).'],
  },
  {
    from: 'Apple Notes',
    html: `<meta charset="utf-8"><div class="p1" style="margin: 0px; font: 17px 'SF UI'"><b>Groceries</b></div>
<div style="min-height: 20px"><br></div><ul class="Apple-dash-list"><li>milk</li><li>bread</li></ul><div>Ring <i>Ana</i></div>`,
    page: ['p **Groceries**', '- milk', '- bread', 'p Ring *Ana*'],
  },
  {
    from: 'a checklist of Notion',
    html: `<!-- notionvc: 0c1d --><ul><li>[ ]  Wash up</li><li>[x]  Write to <strong>Sam</strong></li></ul><p>After that, rest.</p>`,
    page: ['[ ] Wash up', '[x] Write to **Sam**', 'p After that, rest.'],
  },
  {
    from: 'an exported checklist of Notion',
    html: `<ul id="7" class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">Sleep</span></li></ul>
<ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">Eat</span></li></ul>`,
    page: ['[x] Sleep', '[ ] Eat'],
  },
  {
    from: 'a checklist of GitHub',
    html: `<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" class="x" disabled checked> done</li>
<li class="task-list-item"><input type="checkbox" disabled> open</li></ul>`,
    page: ['[x] done', '[ ] open'],
  },
  {
    from: 'Excel',
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-style:x}</style></head><body link="#0563C1">
<table border=0 cellpadding=0 style='border-collapse:collapse'><col width=64><!--StartFragment-->
 <tr height=20><td height=20 class=xl65>Day</td><td>Hours
  slept</td><td>Note</td></tr>
 <tr><td align=right>Mon</td><td align=right>6</td><td></td></tr>
 <tr><td>Tue</td><td>7.5</td><td><b>better</b></td></tr><!--EndFragment--></table></body></html>`,
    page: ['p Day\tHours slept\tNote', 'p Mon\t6', 'p Tue\t7.5\t**better**'],
  },
  {
    from: 'cells without their table',
    html: '<tr><td>one</td><td>two</td></tr><tr><td>three</td></tr>',
    page: ['p one\ttwo', 'p three'],
  },
  {
    from: 'a table for the layout of a mail',
    html: `<table><caption>Week</caption><tr><td><table><tr><td>inner</td><td>cells</td></tr></table></td>
<td><p>one paragraph</p><p>another</p></td></tr><tr><td><p>only this</p></td><td>and that</td></tr></table>`,
    page: ['p Week', 'p inner\tcells', 'p one paragraph', 'p another', 'p only this\tand that'],
  },
];

/** Plain text, and the lines of each paragraph that it makes. */
export const plainPastes: readonly (readonly [
  from: string,
  text: string,
  paragraphs: readonly (readonly string[])[],
])[] = [
  [
    'WhatsApp',
    '[20/11/2026, 21:52] Dana: Are you there?\n[20/11/2026, 21:53] Dana: Call me\n\n[21/11/2026, 08:01] Me: Morning',
    [
      ['[20/11/2026, 21:52] Dana: Are you there?', '[20/11/2026, 21:53] Dana: Call me'],
      ['[21/11/2026, 08:01] Me: Morning'],
    ],
  ],
  [
    'Slack',
    'dana  9:14 AM\r\nhow was it\r\nthe meeting\r\n\r\n \t\r\nsam  9:20 AM\r\ngood\r\n',
    [
      ['dana  9:14 AM', 'how was it', 'the meeting'],
      ['sam  9:20 AM', 'good'],
    ],
  ],
  ['one line', 'just this', [['just this']]],
];
