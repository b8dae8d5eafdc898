package io.assay.settings;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every setting, validated. See {@code conf/assay.yaml} for what each means. Each component but the
 * last is a section; whoever works with settings says which sections by their classes.
 *
 * @param ingest reading crawls
 * @param conform making states out of observations
 * @param engagement measuring engagement
 * @param growth measuring the growth of followers
 * @param signals measuring what can be suspicious
 * @param coordination finding who acts together
 * @param evidence comparing it with peers
 * @param clusters dividing accounts into alike ones
 * @param assessment concluding from it
 * @param bands follower band schemes
 * @param benchmarks what others claim
 * @param hashes SHA-256 of the effective values of each section
 */
public record Settings(
    IngestSettings ingest,
    ConformSettings conform,
    EngagementSettings engagement,
    GrowthSettings growth,
    SignalSettings signals,
    CoordinationSettings coordination,
    EvidenceSettings evidence,
    ClusterSettings clusters,
    AssessmentSettings assessment,
    BandSettings bands,
    BenchmarkSettings benchmarks,
    Map<Class<? extends Record>, String> hashes) {

  /** The classes of all sections, in their order. */
  public static final List<Class<? extends Record>> SECTIONS =
      components().stream().<Class<? extends Record>>map(Settings::type).toList();

  static Settings read(Section root, Map<Class<? extends Record>, String> hashes) {
    Settings settings =
        new Settings(
            IngestSettings.read(root.section("ingest")),
            ConformSettings.read(root.section("conform")),
            EngagementSettings.read(root.section("engagement")),
            GrowthSettings.read(root.section("growth")),
            SignalSettings.read(root.section("signals")),
            CoordinationSettings.read(root.section("coordination")),
            EvidenceSettings.read(root.section("evidence")),
            ClusterSettings.read(root.section("clusters")),
            AssessmentSettings.read(root.section("assessment")),
            BandSettings.read(root.section("bands")),
            BenchmarkSettings.read(root.section("benchmarks")),
            Map.copyOf(hashes));
    root.end();
    return settings;
  }

  /** The section of a class. */
  public <S extends Record> S section(Class<S> type) {
    try {
      return type.cast(component(type).getAccessor().invoke(this));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of a section, as it stands in the settings file. */
  public static String name(Class<? extends Record> section) {
    return Binder.key(component(section));
  }

  /** SHA-256 of all effective settings. */
  public String hash() {
    return hash(SECTIONS);
  }

  /** SHA-256 of the effective settings of some sections, in whatever order they are named. */
  public String hash(Collection<Class<? extends Record>> sections) {
    String text =
        sections.stream()
            .map(section -> name(section) + "=" + hashes.get(section))
            .sorted()
            .distinct()
            .collect(Collectors.joining("\n"));
    return SettingsLoader.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RecordComponent component(Class<? extends Record> section) {
    return components().stream()
        .filter(component -> component.getType() == section)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(section + " is no section of settings"));
  }

  private static List<RecordComponent> components() {
    return Arrays.stream(Settings.class.getRecordComponents())
        .filter(component -> component.getType().isRecord())
        .toList();
  }

  private static Class<? extends Record> type(RecordComponent component) {
    return component.getType().asSubclass(Record.class);
  }
}
