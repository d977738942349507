import { type ProblemCode, type ProblemKind, problemCodes } from './problem-codes.ts'

/** The kind of a code; a setup error of this installation, which is not in the table, is named by its code. */
export function problemKind(code: string): Pick<ProblemKind, 'title'> {
  return problemCodes[code as ProblemCode] ?? { title: code.replaceAll('-', ' ') }
}

/** The codes that come with a status, in the order of the table. */
export function codesOf(status: number): ProblemCode[] {
  return (Object.keys(problemCodes) as ProblemCode[]).filter((code) => problemCodes[code].status === status)
}

/** docs/api-errors.md. */
export function problemsMarkdown(): string {
  const rows = Object.entries(problemCodes).map(
    ([code, { status, title, remedy }]) => `| ${status} | \`${code}\` | ${title} | ${remedy} |`,
  )
  return `# Errors of the API

Written by "npm run generate" from \`server/core/problem-codes.ts\`. Every error is \`application/problem+json\`
(RFC 9457): \`type\` (\`urn:deal-scout:problem:<code>\`), \`title\`, \`status\`, \`detail\` (a sentence for people that says
what to do), \`instance\` (\`urn:uuid:<requestId>\`), \`code\`, \`fields\` (what is wrong, by its path in the body, or
\`params.…\` and \`querystring.…\`), \`reasons\` (the same as a code with parameters: \`too-small\` with \`minimum\`, say; \`text\` =
in words alone), \`params\` (what \`detail\` is made of beside its code, where that is known), \`positions\` (of some of these fields: which characters of the text, as \`offset\` and
\`length\`) and \`requestId\` (also the \`x-request-id\` header), which finds the entry in the log.

Depend on \`code\`: it is never renamed and never gets another status. Sentences may change. A client treats a code that it
does not know as its status. A 500 may have another code than these: that of a setup error of the installation, which
only its operator can mend.

| status | code | what it means | what to do |
|---|---|---|---|
${rows.join('\n')}
`
}
