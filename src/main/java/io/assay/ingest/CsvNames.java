package io.assay.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the columns of a CSV file: those of its header, each once and none empty. */
final class CsvNames {
  private CsvNames() {}

  /** A name for each that is written. Spark does not tell names by their case. */
  static List<String> of(List<String> written) {
    Set<String> taken = new HashSet<>();
    written.forEach(name -> taken.add(UsedNames.lower(name)));
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String name = written.get(i);
      if (name.isEmpty()) {
        names.add(free("unnamed_", i + 1, taken));
      } else {
        names.add(seen.add(UsedNames.lower(name)) ? name : free(name + "_", 2, taken));
      }
    }
    return names;
  }

  private static String free(String stem, int from, Set<String> taken) {
    int number = from;
    while (!taken.add(UsedNames.lower(stem + number))) {
      number++;
    }
    return stem + number;
  }

  /** For each name that stands several times, in lower case, the columns that have it. */
  static Map<String, List<String>> repeated(List<String> written, List<String> names) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).isEmpty()) {
        columns
            .computeIfAbsent(UsedNames.lower(written.get(i)), name -> new ArrayList<>())
            .add(names.get(i));
      }
    }
    columns.values().removeIf(of -> of.size() == 1);
    return columns;
  }
}
