/** The values of a chart, for whoever wants to read them one by one. */
export function ChartTable({
  summary,
  heads,
  rows,
}: {
  summary: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly string[] }[]
}) {
  return (
    <details className="mt-1 text-sm">
      <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold underline underline-offset-4">
        {summary}
      </summary>
      <div className="mt-2">
        <table className="w-full">
          <thead>
            <tr className="border-b border-ink">
              {heads.map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="py-1 ps-3 text-end font-semibold first:ps-0 first:text-start"
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...values] }) => (
              <tr key={key} className="border-b border-line">
                <th scope="row" className="py-1 text-start font-normal whitespace-nowrap">
                  {name}
                </th>
                {values.map((value, index) => (
                  <td key={heads[index + 1]} className="figure py-1 ps-3 text-end">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
