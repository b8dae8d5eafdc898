package io.assay.settings;

/**
 * Every setting, validated. See {@code conf/assay.yaml} for what each means.
 *
 * @param ingest reading crawls
 * @param conform making states out of observations
 * @param engagement measuring engagement
 * @param growth measuring the growth of followers
 * @param signals measuring what can be suspicious
 * @param evidence comparing it with peers
 * @param assessment concluding from it
 * @param bands follower band schemes
 * @param benchmarks what others claim
 * @param hash SHA-256 of the effective settings
 */
public record Settings(
    IngestSettings ingest,
    ConformSettings conform,
    EngagementSettings engagement,
    GrowthSettings growth,
    SignalSettings signals,
    EvidenceSettings evidence,
    AssessmentSettings assessment,
    BandSettings bands,
    BenchmarkSettings benchmarks,
    String hash) {

  static Settings read(Section root, String hash) {
    Settings settings =
        new Settings(
            IngestSettings.read(root.section("ingest")),
            ConformSettings.read(root.section("conform")),
            EngagementSettings.read(root.section("engagement")),
            GrowthSettings.read(root.section("growth")),
            SignalSettings.read(root.section("signals")),
            EvidenceSettings.read(root.section("evidence")),
            AssessmentSettings.read(root.section("assessment")),
            BandSettings.read(root.section("bands")),
            BenchmarkSettings.read(root.section("benchmarks")),
            hash);
    root.end();
    return settings;
  }
}
