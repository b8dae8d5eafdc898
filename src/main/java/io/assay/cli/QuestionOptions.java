package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.workbench.evaluation.Asked;
import io.assay.workbench.evaluation.Baseline;
import io.assay.workbench.evaluation.Bootstrap;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import io.assay.workbench.evaluation.LabelledAccounts;
import io.assay.workbench.evaluation.Positives;
import io.assay.workbench.evaluation.QuestionFile;
import io.assay.workbench.evaluation.TableInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the arguments of {@code assay evaluate} ask: of one table, or of baselines, or what a file
 * says.
 *
 * @param call the call
 */
record QuestionOptions(Invocation call) {
  private static final long MAX_REPLICATES = 10_000;

  /** Seeds tell more of a comparison's uncertainty than intervals, which take long. */
  private static final int REPLICATES_OF_FILES = 0;

  private static final int REPLICATES = 200;

  private static final List<String> ONE_VALUE =
      List.of(
          "table",
          "where",
          "platform_column",
          "account_column",
          "threshold",
          "flag",
          "positive",
          "positive_class");

  private static final List<String> SEVERAL_VALUES =
      List.of("baseline", "score", "likelihood", "group", "segment");

  /**
   * The file of {@code --questions}.
   *
   * @throws UserError if it cannot be used, or beside it something is asked
   */
  QuestionFile file() {
    Stream.concat(
            ONE_VALUE.stream().filter(o -> call.text(o) != null),
            SEVERAL_VALUES.stream().filter(o -> !call.list(o).isEmpty()))
        .findFirst()
        .ifPresent(
            option -> {
              throw new UserError(
                  "--" + option.replace('_', '-') + " does not go with --questions",
                  "Leave it out, or write it into the file.");
            });
    return QuestionFile.load(
        Invocation.notBlank("--questions", call.text("questions")), bootstrap(REPLICATES_OF_FILES));
  }

  /**
   * What is asked without a file.
   *
   * @throws UserError for arguments that cannot be, or cannot stand together
   */
  List<Asked> questions() {
    boolean table = call.text("table") != null;
    if (table != call.list("baseline").isEmpty()) {
      throw new UserError(
          table ? "--table and --baseline were both given" : "nothing to evaluate was given",
          "Give --table TABLE, or --baseline NAME, which may be repeated, or --questions FILE.");
    }
    if (!table) {
      return baselines();
    }
    TableInput input =
        new TableInput(
            call.text("table"),
            null,
            call.text("where"),
            orElse(call.text("platform_column"), "platform"),
            orElse(call.text("account_column"), "account_id"));
    return List.of(new Asked(call.text("table"), input, null, request(columns()), List.of()));
  }

  private List<Asked> baselines() {
    if (Stream.of("score", "likelihood", "group").anyMatch(o -> !call.list(o).isEmpty())) {
      throw new UserError(
          "--score, --likelihood and --group do not go with --baseline", "Leave them out.");
    }
    EvaluationRequest request = request(List.of(new Measured("score", ColumnRole.SCORE)));
    return call.list("baseline").stream()
        .distinct()
        .map(QuestionOptions::baseline)
        .map(b -> new Asked("baseline " + b.title(), null, b, request, List.of()))
        .toList();
  }

  private static Baseline baseline(String name) {
    if (!Baseline.titles().contains(name)) {
      throw new UserError(
          "--baseline " + name + " is unknown",
          "Choose one of " + String.join(", ", Baseline.titles()) + ".");
    }
    return Baseline.of(name);
  }

  private List<Measured> columns() {
    List<Measured> columns = new ArrayList<>();
    call.list("score").forEach(c -> columns.add(new Measured(c, ColumnRole.SCORE)));
    call.list("likelihood").forEach(c -> columns.add(new Measured(c, ColumnRole.LIKELIHOOD)));
    call.list("group").forEach(c -> columns.add(new Measured(c, ColumnRole.GROUP)));
    if (columns.isEmpty()) {
      throw new UserError(
          "no column of --table " + call.text("table") + " was named",
          "Give --score, --likelihood or --group, each with a column.");
    }
    return columns;
  }

  private EvaluationRequest request(List<Measured> columns) {
    if (call.text("threshold") != null && call.text("flag") != null) {
      throw new UserError("--threshold and --flag were both given", "Give one of them.");
    }
    return new EvaluationRequest(
        columns.stream().distinct().toList(),
        new Positives(positive(), positiveClasses()),
        call.flag("low_is_suspicious"),
        threshold(),
        call.text("flag"),
        call.list("segment"),
        bootstrap(REPLICATES));
  }

  private Bootstrap bootstrap(int replicates) {
    return new Bootstrap(
        (int) number(call, "bootstrap", replicates, 0, MAX_REPLICATES),
        number(call, "bootstrap_seed", 1, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private List<String> positive() {
    String text = call.text("positive");
    if (text == null) {
      return LabelledAccounts.KINDS;
    }
    List<String> labels = byComma(text);
    if (labels.isEmpty() || !LabelledAccounts.KINDS.containsAll(labels)) {
      throw new UserError(
          "--positive " + text + " is no list of labels",
          "Choose from " + String.join(",", LabelledAccounts.KINDS) + ".");
    }
    return labels;
  }

  private List<String> positiveClasses() {
    String text = call.text("positive_class");
    if (text == null) {
      return List.of();
    }
    List<String> classes = byComma(text);
    if (classes.isEmpty()) {
      throw new UserError(
          "--positive-class " + text + " names no class", "For example pod,farm_worker.");
    }
    return classes;
  }

  private static List<String> byComma(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private Double threshold() {
    String text = call.text("threshold");
    try {
      Double number = text == null ? null : Double.valueOf(text);
      if (number == null || Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError("--threshold " + text + " is not a number", "For example --threshold 0.8.");
  }

  static long number(Invocation call, String option, long otherwise, long min, long max) {
    String text = call.text(option);
    if (text == null) {
      return otherwise;
    }
    String name = "--" + option.replace('_', '-');
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError(
        name + " " + text + " is not a whole number from " + min + " to " + max,
        "For example " + name + " " + otherwise + ".");
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
