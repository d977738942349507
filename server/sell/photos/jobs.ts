import { z } from 'zod'
import { defineJob } from '../../core/jobs.ts'

const payload = z.object({ userId: z.number().int(), photoId: z.number().int() })
/** The child has one picture at a time; the next ones wait for it here, since a queue is asked once a second. */
const inTurn = { payload, retries: 3, retryDelayS: 10, concurrency: 4 }

/** Reads a photo that was uploaded, and cleans it. */
export const cleanPhotoJob = defineJob({ ...inTurn, name: 'clean-photo', timeoutS: 300 })
/** Looks what it shows. */
export const recognisePhotoJob = defineJob({ ...inTurn, name: 'recognise-photo', timeoutS: 600 })
/** Takes its background away. */
export const cutOutPhotoJob = defineJob({ ...inTurn, name: 'cut-out-photo', timeoutS: 900 })
