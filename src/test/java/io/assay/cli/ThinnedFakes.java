package io.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** InstaFake's profiles with so few of the fakes that these are one in fifty. */
final class ThinnedFakes {
  static final int DRAWS = 20;

  private ThinnedFakes() {}

  /**
   * Two rounds of ten draws, in each of which every fake is drawn once: a mean over draws that do
   * not favour some fakes. Every draw is a platform of its own.
   */
  static Path write(Path crawl, Path fake, Path genuine) throws IOException {
    List<JsonNode> fakes = accounts(fake);
    List<JsonNode> real = accounts(genuine);
    Files.createDirectories(crawl.resolve("accounts"));
    StringBuilder lines = new StringBuilder();
    // 20 of 1,014 accounts are 2 %.
    int drawn = real.size() / 49;
    int ofRound = fakes.size() / drawn;
    for (int draw = 0; draw < DRAWS; draw++) {
      if (draw % ofRound == 0) {
        Collections.shuffle(fakes, new Random(draw));
      }
      int first = draw % ofRound * drawn;
      append(lines, draw, "bot", fakes.subList(first, first + drawn));
      append(lines, draw, "genuine", real);
    }
    Files.writeString(crawl.resolve("accounts/a.jsonl"), lines);
    return crawl;
  }

  private static void append(StringBuilder lines, int draw, String label, List<JsonNode> accounts) {
    for (int i = 0; i < accounts.size(); i++) {
      JsonNode a = accounts.get(i);
      lines.append(
          """
          {"platform":"draw%d","account_id":"%s-%d","crawled_at":"2019-01-01T12:00:00Z","followers":%d,"followings":%d,"posts_count":%d,"has_picture":%b,"handle_length":%d,"handle_digits":%d,"bio_length":%d}
          """
              .formatted(
                  draw,
                  label,
                  i,
                  a.get("userFollowerCount").asLong(),
                  a.get("userFollowingCount").asLong(),
                  a.get("userMediaCount").asLong(),
                  a.get("userHasProfilPic").asInt() == 1,
                  a.get("usernameLength").asInt(),
                  a.get("usernameDigitCount").asInt(),
                  a.get("userBiographyLength").asInt()));
    }
  }

  private static List<JsonNode> accounts(Path json) throws IOException {
    List<JsonNode> accounts = new ArrayList<>();
    new ObjectMapper().readTree(json.toFile()).forEach(accounts::add);
    return accounts;
  }
}
