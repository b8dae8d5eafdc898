package io.assay.cli;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code assay evaluate} refuses, and in which words. */
class EvaluateMistakesTest {
  private static final String CALL = "--table @scores.csv --score s --labels ";

  @TempDir Path folder;

  private EvaluateRuns runs;

  @BeforeEach
  void write() {
    runs = EvaluateRuns.in(folder);
  }

  private void refused(String what, String line) {
    runs.refused(what, line);
  }

  private void refusedAtOnce(String what, String line) {
    runs.refusedAtOnce(what, line);
  }

  @Test
  void argumentsThatCannotStandTogether() {
    String table = "--table @scores.csv --score s ";
    refusedAtOnce("nothing to evaluate", "--labels @labels.jsonl");
    refusedAtOnce("both given", "--table @scores.csv --baseline following-ratio");
    refusedAtOnce("Choose one of following-ratio", "--baseline best --lake l --as-of 2026-10-31");
    refusedAtOnce("no accounts to score", "--baseline following-ratio");
    refusedAtOnce("Give --as-of", "--baseline following-ratio --lake @lake");
    refusedAtOnce("no column of --table", "--table @scores.csv --labels @labels.jsonl");
    refusedAtOnce("--positive cat", table + "--positive cat");
    refusedAtOnce("--positive genuine", table + "--positive genuine");
    refusedAtOnce("--bootstrap -1", table + "--bootstrap -1");
    refusedAtOnce("--threshold high", table + "--threshold high");
    refusedAtOnce("--seeds has nothing to vary", table + "--seeds 3");
    refusedAtOnce("--threshold and --flag", table + "--threshold 1 --flag f");
  }

  @Test
  void filesAndColumnsThatAreNotThere() {
    runs.write("seeds/1.csv", "");
    runs.crawl("crawl");
    String seeds = "--table @seeds/{seed}.csv --score s --labels @labels.jsonl --seeds 2";
    String made = "--baseline following-ratio --as-of 2026-10-31 --crawl ";
    refusedAtOnce("no labels are given", "--table @scores.csv --score s");
    refused("no such column", "--table @scores.csv --score t --labels @labels.jsonl");
    refusedAtOnce(
        "no/such/table.csv does not exist",
        "--table @no/such/table.csv --score s --labels @labels.jsonl");
    refusedAtOnce(
        "is a lake's table", "--table gold.account_growth --score s --labels @labels.jsonl");
    refused("--where", CALL + "@labels.jsonl --where nonsense>");
    refusedAtOnce("--labels " + folder + "/no.jsonl does not exist", CALL + "@no.jsonl");
    refusedAtOnce("lake file:" + folder + "/no does not exist", CALL + "@labels.jsonl --lake @no");
    refusedAtOnce("seeds/2.csv does not exist", seeds);
    refusedAtOnce("crawl path " + folder + "/no does not exist", made + "@no");
    refusedAtOnce("noon is not a time", made + "@crawl --crawled-at noon");
    refusedAtOnce("no.yaml does not exist", made + "@crawl --mapping no.yaml");
    refusedAtOnce("--json", CALL + "@labels.jsonl --json @no/such/folder/x.json");
  }

  @Test
  void tablesThatCannotBeRead() {
    runs.write("empty.csv", "");
    runs.write("broken.parquet", "PAR1, and no more");
    runs.write("table.txt", "a table?");
    runs.write("keyless.csv", "platform,account_id,s\nx,a,1\nx,,2\n");
    refused("empty.csv is empty", "--table @empty.csv --score s --labels @labels.jsonl");
    refused("as parquet", "--table @broken.parquet --score s --labels @labels.jsonl");
    refusedAtOnce("no known format", "--table @table.txt --score s --labels @labels.jsonl");
    refused(
        "without platform or account id (1 in all)",
        "--table @keyless.csv --score s --labels @labels.jsonl");
    refused(
        "neither true nor false (4 in all), such as '9' of account x e",
        CALL + "@labels.jsonl --flag s");
  }

  @Test
  void labelsThatCannotBeUsed() {
    String a = "{'platform':'x','account_id':'a'".replace('\'', '"');
    Map<String, String> files =
        Map.of(
            a + ",\"label\":\"robot\"}",
            "no known kind (1 in all), such as 'robot' of account x a",
            a + "}",
            "without platform, account_id or label (1 in all)",
            "not json",
            "without platform, account_id or label (1 in all)",
            "",
            "holds no label",
            a + ",\"label\":\"bot\",\"strength\":7}",
            "no number from 0 to 1 (1 in all), such as '7' of account x a",
            a + ",\"label\":\"bot\",\"strength\":\"strong\"}",
            "no number from 0 to 1 (1 in all), such as 'strong' of account x a");
    int number = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      String name = "bad/" + number++ + ".jsonl";
      runs.write(name, file.getKey() + "\n");
      refused(file.getValue(), CALL + "@" + name);
    }
    refused("holds no label", CALL + "@labels.jsonl --label-source nobody");
    runs.write("mixed/a.csv", "x\n");
    runs.write("mixed/a.jsonl", "{}\n");
    refusedAtOnce("several formats", CALL + "@mixed");
  }
}
