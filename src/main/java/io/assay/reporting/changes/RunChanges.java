package io.assay.reporting.changes;

import io.assay.contracts.BronzeTables;
import io.assay.job.Replaced;
import io.assay.job.Slice;
import io.assay.job.Stage;
import io.assay.ledger.MadeDay;
import io.assay.ledger.MadeDay.SucceededJob;
import io.assay.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In what the runs of two days differ: a line for each difference, none where they agree.
 *
 * @param from what made one day
 * @param to what made the other
 * @param inputs deliveries that one of them had and the other had not, or otherwise
 * @param settings which settings are others; the ledger keeps their hashes, not their values
 * @param models what judged otherwise
 * @param version of the application
 */
public record RunChanges(
    MadeDay from,
    MadeDay to,
    List<String> inputs,
    List<String> settings,
    List<String> models,
    List<String> version) {

  /** Bronze tables of which no likelihood is made. */
  private static final Set<String> NO_EVIDENCE =
      Set.of(
          BronzeTables.LABEL.id(),
          BronzeTables.CAMPAIGN.id(),
          BronzeTables.PLACEMENT.id(),
          BronzeTables.CONVERSION.id());

  /**
   * @param stages the jobs of a day, which say what settings they read
   * @param more differences of settings that the days' tables show
   * @param models differences of models
   */
  static RunChanges of(
      MadeDay from, MadeDay to, List<Stage> stages, List<String> more, List<String> models) {
    List<String> settings = new ArrayList<>(more);
    settings.addAll(settings(from, to, stages));
    List<String> version =
        from.codeVersions().equals(to.codeVersions())
            ? List.of()
            : List.of(
                String.join(", ", from.codeVersions())
                    + " -> "
                    + String.join(", ", to.codeVersions()));
    return new RunChanges(
        from, to, inputs(from, to), List.copyOf(settings), List.copyOf(models), version);
  }

  /** What differs: inputs, settings, models, version, as far as they do. */
  public List<String> differing() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("inputs", inputs);
    all.put("settings", settings);
    all.put("models", models);
    all.put("version", version);
    return all.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The one thing that differs; "several: ..." where more do, "none" where nothing does. */
  public String cause() {
    List<String> differing = differing();
    return switch (differing.size()) {
      case 0 -> "none";
      case 1 -> differing.get(0);
      default -> "several: " + String.join(", ", differing);
    };
  }

  private static List<String> inputs(MadeDay from, MadeDay to) {
    Map<String, Map<String, Replaced>> before = evidence(from);
    Map<String, Map<String, Replaced>> after = evidence(to);
    TreeSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    for (String slice : all) {
      Map<String, Replaced> old = before.get(slice);
      Map<String, Replaced> held = after.get(slice);
      if (old == null) {
        lines.add(to.day() + " has more: " + named(slice, held));
      } else if (held == null) {
        lines.add(from.day() + " has more: " + named(slice, old));
      } else if (!contents(old).equals(contents(held))) {
        lines.add("another content: " + named(slice, old) + ", then " + rows(held));
      }
    }
    return List.copyOf(lines);
  }

  private static Map<String, Map<String, Replaced>> evidence(MadeDay day) {
    Map<String, Map<String, Replaced>> deliveries = new TreeMap<>();
    day.deliveries()
        .forEach(
            (slice, tables) -> {
              Map<String, Replaced> kept = new TreeMap<>(tables);
              kept.keySet().removeAll(NO_EVIDENCE);
              if (!kept.isEmpty()) {
                deliveries.put(slice, kept);
              }
            });
    return deliveries;
  }

  private static Map<String, String> contents(Map<String, Replaced> tables) {
    return tables.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().contentHash()));
  }

  private static String named(String slice, Map<String, Replaced> tables) {
    Slice delivery = Slice.ofDelivery(slice);
    return "crawl " + delivery.crawlId() + " of " + delivery.crawlDate() + ", " + rows(tables);
  }

  private static String rows(Map<String, Replaced> tables) {
    long rows = tables.values().stream().mapToLong(Replaced::rows).sum();
    return String.format(Locale.ROOT, "%,d row%s", rows, rows == 1 ? "" : "s");
  }

  /** Sections that only jobs read whose settings are others. */
  private static List<String> settings(MadeDay from, MadeDay to, List<Stage> stages) {
    TreeSet<String> jobs = new TreeSet<>();
    TreeSet<String> sections = new TreeSet<>();
    TreeSet<String> same = new TreeSet<>();
    for (Stage stage : stages) {
      SucceededJob before = from.jobs().get(stage.name());
      SucceededJob after = to.jobs().get(stage.name());
      boolean equal = before.settingsHash().equals(after.settingsHash());
      List<String> read = stage.settings().stream().map(Settings::name).toList();
      (equal ? same : sections).addAll(read);
      if (!equal) {
        jobs.add(stage.name());
      }
    }
    if (jobs.isEmpty()) {
      return List.of();
    }
    sections.removeAll(same);
    return List.of(
        "read by "
            + String.join(", ", jobs)
            + (sections.isEmpty() ? "" : ", in section " + String.join(" or ", sections))
            + " (the ledger keeps no values)");
  }
}
