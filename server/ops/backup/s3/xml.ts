import { decode } from 'html-entities'

/** What stands in the first element of this name; S3's answers are flat and have no attributes inside. */
export function textIn(xml: string, name: string): string | undefined {
  const [text] = elementsIn(xml, name)
  return text === undefined || text.includes('<') ? undefined : decode(text, { level: 'xml' })
}

/** What stands between the tags of each element of this name. */
export function elementsIn(xml: string, name: string): string[] {
  return xml
    .split(`<${name}>`)
    .slice(1)
    .map((rest) => rest.slice(0, Math.max(0, rest.indexOf(`</${name}>`))))
}
