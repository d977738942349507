import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { type Authorized, authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { AppError, badInput, errorMessage } from '../../core/errors.ts'
import type { SellDeps } from '../deps.ts'
import { looseGroups } from './arrange.ts'
import { addCutOut, cutOutPackage, installedCutOut, licenceSentence } from './cut-out-add-on.ts'
import { groupsView, photoView } from './photo-views.ts'
import { cleanStored, recogniseStored } from './process-photo.ts'
import { onePhoto, photosIn, uploadFile } from './upload.ts'

type Flags = Record<string, string | boolean | undefined>

/** `deal-scout sell photos …`. */
export function sellPhotoCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  const photos = sell
    .command('photos')
    .description('photos of your own things, before they are made into things')
  photos
    .command('list', { isDefault: true })
    .description('photos that belong to no thing yet, by the thing that they seem to show')
    .action(() =>
      open(async (deps, actor) => {
        const found = groupsView(await looseGroups(deps, authorized(actor, 'read')))
        output().print(found, () => groupsText(found))
      }),
    )
  photos
    .command('add <folder>')
    .description('takes all photos of a folder; run again, it goes on where it stopped')
    .action((folder: string) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const paths = await photosIn(folder)
        if (paths.length === 0)
          throw badInput(`${folder} holds no photos: JPEG, PNG, WebP, AVIF or HEIC files are taken.`)
        const taken = { added: 0, known: 0, refused: [] as { name: string; problem: string }[] }
        for (const path of paths) {
          const sent = await takeFile(deps, userId, path)
          if ('problem' in sent) taken.refused.push({ name: basename(path), problem: sent.problem })
          else taken[sent.isKnown ? 'known' : 'added']++
        }
        output().print(taken, () => takenText(taken))
      }),
    )
}

/** Kept, cleaned and looked at here and now: no other process need run. */
async function takeFile(
  deps: SellDeps,
  userId: Authorized<'write'>,
  path: string,
): Promise<{ isKnown: boolean } | { problem: string }> {
  const { photos } = deps
  try {
    const { photo, isKnown } = await uploadFile(photos, userId, path)
    const asked = { userId, photoId: photo.id }
    const { signal } = new AbortController()
    await cleanStored(photos, asked, signal)
    await recogniseStored(photos, asked, signal)
    const { problem } = photoView(await onePhoto(photos, userId, photo.id))
    return problem === null ? { isKnown } : { problem }
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return { problem: errorMessage(error) }
  }
}

function takenText({
  added,
  known,
  refused,
}: {
  added: number
  known: number
  refused: { name: string; problem: string }[]
}): string {
  return [
    `${added} photos taken, ${known} were there already, ${refused.length} cannot be used.`,
    ...refused.map(({ name, problem }) => `${name}: ${problem}`),
    'Group them and make things of them at /sell/snap.',
  ].join('\n')
}

function groupsText({ groups, refused, waiting }: ReturnType<typeof groupsView>): string {
  if (groups.length + refused.length === 0)
    return 'There are no photos that wait for a thing: deal-scout sell photos add FOLDER.'
  return [
    table(
      ['thing', 'photos', 'taken', 'may be'],
      groups.map(({ photos, title }, at) => [
        at + 1,
        photos.map(({ id }) => id).join(' '),
        photos[0]?.takenAt ?? null,
        title?.value ?? null,
      ]),
    ),
    ...refused.map(({ id, name, problem }) => `Photo ${id} (${name}) cannot be used: ${problem}`),
    ...(waiting > 0 ? [`${waiting} are still being read.`] : []),
  ].join('\n')
}

/** `deal-scout photos …`. */
export function photoToolCommands(program: Command, open: Open<SellDeps>, output: () => Output): void {
  const photos = program
    .command('photos')
    .description('what the photos of your own things are worked on with')
  photos
    .command('add-cutout')
    .description('puts the add-on that cuts things out of their background into the data folder')
    .option('--accept-licence', 'you have read what is shown and agree; else it is asked for')
    .option(
      '--file <archive>',
      `the archive of ${cutOutPackage.name} ${cutOutPackage.version}, if it is here`,
    )
    .action((flags: Flags) =>
      open(async (deps, actor) => {
        authorized(actor, 'admin')
        const { fetch, readers } = deps.photos
        if (flags.acceptLicence !== true) await agree()
        const added = await addCutOut(
          { folder: readers.cutOutFolder, fetch },
          { file: typeof flags.file === 'string' ? flags.file : undefined },
        )
        output().print(
          { ...added, licence: cutOutPackage.licence },
          () => `${licenceSentence}\nThe add-on is in ${added.folder}. It is used from now on.`,
        )
      }),
    )
  photos
    .command('status')
    .description('whether the add-on for cutting out is there')
    .action(() =>
      open(async (deps, actor) => {
        authorized(actor, 'read')
        const folder = await installedCutOut(deps.photos.readers.cutOutFolder)
        output().print({ cutOut: folder !== null }, () =>
          folder === null
            ? 'Things are cut out before a plain background only: deal-scout photos add-cutout adds what does it elsewhere.'
            : `Things are cut out by the add-on in ${folder}.`,
        )
      }),
    )
}

async function agree(): Promise<void> {
  if (!process.stdin.isTTY)
    throw badInput(`${licenceSentence}\nNothing was changed: say --accept-licence if you agree.`)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${licenceSentence}\nDo you agree? Type yes: `)
    if (answer.trim().toLowerCase() !== 'yes') throw badInput('Nothing was changed.')
  } finally {
    terminal.close()
  }
}
