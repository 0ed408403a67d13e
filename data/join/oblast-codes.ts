/**
 * GeoNames first-level codes of Ukraine (FIPS 10-4) → the first two digits of the register's codes.
 * Read off the data: the second-level codes of a first-level unit's rows all begin with these digits
 * (Kyiv and Sevastopol have none; they are the register's two cities of the first level).
 */
export const OBLAST_BY_ADMIN1: Readonly<Record<string, string>> = {
  "01": "71",
  "02": "74",
  "03": "73",
  "04": "12",
  "05": "14",
  "06": "26",
  "07": "63",
  "08": "65",
  "09": "68",
  "10": "35",
  "11": "01",
  "12": "80",
  "13": "32",
  "14": "44",
  "15": "46",
  "16": "48",
  "17": "51",
  "18": "53",
  "19": "56",
  "20": "85",
  "21": "59",
  "22": "61",
  "23": "05",
  "24": "07",
  "25": "21",
  "26": "23",
  "27": "18",
};
