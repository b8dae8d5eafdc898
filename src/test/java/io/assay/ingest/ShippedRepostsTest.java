package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which posts the mappings call reposts: the shipped one of X, and those that the docs advise. */
class ShippedRepostsTest {
  private static final String HEADER =
      "id,name,description,date_posted,photos,url,tagged_users,replies,reposts,likes,views,hashtags,"
          + "followers,biography,posts_count,profile_image_link,following,bookmarks,videos\n";

  @TempDir private Path folder;

  private static String row(String id, String text) {
    return "%s,Ann,%s,\"\"\"2026-10-20T09:00:00Z\"\"\",null,https://x.com/ann/status/%s,null,1,0,3,50,null,100,hi,11,null,7,0,null%n"
        .formatted(id, text, id);
  }

  @Test
  void theShippedMappingOfXKnowsARetweetByItsText() throws IOException {
    String posts = Files.readString(Path.of("conf/sources/brightdata-x-posts.yaml"));
    int from = posts.indexOf("  accounts:");
    int to = posts.indexOf("  posts:");
    FeedCheck check =
        new Mapped(folder)
            .file(
                "x.csv",
                HEADER
                    + row("1", "good morning")
                    + row("2", "RT @star: good morning")
                    + row("3", "RT @star_2 so true")
                    + row("4", "about RT @star: good morning")
                    + row("5", "null"))
            .by(
                posts.substring(0, from)
                    + posts.substring(to)
                    + "      crawled_at: \"'2026-10-31T08:00:00Z'\"\n");
    assertThat(Mapped.refusals(check)).isEmpty();
    assertThat(Mapped.rows(check, "post_id", "account_id", "repost_of"))
        .containsExactly(
            "1|ann|null", "2|ann|unknown:2", "3|ann|unknown:3", "4|ann|null", "5|ann|null");
  }

  private FeedCheck mapped(String repostOf, String... lines) {
    return new Mapped(folder)
        .file("t.jsonl", String.join("\n", lines) + "\n")
        .by(
            """
            format: json
            feeds:
              posts:
                columns: {platform: "'x'", post_id: id, account_id: "'ann'",
                          posted_at: "'2026-10-20T09:00:00Z'", crawled_at: "'2026-10-31T08:00:00Z'",
                          repost_of: "%s"}
            """
                .formatted(repostOf));
  }

  @Test
  void whatTheDocumentationAdvisesReadsWhatCrawlersWrite() {
    assertThat(
            Mapped.rows(
                mapped(
                    "try_element_at(filter(referenced_tweets, r -> r.type = 'retweeted'), 1).id",
                    "{\"id\":\"1\",\"referenced_tweets\":[{\"type\":\"retweeted\",\"id\":\"70\"}]}",
                    "{\"id\":\"2\",\"referenced_tweets\":[{\"type\":\"quoted\",\"id\":\"71\"}]}",
                    "{\"id\":\"3\",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"72\"},{\"type\":\"retweeted\",\"id\":\"73\"}]}",
                    "{\"id\":\"4\"}"),
                "post_id",
                "repost_of"))
        .containsExactly("1|70", "2|null", "3|73", "4|null");
    assertThat(
            Mapped.rows(
                mapped(
                    "retweeted_status.id_str",
                    "{\"id\":\"1\",\"retweeted_status\":{\"id_str\":\"70\"}}",
                    "{\"id\":\"2\"}"),
                "post_id",
                "repost_of"))
        .containsExactly("1|70", "2|null");
    assertThat(
            Mapped.rows(
                mapped(
                    "CASE WHEN retweet THEN retweet_id END",
                    "{\"id\":\"1\",\"retweet\":true,\"retweet_id\":\"70\"}",
                    "{\"id\":\"2\",\"retweet\":false,\"retweet_id\":\"\"}"),
                "post_id",
                "repost_of"))
        .containsExactly("1|70", "2|null");
  }

  @Test
  void handlesAreOneIdHoweverTheyAreWritten() {
    FeedCheck check =
        new Mapped(folder)
            .file("p.csv", "user\n@Ann\nann\n @ANN \n@nan\n")
            .by(
                """
                format: csv
                ids: handles
                feeds:
                  accounts:
                    columns: {platform: "'x'", account_id: "lower(ltrim('@', trim(user)))",
                              crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(Mapped.rows(check, "account_id")).containsOnly("ann", "nan");
  }

  @Test
  void averagesOfAListAreRead() {
    FeedCheck check =
        new Mapped(folder)
            .file("l.csv", "name,fans,likes,comments,views\na,1.2M,45.3k,310.5,\nb,900,12,,80\n")
            .by(
                """
                format: csv
                feeds:
                  accounts:
                    columns: {platform: "'instagram'", account_id: name,
                              crawled_at: "'2026-10-31T08:00:00Z'", followers: shown_count(fans),
                              average_likes: shown_count(likes), average_comments: comments,
                              average_views: views}
                """);
    assertThat(Mapped.refusals(check)).isEmpty();
    assertThat(
            Mapped.rows(
                check,
                "account_id",
                "followers",
                "average_likes",
                "average_comments",
                "average_views"))
        .containsExactly("a|1200000|45300.0|310.5|null", "b|900|12.0|null|80.0");
  }
}
