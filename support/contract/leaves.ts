import { z } from 'zod'

/** An id of anything. */
export const Id = z.string().min(1)
/** A moment, as the platform writes it in an answer. */
export const Timestamp = z.iso.datetime({ offset: true })
