/** `node proof/inventory.ts`: which planted defect reddens which check, as JSON, for whoever may not import it. */
import { plantedDefects } from './planted.ts'

const inventory = (await plantedDefects()).map(({ id, reddens, ends }) => ({
  id,
  reddens: reddens.map(({ check, inside, breaks }) => ({ check, inside, breaks })),
  ends: ends?.verdict,
}))
console.log(JSON.stringify(inventory))
