package io.assay.workbench.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.UserError;
import io.assay.settings.Problem;
import io.assay.settings.Section;
import io.assay.settings.YamlFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of questions and of the worlds of which they are asked. {@code
 * conf/evaluations/coordination.yaml} explains every key but {@code signals}, which {@code
 * conf/evaluations/signals.yaml} does.
 *
 * @param worlds seeds of each world, by its name or path
 * @param firstSeed the first of them
 * @param questions what is asked
 */
public record QuestionFile(Map<String, Long> worlds, long firstSeed, List<Asked> questions) {
  public static final long MAX_SEEDS = 1000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final YamlFiles FILES =
      new YamlFiles("file", "--questions", "conf/evaluations/coordination.yaml");

  /**
   * @param name of a file in {@code conf/evaluations} without its ending, or a path
   * @param bootstrap intervals of every question
   * @throws UserError if there is no such file, or naming every mistake in it at once
   */
  public static QuestionFile load(String name, Bootstrap bootstrap) {
    Path file = place(name);
    ObjectNode tree = FILES.parse(file);
    List<Problem> problems = new ArrayList<>();
    Section root = new Section("", tree, problems);
    QuestionFile read = read(root, bootstrap);
    if (!problems.isEmpty()) {
      throw new UserError(
          Problem.list("file of questions " + file + " has", problems),
          "Correct these keys in " + file + "; conf/evaluations/coordination.yaml explains them.");
    }
    return read;
  }

  private static Path place(String name) {
    Path file =
        NAME.matcher(name).matches()
            ? Path.of(System.getProperty("assay.home", "."), "conf", "evaluations", name + ".yaml")
            : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "--questions " + name + " does not exist",
          "Name a file of conf/evaluations, or the path of one of your own.");
    }
    return file;
  }

  private static QuestionFile read(Section root, Bootstrap bootstrap) {
    Map<String, Long> worlds = new LinkedHashMap<>();
    if (root.has("worlds")) {
      Section all = root.section("worlds");
      all.names().forEach(world -> worlds.put(world, all.integer(world, 1, MAX_SEEDS)));
    }
    long first = root.integer("first_seed", 0, Long.MAX_VALUE - MAX_SEEDS);
    Positives positives = positives(root, Positives.ofLabels(LabelledAccounts.KINDS));
    List<Asked> questions = new ArrayList<>();
    if (root.has("signals") && root.flag("signals")) {
      questions.addAll(SignalQuestions.of(bootstrap));
    }
    List<Section> written =
        questions.isEmpty() || root.has("questions") ? root.sections("questions") : List.of();
    for (Section question : written) {
      Asked asked = question(question, positives, bootstrap);
      if (questions.stream().anyMatch(q -> q.name().equals(asked.name()))) {
        question.problem("name", asked.name(), "a name that no question before has");
      }
      questions.add(asked);
    }
    if (questions.isEmpty()) {
      root.problem("questions", "none", "at least one question");
    }
    root.end();
    return new QuestionFile(worlds, first, questions);
  }

  private static Asked question(Section s, Positives otherwise, Bootstrap bootstrap) {
    boolean table = s.has("table");
    if (table == s.has("baseline")) {
      s.problem("table", table ? "beside baseline" : "missing", "a table, or else a baseline");
    }
    String baseline = !table && s.has("baseline") ? s.oneOf("baseline", Baseline.titles()) : null;
    List<EvaluationRequest.Measured> columns =
        baseline == null ? columns(s) : List.of(measured("score", ColumnRole.SCORE));
    TableInput input =
        table
            ? new TableInput(s.text("table"), null, optional(s, "where"), "platform", "account_id")
            : null;
    EvaluationRequest request =
        new EvaluationRequest(
            columns,
            positives(s, otherwise),
            s.has("low_is_suspicious") && s.flag("low_is_suspicious"),
            s.has("threshold") ? s.decimal("threshold", -1e300, 1e300) : null,
            optional(s, "flag"),
            List.of(),
            bootstrap);
    String name = s.has("name") || baseline == null ? s.text("name") : "baseline " + baseline;
    List<String> worlds = s.has("worlds") ? s.words("worlds") : List.of();
    s.end();
    return new Asked(name, input, baseline == null ? null : Baseline.of(baseline), request, worlds);
  }

  private static List<EvaluationRequest.Measured> columns(Section s) {
    List<EvaluationRequest.Measured> columns =
        Stream.of(ColumnRole.values())
            .filter(role -> s.has(role.option()))
            .map(role -> measured(s.text(role.option()), role))
            .toList();
    if (columns.size() != 1) {
      s.problem(
          "score",
          columns.isEmpty() ? "missing" : "beside others",
          "one of score, likelihood, group");
    }
    return columns;
  }

  private static EvaluationRequest.Measured measured(String column, ColumnRole role) {
    return new EvaluationRequest.Measured(column, role);
  }

  private static Positives positives(Section s, Positives otherwise) {
    List<String> labels = otherwise.labels();
    if (s.has("positive")) {
      labels = s.words("positive");
      if (!LabelledAccounts.KINDS.containsAll(labels)) {
        s.problem(
            "positive", labels.toString(), "labels: " + String.join(", ", LabelledAccounts.KINDS));
        labels = otherwise.labels();
      }
    }
    return new Positives(
        labels, s.has("positive_class") ? s.words("positive_class") : otherwise.classes());
  }

  private static String optional(Section s, String key) {
    return s.has(key) ? s.text(key) : null;
  }
}
