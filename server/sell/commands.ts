import type { Command } from 'commander'
import type { Open, Output } from '../core/commands.ts'
import { aiCommands } from './ai/ai-commands.ts'
import { apiPostCommands } from './api-posts/api-post-commands.ts'
import { adCommands } from './cli/ad-commands.ts'
import { bookCommands } from './cli/book-commands.ts'
import { driveCommands } from './cli/drive-commands.ts'
import { importCommand } from './cli/import-command.ts'
import { itemCommands } from './cli/item-commands.ts'
import { lineCommands } from './cli/line-commands.ts'
import { orderCommands } from './cli/order-commands.ts'
import { saleCommands } from './cli/sale-commands.ts'
import type { OrderDeps } from './orders/deps.ts'
import { sellPhotoCommands } from './photos/photo-commands.ts'

/** `deal-scout sell …`. */
export function sellCommands(program: Command, open: Open<OrderDeps>, output: () => Output): void {
  const sell = program.command('sell').description('your own things: stock, posts, sales and profit')
  itemCommands(sell, open, output)
  adCommands(sell, open, output)
  apiPostCommands(sell, open, output)
  saleCommands(sell, open, output)
  bookCommands(sell, open, output)
  driveCommands(sell, open, output)
  lineCommands(sell, open, output)
  orderCommands(sell, open, output)
  importCommand(sell, open, output)
  sellPhotoCommands(sell, open, output)
  aiCommands(sell, open, output)
}
