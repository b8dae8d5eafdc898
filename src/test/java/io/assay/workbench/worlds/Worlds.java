package io.assay.workbench.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.settings.YamlFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Small worlds for tests. */
final class Worlds {

  /** Nobody cheats and nobody looks as if; what a test is about is put over it. */
  static final String PLAIN =
      """
      population: {accounts: 400, creators: 0.2, niches: 4, days: 60}
      pods: {share: 0}
      farms: {share: 0}
      bought_likes: {share: 0}
      bought_followers: {share: 0, customers: 0}
      bots:
        mass_followers: 0
        follow_unfollow: 0
        comment_templates: 0
        regular_intervals: 0
        round_the_clock: 0
      look_alikes:
        fans: 0
        shout_out_audience: 0
        giveaway_hunters: 0
        giveaways: 0
        breaking_news: 0
        viral: 0
        cliques: 0
        employees: 0
        celebrities: 0
        new_accounts: 0
        private_accounts: 0
        hidden_likes: 0
      crawl: {batched_creators: 0}
      """;

  private Worlds() {}

  /** The plain world, overlaid by these pieces of YAML. */
  static World of(String... sections) {
    return load(merged(sections));
  }

  static Society society(long seed, String... sections) {
    return society(seed, of(sections));
  }

  static Society society(long seed, World world) {
    return Society.of(world, seed, CrawlDate.DEFAULT);
  }

  /** What a file of this content makes, over the shipped default. */
  static World load(String yaml) {
    try {
      Path file = Files.createTempFile("world", ".yaml");
      try {
        Files.writeString(file, yaml);
        return WorldLoader.load(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Indexes of the accounts of a role. */
  static List<Integer> all(Society society, PlayedRole role) {
    return IntStream.range(0, society.world().accounts())
        .filter(i -> society.cast().layout().role(i) == role)
        .boxed()
        .toList();
  }

  static List<Engagement> engagements(Society society, int index) {
    return society.engagements(society.person(index)).sorted();
  }

  private static String merged(String... sections) {
    try {
      YAMLMapper yaml = new YAMLMapper();
      ObjectNode tree = (ObjectNode) yaml.readTree(PLAIN);
      for (String section : sections) {
        YamlFiles.merge(tree, (ObjectNode) yaml.readTree(section));
      }
      return yaml.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
