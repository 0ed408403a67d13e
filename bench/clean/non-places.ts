/** What stands in a column of places and is none: nothing, a street, a person. */
const EMPTY = ["", "", "-", "н/д", "немає", "n/a", "невідомо", "?", "не вказано", "нет данных", "—"];
const STREET = ["вул. ", "вулиця ", "ул. ", "просп. ", "пров. ", "бульвар ", "пер. "];
const STREETS = [
  "Садова",
  "Шевченка",
  "Лесі Українки",
  "Центральна",
  "Незалежності",
  "Миру",
  "Зелена",
  "Польова",
  "Лісова",
  "Івана Франка",
  "Набережна",
  "Молодіжна",
  "Садовая",
  "Шевченко",
  "Центральная",
  "Победы",
  "Школьная",
  "Лесная",
  "Героїв України",
  "Грушевського",
];
const GIVEN = ["Олена", "Іван", "Марія", "Андрій", "Ольга", "Петро", "Наталія", "Сергій", "Ирина", "Дмитрий", "Юлія"];
const SYLLABLES = ["ба", "го", "гри", "да", "зі", "ка", "ко", "лу", "ма", "не", "па", "ро", "си", "та", "фе", "че"];
const ENDINGS = ["енко", "чук", "юк", "ів", "ко", "щенко", "ич", "ась"];
const MOST_HOUSE = 240;
const MOST_FLAT = 180;

/**
 * A cell that names no place.
 *
 * @param distinct true: one of so many that a long column need not repeat any, so never an empty one
 */
export function nonPlace(random: () => number, distinct: boolean): string {
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const kind = random();
  if (!distinct && kind < 0.5) return draw(EMPTY);
  if (kind < 0.8) {
    const street = `${draw(STREET)}${draw(STREETS)}`;
    if (!distinct && random() < 0.4) return street;
    const house = `${street}, ${1 + Math.floor(random() * MOST_HOUSE)}`;
    return distinct || random() < 0.3 ? `${house}, кв. ${1 + Math.floor(random() * MOST_FLAT)}` : house;
  }
  let surname = Array.from({ length: 1 + Math.floor(random() * 3) }, () => draw(SYLLABLES)).join("");
  surname = surname[0].toUpperCase() + surname.slice(1) + draw(ENDINGS);
  return random() < 0.5 ? `${surname} ${draw(GIVEN)}` : `${surname} ${draw(GIVEN)[0]}. ${draw(GIVEN)[0]}.`;
}
