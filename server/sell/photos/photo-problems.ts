/** Why a file is no photo that can be used, in a sentence that says what to do; it is kept all the same. */
export const photoProblems = {
  empty: 'The file is empty: send it again.',
  'no-picture': 'The file is no JPEG, PNG, WebP, AVIF or HEIC picture.',
  'other-kind': 'The file is not the kind of picture that it begins as: save it anew, and send that.',
  animation: 'The picture is an animation: send a single picture of it.',
  'too-small': 'The picture is too small: marketplaces ask for 500 pixels and more.',
  'too-many-pixels': 'The picture has more pixels than can be read: save it smaller, and send that.',
  damaged: 'The picture is damaged or incomplete: send the file again, or save it anew.',
  'too-slow': 'Reading the picture took too long: save it smaller, or as a JPEG, and send that.',
  'too-much-memory':
    'Reading the picture took too much memory: save it smaller, or as a JPEG, and send that.',
} as const

export type PhotoProblem = keyof typeof photoProblems
export const photoProblemCodes = Object.keys(photoProblems) as [PhotoProblem, ...PhotoProblem[]]
