package io.assay.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Ids, handles and lists of texts in one form, whatever program wrote them. */
final class WrittenIds {
  private static final byte DELETE = 0x7f;

  /** So Spark's reader of JSON gives numbers that are none as texts. */
  private static final Set<UTF8String> NO_NUMBERS =
      Set.of(
          UTF8String.fromString("\"NaN\""),
          UTF8String.fromString("\"Infinity\""),
          UTF8String.fromString("\"-Infinity\""));

  private WrittenIds() {}

  /** Without what does not show around it: blanks of any kind and marks without a width. */
  static UTF8String stripped(UTF8String text) {
    int length = text.numBytes();
    if (length == 0 || isShown(text.getByte(0)) && isShown(text.getByte(length - 1))) {
      return text;
    }
    String written = text.toString();
    int from = 0;
    int to = written.length();
    while (from < to && isBlank(written.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(written.charAt(to - 1))) {
      to--;
    }
    return to - from == written.length()
        ? text
        : UTF8String.fromString(written.substring(from, to));
  }

  private static boolean isShown(byte b) {
    return b > ' ' && b < DELETE;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c >= '\u200b' && c <= '\u200f'
        || c == '\u2060'
        || c == '\ufeff';
  }

  /**
   * A list without elements that are none; null if nothing is left of it.
   *
   * @param ids whether its elements are ids
   */
  static ArrayData elements(ArrayData list, boolean ids) {
    List<Object> left = new ArrayList<>();
    boolean changed = false;
    for (int i = 0; i < list.numElements(); i++) {
      UTF8String element = list.isNullAt(i) ? null : list.getUTF8String(i);
      UTF8String written = element == null || !ids ? element : stripped(element);
      boolean isOne =
          written != null && !NO_NUMBERS.contains(written) && (!ids || written.numBytes() > 0);
      changed |= !isOne || written != element;
      if (isOne) {
        left.add(written);
      }
    }
    if (!changed) {
      return list;
    }
    return left.isEmpty() ? null : new GenericArrayData(left.toArray());
  }

  /** The first spoiled id of a list; null if there is none. */
  static SpoiledId spoiled(ArrayData ids, SpoiledId.Naming naming) {
    for (int i = 0; i < ids.numElements(); i++) {
      SpoiledId fault = SpoiledId.of(ids.getUTF8String(i), naming);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** The others of a list; null if all are spoiled. */
  static ArrayData unspoiled(ArrayData ids, SpoiledId.Naming naming) {
    List<Object> left = new ArrayList<>();
    for (int i = 0; i < ids.numElements(); i++) {
      if (SpoiledId.of(ids.getUTF8String(i), naming) == null) {
        left.add(ids.getUTF8String(i));
      }
    }
    return left.isEmpty() ? null : new GenericArrayData(left.toArray());
  }
}
