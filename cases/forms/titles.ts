import { checker } from '../checker.ts'

/** What a title is understood as. */
export const titles = checker<unknown>({
  form: 'titles by field',
  fits: ({ run, rows }) =>
    /\/api\/value\b/.test(run) &&
    rows.every(({ title, field }) => typeof title === 'string' && typeof field === 'string'),
  async ask(folder, world) {
    const program = await world.program()
    const answers: unknown[] = []
    for (const { title, field } of folder.rows) {
      const query = new URLSearchParams({ title: String(title) })
      const { understood } = await program.get<{ understood: Record<string, unknown> }>(`/api/value?${query}`)
      answers.push(understood[String(field)] ?? null)
    }
    return answers
  },
  evaluate: ({ expected }, answer) => ({ right: answer === expected, got: answer }),
  mistakes: ({ expected }) => [
    expected === null ? 'something' : null,
    typeof expected === 'number' ? expected + 1 : `${expected} or so`,
  ],
})
