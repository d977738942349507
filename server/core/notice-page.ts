import { encode } from 'html-entities'

/** Where its style is: no answer may bring styles of its own. */
export const noticeStyleUrl = '/api/notice.css'
export const noticeStyle = `body { font: 18px/1.5 system-ui, sans-serif; max-width: 32em; margin: 15vh auto; padding: 0 1em; }
button { font: inherit; padding: 0.6em 1.2em; }
`

/** A page of one sentence, with a button that posts to its own address where there is something to be agreed to. */
export function noticePage(title: string, sentence: string, button?: string): string {
  const form =
    button === undefined ? '' : `<form method="post"><button type="submit">${encode(button)}</button></form>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${encode(title)} – Deal Scout</title>
<link rel="stylesheet" href="${noticeStyleUrl}">
</head>
<body>
<h1>${encode(title)}</h1>
<p>${encode(sentence)}</p>
${form}
</body>
</html>
`
}
