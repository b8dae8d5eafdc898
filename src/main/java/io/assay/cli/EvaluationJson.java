package io.assay.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.contracts.UserError;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluationLog;
import io.assay.workbench.evaluation.LabelCounts;
import io.assay.workbench.evaluation.Result;
import io.assay.workbench.evaluation.SpreadOverSeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every number of an evaluation, for programs. */
final class EvaluationJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationJson() {}

  static void write(Path file, String id, List<EvaluationLog.Entry> entries) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("evaluation_id", id);
    tree.put("code_version", Cli.version());
    tree.put("evaluations", entries.stream().map(EvaluationJson::tree).toList());
    if (entries.stream().map(EvaluationLog.Entry::seed).distinct().count() > 1) {
      tree.put("spread", SpreadOverSeeds.of(entries).stream().map(EvaluationJson::tree).toList());
    }
    try {
      JSON.writeValue(file.toFile(), tree);
    } catch (IOException e) {
      throw new UserError(
          "--json " + file + " cannot be written: " + e.getMessage(), "Name another file.", e);
    }
  }

  private static Map<String, Object> tree(EvaluationLog.Entry entry) {
    Evaluated evaluated = entry.evaluated();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("world", entry.world());
    tree.put("seed", entry.seed());
    tree.put("question", entry.scorer());
    tree.put("scorer", evaluated.table().name());
    tree.put("scorer_version", evaluated.table().version());
    tree.put("run_id", evaluated.table().runId());
    tree.put("crawl", entry.crawl());
    tree.put("as_of", entry.asOf() == null ? null : entry.asOf().toString());
    tree.put("label_source", evaluated.labels().name());
    tree.put("label_version", evaluated.labels().version());
    tree.put("positive", entry.positives().labels());
    tree.put("positive_class", entry.positives().classes());
    tree.put("accounts", counts(evaluated.counts()));
    tree.put("columns", evaluated.columns().stream().map(EvaluationJson::column).toList());
    return tree;
  }

  private static Map<String, Object> counts(LabelCounts counts) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("in_table", counts.inTable());
    tree.put("unlabelled", counts.unlabelled());
    tree.put("positive", counts.positive());
    tree.put("genuine", counts.genuine());
    tree.put("unknown_to_table", counts.unknown());
    tree.put("contradictory", counts.contradictory());
    tree.put("other_kinds", counts.other());
    return tree;
  }

  private static Map<String, Object> column(Evaluated.OfColumn column) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("column", column.measured().column());
    tree.put("role", column.measured().role().name().toLowerCase(Locale.ROOT));
    tree.put("flagged_from", finite(column.threshold()));
    tree.put("results", column.results().stream().map(EvaluationJson::result).toList());
    return tree;
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> tree = new LinkedHashMap<>(key(result.key()));
    tree.put("value", result.value());
    tree.put("low", result.low());
    tree.put("high", result.high());
    tree.put("n", result.n());
    tree.put("positives", result.positives());
    tree.put("reason", result.reason());
    return tree;
  }

  private static Map<String, Object> key(Result.Key key) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("metric", key.metric());
    tree.put("scope", key.scope());
    tree.put("kind", key.part().kind());
    tree.put("segment_column", key.part().segmentColumn());
    tree.put("segment", key.part().segment());
    tree.put("class", key.part().accountClass());
    tree.put("bin", key.bin());
    return tree;
  }

  private static Map<String, Object> tree(SpreadOverSeeds spread) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("world", spread.world());
    tree.put("scorer", spread.scorer());
    tree.put("column", spread.measured().column());
    tree.put("role", spread.measured().role().name().toLowerCase(Locale.ROOT));
    tree.putAll(key(spread.key()));
    tree.put("seeds", spread.seeds());
    tree.put("values", spread.values());
    tree.put("mean", spread.mean());
    tree.put("sd", finite(spread.sd()));
    tree.put("min", spread.min());
    tree.put("max", spread.max());
    return tree;
  }

  /** JSON knows neither NaN nor infinity. */
  private static Double finite(Double value) {
    return value == null || value.isNaN() || value.isInfinite() ? null : value;
  }
}
