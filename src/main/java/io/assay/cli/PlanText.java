package io.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.pipeline.Plan;

/** The plan for people and for schedulers. */
final class PlanText {
  private PlanText() {}

  static String text(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Plan.Step step : plan.jobs()) {
      text.append(step.job()).append(" (once a ").append(step.runsFor()).append("): ");
      text.append(step.description()).append('\n');
      text.append("  reads   ");
      text.append(step.reads().isEmpty() ? "crawl files" : String.join(", ", step.reads()));
      text.append("\n  writes  ").append(String.join(", ", step.writes()));
      text.append("\n  follows the settings ").append(String.join(", ", step.settings()));
      text.append("\n\n");
    }
    text.append("order:\n");
    for (Plan.Edge edge : plan.edges()) {
      text.append("  ").append(edge.from()).append(" -> ").append(edge.to()).append("  by ");
      text.append(String.join(", ", edge.tables())).append('\n');
    }
    return text.toString();
  }

  static String json(Plan plan) {
    try {
      return JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .build()
              .writeValueAsString(plan)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
