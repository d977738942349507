/** The listing that stands beside the list, which the window then scrolls. */
export const besideId = 'beside'
