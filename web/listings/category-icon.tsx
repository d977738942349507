import {
  Armchair,
  Bike,
  BookOpen,
  Camera,
  Car,
  Dumbbell,
  Gamepad2,
  Gem,
  Guitar,
  Hammer,
  Headphones,
  House,
  Laptop,
  type LucideIcon,
  Package,
  Palette,
  PawPrint,
  Refrigerator,
  Shirt,
  Smartphone,
  Sprout,
  ToyBrick,
  Tv,
  Watch,
} from 'lucide-react'
import type { Deal } from './queries.ts'

const icons: Partial<Record<Deal['category'], LucideIcon>> = {
  ...{ phones: Smartphone, computers: Laptop, tablets: Smartphone, cameras: Camera, audio: Headphones },
  ...{ 'tv-video': Tv, games: Gamepad2, electronics: Headphones, furniture: Armchair, office: Armchair },
  ...{ appliances: Refrigerator, home: House, housing: House, garden: Sprout, tools: Hammer, bikes: Bike },
  ...{ cars: Car, motorcycles: Car, 'vehicle-parts': Car, clothing: Shirt, shoes: Shirt, bags: Shirt },
  ...{ jewelry: Gem, watches: Watch, sports: Dumbbell, toys: ToyBrick, baby: ToyBrick, pets: PawPrint },
  ...{ books: BookOpen, music: Headphones, instruments: Guitar, collectibles: Gem, art: Palette },
}

/** In place of a photo: what kind of thing it is. */
export function CategoryTile({ category, className }: { category: Deal['category']; className: string }) {
  const Icon = icons[category] ?? Package
  return (
    <span
      aria-hidden
      className={`flex shrink-0 items-center justify-center rounded-md bg-sunk text-muted ${className}`}
    >
      <Icon size={36} strokeWidth={1.25} />
    </span>
  )
}
