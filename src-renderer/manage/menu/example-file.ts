/** Every column, and everything that can stand in one. The stations are only named where a house has such. */
export const exampleFile = `sku,name,price,category,stations,allergens,prep_minutes,modifier_groups
tomato-soup,Tomato soup,6.50,Starters,,celery | milk,5,
steak,Steak,24.00,Mains,,,14,Doneness (1-1): rare | medium | well done; Sides (0-2): fries +3.50 | salad +4
cola,Cola,3.20,Drinks,,,,
`;
