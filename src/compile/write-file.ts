import {
  checksum,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  SECTION,
  SECTION_ARRAY,
  SECTION_ENTRY_BYTES,
  type SectionName,
} from "../gazetteer/format";
import { FOLD_VERSION } from "../text/fold";

/** A column ready to be written. */
export type ColumnData = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/**
 * Lays the sections out behind a header, in the order of their numbers, each on an 8-byte boundary. Same columns, same bytes.
 *
 * @param dataDate day of the data, `YYYY-MM-DD`: from the sources, never from the clock
 */
export function writeFile(columns: Record<SectionName, ColumnData>, dataDate: string): Uint8Array {
  const names = (Object.keys(SECTION) as SectionName[]).sort((a, b) => SECTION[a] - SECTION[b]);
  let offset = align(HEADER_BYTES + names.length * SECTION_ENTRY_BYTES);
  const offsets = names.map((name) => {
    const here = offset;
    offset = align(offset + columns[name].byteLength);
    return here;
  });
  const bytes = new Uint8Array(offset);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint16(6, FOLD_VERSION, true);
  view.setUint32(8, Number(dataDate.replaceAll("-", "")), true);
  view.setUint32(12, bytes.byteLength, true);
  view.setUint32(20, names.length, true);
  names.forEach((name, index) => {
    const at = HEADER_BYTES + index * SECTION_ENTRY_BYTES;
    const column = columns[name];
    view.setUint32(at, SECTION[name], true);
    view.setUint32(at + 4, offsets[index], true);
    view.setUint32(at + 8, column.length, true);
    view.setUint32(at + 12, column.BYTES_PER_ELEMENT, true);
    writeColumn(view, offsets[index], column, SECTION_ARRAY[name]);
  });
  view.setUint32(16, checksum(bytes), true);
  return bytes;
}

const align = (offset: number): number => (offset + 7) & ~7;

/** Element by element, so that the file is little-endian on every machine. */
function writeColumn(view: DataView, offset: number, column: ColumnData, kind: "u8" | "u16" | "u32" | "i32"): void {
  for (let at = 0; at < column.length; at++) {
    if (kind === "u8") view.setUint8(offset + at, column[at]);
    else if (kind === "u16") view.setUint16(offset + at * 2, column[at], true);
    else if (kind === "i32") view.setInt32(offset + at * 4, column[at], true);
    else view.setUint32(offset + at * 4, column[at], true);
  }
}
